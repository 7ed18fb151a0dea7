// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/textcolumn.h"
#include "transcript/textquery.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class TextQueryTest : public QObject {
    Q_OBJECT

private slots:
    void countsWhatIsShown_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("hits");
        QTest::newRow("words") << u"log, Log and catalog"_s << u"log"_s << 3;
        QTest::newRow("marks inside a word") << u"ca**ta**log"_s << u"catalog"_s << 1;
        QTest::newRow("a word over two lines") << u"two\nwords"_s << u"two words"_s << 1;
        QTest::newRow("not the address of a link") << u"[a](http://log.example)"_s << u"log"_s << 0;
        QTest::newRow("nor a definition") << u"[a]\n\n[a]: http://log.example"_s << u"log"_s << 0;
        QTest::newRow("nor a language") << u"```log\nlog\n```"_s << u"log"_s << 1;
        QTest::newRow("nor the number of an item") << u"1. one 1"_s << u"1"_s << 1;
        QTest::newRow("entities are read") << u"a &amp; b"_s << u"a & b"_s << 1;
        QTest::newRow("and are not text") << u"a &amp; b"_s << u"amp"_s << 0;
        QTest::newRow("escapes are not text") << u"a\\_b"_s << u"a_b"_s << 1;
        QTest::newRow("cells are apart") << u"|a|b|\n|-|-|\n|c|d|"_s << u"ab"_s << 0;
        QTest::newRow("in cells") << u"|a|b|\n|-|-|\n|ab|d|"_s << u"ab"_s << 1;
        QTest::newRow("raw HTML is text") << u"<b>log</b>"_s << u"<b>"_s << 1;
        QTest::newRow("marks as marks") << u"a * b *c*"_s << u"*"_s << 1;
        QTest::newRow("no overlaps") << u"aaaa"_s << u"aa"_s << 2;
    }

    void countsWhatIsShown()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, text);
        QFETCH(int, hits);
        const TextQuery query{.text = text};
        QCOMPARE(countHits(markdown, SoftBreaks::Spaces, query), hits);
        QCOMPARE(shownHits(markdown, query), hits);
    }

    // Whatever short way the count takes, it says what is marked in the laid out text.
    void agreesWithTheLayout_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{u"the"_s, u"log"_s, u"checkpoint"_s, u"a"_s, u"page cache"_s,
            u"1"_s, u"int"_s, u"("_s, u"`"_s, u"SELECT"_s, u"ing "_s, u"-"_s,
            u"nowhere to be found"_s};
        for (const QString &text : texts)
            QTest::newRow(qPrintable(text)) << text;
    }

    void agreesWithTheLayout()
    {
        QFETCH(QString, text);
        const QString document = test::sampleDocument();
        for (const bool wholeWords : {false, true}) {
            for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
                const TextQuery query{
                    .text = text, .caseSensitivity = sensitivity, .wholeWords = wholeWords};
                QCOMPARE(
                    countHits(document, SoftBreaks::Spaces, query), shownHits(document, query));
            }
        }
    }

    void mindsCaseAndWords()
    {
        const QString text = u"Log log logs"_s;
        const auto count = [&text](Qt::CaseSensitivity sensitivity, bool wholeWords) {
            return countHits(text, SoftBreaks::Spaces,
                {.text = u"log"_s, .caseSensitivity = sensitivity, .wholeWords = wholeWords});
        };
        QCOMPARE(count(Qt::CaseInsensitive, false), 3);
        QCOMPARE(count(Qt::CaseSensitive, false), 2);
        QCOMPARE(count(Qt::CaseInsensitive, true), 2);
        QCOMPARE(count(Qt::CaseSensitive, true), 1);
    }

private:
    static int shownHits(const QString &markdown, const TextQuery &query)
    {
        QFont font;
        font.setPixelSize(14);
        const TranscriptStyle style = transcriptStyle(Palette::light(), font, font, font);
        TextColumn column(style, SoftBreaks::Spaces);
        column.setText(markdown);
        int count = 0;
        for (const PlacedBlock &block : column.blocks())
            count += int(hitsIn(block.layout->text(), block.layout->textStarts(), query).size());
        return count;
    }
};

PENNYWORTH_TEST(TextQueryTest)

#include "tst_textquery.moc"
