// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/tokens.h"
#include "support/testregistry.h"

#include <limits>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class TokensTest : public QObject {
    Q_OBJECT

private slots:
    void guessesFromCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("tokens");
        QTest::newRow("nothing") << QString() << qint64{0};
        QTest::newRow("one letter is one token, never none") << u"a"_s << qint64{1};
        QTest::newRow("ten letters, 0.3 each") << u"abcdefghij"_s << qint64{3};
        QTest::newRow("eleven letters round up") << u"abcdefghijk"_s << qint64{4};
        QTest::newRow("ten Chinese characters, 0.6 each") << u"价格随时间变化而变化"_s << qint64{6};
        QTest::newRow("Chinese punctuation counts as Chinese") << u"，。！？；"_s << qint64{3};
        QTest::newRow("both kinds") << u"hello 世界"_s << qint64{3};
        QTest::newRow("kana") << u"こんにちは"_s << qint64{3};
        QTest::newRow("Hangul") << u"안녕하세요"_s << qint64{3};
        QTest::newRow("a rare character is two units")
            << u"\U00020000\U00020001\U00020002\U00020003\U00020004"_s << qint64{3};
        QTest::newRow("emoji") << u"🙂🙂🙂🙂🙂"_s << qint64{3};
        QTest::newRow("a thousand letters") << QString(1000, u'x') << qint64{300};
    }

    void guessesFromCharacters()
    {
        QFETCH(QString, text);
        QFETCH(qint64, tokens);
        QCOMPARE(estimateTokens(text), tokens);
    }

    void usesWhatItLearned_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("learnedTokens");
        QTest::addColumn<qint64>("learnedBytes");
        QTest::addColumn<qint64>("tokens");
        const QString thousand(1000, u'x'); // 300 by the guess
        QTest::newRow("nothing learned") << thousand << qint64{0} << qint64{0} << qint64{300};
        QTest::newRow("too little learned")
            << thousand << qint64{1999} << qint64{7996} << qint64{300};
        QTest::newRow("four bytes a token")
            << thousand << qint64{2000} << qint64{8000} << qint64{250};
        QTest::newRow("rounds up") << thousand << qint64{2000} << qint64{6000} << qint64{334};
        QTest::newRow("bytes of Chinese are three a character")
            << u"价格随时间变化而变化"_s << qint64{2000} << qint64{10000} << qint64{6};
        QTest::newRow("bytes of accented letters are two")
            << u"éàüöñ"_s << qint64{2000} << qint64{2000} << qint64{10};
        QTest::newRow("bytes of an emoji are four")
            << u"🙂"_s << qint64{2000} << qint64{2000} << qint64{4};
        QTest::newRow("nothing stays nothing")
            << QString() << qint64{2000} << qint64{8000} << qint64{0};
        QTest::newRow("tokens without bytes teach nothing")
            << thousand << qint64{5000} << qint64{0} << qint64{300};
        QTest::newRow("too large to multiply")
            << thousand << std::numeric_limits<qint64>::max() << qint64{1} << qint64{300};
    }

    void usesWhatItLearned()
    {
        QFETCH(QString, text);
        QFETCH(qint64, learnedTokens);
        QFETCH(qint64, learnedBytes);
        QFETCH(qint64, tokens);
        QCOMPARE(estimateTokens(text, {.tokens = learnedTokens, .bytes = learnedBytes}), tokens);
    }
};

PENNYWORTH_TEST(TokensTest)

#include "tst_tokens.moc"
