// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/titlefromprompt.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class TitleFromPromptTest : public QObject {
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *name, const QString &prompt, const QString &title) {
            QTest::newRow(name) << prompt << title;
        };
        row("a short question", u"Why is the sky blue?"_s, u"Why is the sky blue?"_s);
        row("the first line", u"Sort this list\n3, 1, 2"_s, u"Sort this list"_s);
        row("empty lines first", u"\n\n  \nSort this list"_s, u"Sort this list"_s);
        row("Windows line ends", u"Sort this\r\nlist"_s, u"Sort this"_s);
        row("white space", u"  Why\t is   this?  "_s, u"Why is this?"_s);
        row("a heading", u"## Why is this?"_s, u"Why is this?"_s);
        row("a quotation", u"> Why is this?"_s, u"Why is this?"_s);
        row("a list", u"- one\n- two"_s, u"one"_s);
        row("a number", u"1. one\n2. two"_s, u"one"_s);
        row("emphasis", u"What does **bold** and *this* mean?"_s,
            u"What does bold and this mean?"_s);
        row("a name with underscores", u"What does my_own_name do?"_s,
            u"What does my_own_name do?"_s);
        row("a product", u"What is 3 * 4 * 5?"_s, u"What is 3 * 4 * 5?"_s);
        row("code", u"Explain `std::move`"_s, u"Explain std::move"_s);
        row("a link", u"Sum up [this page](https://example.org/a)"_s, u"Sum up this page"_s);
        row("a fence first", u"```cpp\nint main() {}\n```\nWhat is this?"_s, u"int main() {}"_s);
        row("a rule first", u"---\nWhat is this?"_s, u"What is this?"_s);
        row("a year is no list mark", u"2024 was what kind of year?"_s,
            u"2024 was what kind of year?"_s);
        row("Chinese", u"天空为什么是蓝色的？"_s, u"天空为什么是蓝色的？"_s);
        row("an emoji alone", u"🙂"_s, u"🙂"_s);
        row("marks alone", u"???"_s, u"???"_s);
        row("nothing", QString(), QString());
        row("cut at a word",
            u"Please explain to me in great detail how the price of a request comes about"_s,
            u"Please explain to me in great detail how the price of a…"_s);
        row("sixty characters stay", QString(60, u'a'), QString(60, u'a'));
        row("one long word", QString(80, u'a'), QString(QString(59, u'a') + u'…'));
    }

    void names()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, title);
        QCOMPARE(titleFromPrompt(prompt), title);
    }

    void isNeverTooLongNorCutsACharacter()
    {
        for (int length = 0; length < 200; ++length) {
            const QString title = titleFromPrompt(
                QString(u"a"_s).repeated(length % 3) + QString(u"🙂"_s).repeated(length));
            QVERIFY(title.size() <= 60);
            QCOMPARE(QString::fromUtf8(title.toUtf8()), title);
        }
    }
};

PENNYWORTH_TEST(TitleFromPromptTest)

#include "tst_titlefromprompt.moc"
