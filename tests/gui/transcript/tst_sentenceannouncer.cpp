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
