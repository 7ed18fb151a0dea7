// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/tokens.h"
#include "support/testregistry.h"

using namespace pennyworth::simulated;
using namespace Qt::StringLiterals;

class TokensTest : public QObject {
    Q_OBJECT

private slots:
    void cuts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tokens");
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("a blank belongs to the word behind it")
            << u"Be brief."_s << QStringList{u"Be"_s, u" brief"_s, u"."_s};
        QTest::newRow("six letters at most")
            << u" conversation"_s << QStringList{u" conver"_s, u"sation"_s};
        QTest::newRow("three digits") << u"1234567"_s << QStringList{u"123"_s, u"456"_s, u"7"_s};
        QTest::newRow("two Chinese characters")
            << u"今天天气好"_s << QStringList{u"今天"_s, u"天气"_s, u"好"_s};
        QTest::newRow("three letters of another script")
            << u"привет"_s << QStringList{u"при"_s, u"вет"_s};
        QTest::newRow("indentation")
            << u"\n    return"_s << QStringList{u"\n"_s, u"   "_s, u" return"_s};
        QTest::newRow("equal punctuation") << u"```!!"_s << QStringList{u"```"_s, u"!!"_s};
        QTest::newRow("an emoji is one") << u"🔍🔍"_s << QStringList{u"🔍"_s, u"🔍"_s};
        QTest::newRow("half a surrogate pair")
            << QString(QChar(0xd83d)) << QStringList{QString(QChar(0xd83d))};
    }

    void cuts()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, tokens);
        QStringList found;
        found.reserve(tokens.size());
        for (const QStringView token : tokensOf(text))
            found.append(token.toString());
        QCOMPARE(found, tokens);
        QCOMPARE(countTokens(text), tokens.size());
    }

    void tokensOfABeginningAreTheBeginningOfTheTokens()
    {
        const QString text =
            u"Prices: $0.15 for  1,000,000 tokens?\n\n```cpp\n    int x = 0;   \n```\n今天天气很好，🔍 naïve Straße\t— привет "_s;
        const QList<QStringView> all = tokensOf(text);
        qsizetype length = 0;
        for (qsizetype count = 0; count < all.size(); ++count) {
            QCOMPARE(tokensOf(QStringView(text).first(length)), all.first(count));
            length += all.at(count).size();
        }
        QCOMPARE(length, text.size());
    }

    void isNearTheRealDensity()
    {
        const QString english =
            u"The quick brown fox jumps over the lazy dog, and then it rests for a while in the shade of the tree."_s;
        const double perCharacter = double(countTokens(english)) / double(english.size());
        QVERIFY2(
            perCharacter > 0.2 && perCharacter < 0.3, qPrintable(QString::number(perCharacter)));
    }
};

PENNYWORTH_TEST(TokensTest)

#include "tst_tokens.moc"
