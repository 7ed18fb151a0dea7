// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/sentenceannouncer.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class SentenceAnnouncerTest : public QObject {
    Q_OBJECT

private slots:
    void tellsSentencesNotTokens_data()
    {
        QTest::addColumn<QStringList>("tokens");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("sentences") << QStringList{u"It"_s, u" is"_s, u" so."_s, u" And"_s, u" on"_s}
                                   << QStringList{u"It is so."_s, u"And on"_s};
        QTest::newRow("without marks") << QStringList{u"It is **so"_s, u"**. "_s,
            u"[Here](http://x). "_s} << QStringList{u"It is so."_s, u"Here."_s};
        QTest::newRow("Chinese") << QStringList{u"这是"_s, u"第一句。这"_s, u"是"_s}
                                 << QStringList{u"这是第一句。"_s, u"这是"_s};
        QTest::newRow("lines") << QStringList{u"- one"_s, u"\n"_s, u"- two"_s}
                               << QStringList{u"- one"_s, u"- two"_s};
        QTest::newRow("numbers of a list") << QStringList{u"1. "_s, u"One thing.\n2."_s,
            u" Another"_s} << QStringList{u"1. One thing."_s, u"2. Another"_s};
        QTest::newRow("code") << QStringList{u"So:\n```sh\n# a no"_s, u"te\n**b**\n``"_s,
            u"`\n**c**\n"_s} << QStringList{u"So:"_s, u"# a note\n**b**"_s, u"c"_s};
        QTest::newRow("tables") << QStringList{u"| a | b |\n|--"_s, u"-|---|\n| **1** | 2 |\n"_s}
                                << QStringList{u"a, b"_s, u"**1**, 2"_s};
        QTest::newRow("a decimal point ends nothing") << QStringList{
            u"1.5 and 2."_s, u"5 is 4. Yes"_s} << QStringList{u"1.5 and 2.5 is 4."_s, u"Yes"_s};
    }

    void tellsSentencesNotTokens()
    {
        QFETCH(QStringList, tokens);
        QFETCH(QStringList, told);
        SentenceAnnouncer announcer;
        MessageRow row = test::answer(1, {}, MessageStatus::Streaming);
        QStringList heard;
        for (const QString &token : tokens) {
            row.text += token;
            heard += announcer.grew(row);
        }
        heard += announcer.finished(row);
        heard.removeAll(QString());
        QCOMPARE(heard, told);
    }

    void keepsSilentAboutWhatDidNotGrow()
    {
        SentenceAnnouncer announcer;
        QCOMPARE(announcer.finished(test::answer(1, u"An old answer."_s)), QString());
    }
};

PENNYWORTH_TEST(SentenceAnnouncerTest)

#include "tst_sentenceannouncer.moc"
