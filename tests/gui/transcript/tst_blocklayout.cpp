// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/codelayout.h"
#include "transcript/textcolumn.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <optional>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

constexpr qreal kWidth = 600;

TranscriptStyle testStyle()
{
    QFont body;
    body.setPixelSize(14);
    QFont small;
    small.setPixelSize(11);
    return transcriptStyle(Palette::light(), body, body, small);
}

} // namespace

class BlockLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void countsPositionsInLeaves_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a paragraph") << u"a *b* `c` [d](http://e)"_s << u"a b c d"_s;
        QTest::newRow("soft and hard breaks") << u"a\nb\\\nc"_s << u"a b\u2028c"_s;
        QTest::newRow("an image is its description") << u"![a *b*](c)"_s << u"a b"_s;
        QTest::newRow("an image without one is its address") << u"![](http://c)"_s << u"http://c"_s;
        QTest::newRow("a heading") << u"## a b"_s << u"a b"_s;
        QTest::newRow("code") << u"```x\na\n\nb\n```"_s << u"a\n\nb"_s;
        QTest::newRow("raw HTML is text") << u"<b>a</b>"_s << u"<b>a</b>"_s;
        QTest::newRow("a table") << u"|a|b|\n|-|-|\n|c|`d`|"_s << u"abcd"_s;
        QTest::newRow("a nested list") << u"1. a\n   - b\n     c"_s << u"a|b c"_s;
        QTest::newRow("a quote with code") << u"> a\n>\n> ```\n> b\n> ```"_s << u"a|b"_s;
        QTest::newRow("a footnote") << u"[^1]: a"_s << u"a"_s;
        QTest::newRow("a rule") << u"---"_s << QString();
    }

    void countsPositionsInLeaves()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        const MarkdownBlock block = parseMarkdown(text).front();
        std::vector<PlacedBlock> placed;
        appendPlacedBlocks(block, 0, m_style, SoftBreaks::Spaces, placed);
        QStringList texts;
        qsizetype length = 0;
        for (const PlacedBlock &part : placed) {
            texts += part.layout->text();
            QCOMPARE(part.leafStart, length);
            QCOMPARE(part.length, part.layout->text().size());
            length += part.length;
        }
        QCOMPARE(texts.join(u'|'), shown);
        QCOMPARE(length, leafLength(block.node));
    }

    void findsWhereItPutsThings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a paragraph over lines") << u"Some words that go on. "_s.repeated(20);
        QTest::newRow("Chinese") << u"预写日志把修改追加到单独的文件里，"_s.repeated(12);
        QTest::newRow("code") << u"```\nint a;\n\tint b; // 中文\n\nint c;\n```"_s;
        QTest::newRow("a table")
            << u"| one | two |\n|---|--:|\n| three `four` | five |\n| six | seven |"_s;
        QTest::newRow("a list") << u"- one two three"_s;
    }

    void findsWhereItPutsThings()
    {
        QFETCH(QString, text);
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(text);
        column.layOut(kWidth);
        for (int offset = 0; offset < column.blocks().front().length; ++offset) {
            const QRectF caret = column.caretRect({.block = 0, .offset = offset});
            QVERIFY(caret.left() >= 0 && caret.left() <= kWidth);
            const TextColumn::Place found =
                column.positionAt({caret.left() + 1, caret.center().y()});
            QCOMPARE(found.block, 0);
            // Between two cells of a table, or two lines, one place has two offsets.
            QVERIFY2(std::abs(found.offset - offset) <= 1, qPrintable(QString::number(offset)));
        }
    }

    void setsEqualLines()
    {
        const qreal latin = heightOf(u"one two\\\nthree\\\nfour"_s);
        QCOMPARE(latin, 3 * m_style.lineHeight);
        QCOMPARE(heightOf(u"一 二\\\nthree 🙂\\\n`four`"_s), latin);
    }

    void breaksTablesToTheColumn()
    {
        const QString cell = u"several words of some length "_s.repeated(6);
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"|a|b|c|\n|-|-|-|\n|"_s + cell + u"|x|"_s + cell + u"|"_s);
        QCOMPARE_GT(column.layOut(kWidth), 4 * m_style.lineHeight);
        const QRectF last =
            column.caretRect({.block = 0, .offset = column.blocks().front().length});
        QCOMPARE_LE(last.left(), kWidth);
    }

    void indentsWhatIsInside()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"- a\n  - b\n\n    ```\n    c\n    ```\n\n> d"_s);
        column.layOut(kWidth);
        const std::vector<PlacedBlock> &blocks = column.blocks();
        QCOMPARE(blocks.size(), size_t{4});
        QCOMPARE_GT(blocks[1].indent, blocks[0].indent);
        QCOMPARE(blocks[2].indent, blocks[1].indent);
        QCOMPARE(blocks[0].marker, u"•"_s);
        QCOMPARE(blocks[2].marker, QString());
        QCOMPARE(blocks[3].bars.size(), size_t{1});
        QVERIFY(column.code(2));
        QVERIFY(!column.code(1));
    }

    void scrollsLongLines()
    {
        CodeLayout code(u"x"_s.repeated(500), u"cpp"_s, m_style);
        code.layOut(kWidth);
        QCOMPARE_GT(code.caretRect(400).left(), kWidth);
        QVERIFY(code.scrollBy(1e6));
        QCOMPARE_LE(code.caretRect(500).left(), kWidth);
        QVERIFY(!code.scrollBy(1));
        CodeLayout shortCode(u"x"_s, u"cpp"_s, m_style);
        shortCode.layOut(kWidth);
        QVERIFY(!shortCode.scrollBy(10));
    }

    void growsLikeTheWhole_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("the sample") << test::sampleDocument();
        QTest::newRow("code") << u"```\na\nb\n```\nc"_s;
        QTest::newRow("a list that turns loose") << u"- a\n- b\n\n- c\n"_s;
    }

    // What stands there after streaming is what the whole text looks like.
    void growsLikeTheWhole()
    {
        QFETCH(QString, text);
        TextColumn whole(m_style, SoftBreaks::Spaces);
        whole.setText(text);
        TextColumn grown(m_style, SoftBreaks::Spaces);
        for (qsizetype at = 0; at <= text.size(); at += 7) {
            grown.grow(text.left(at));
            grown.layOut(kWidth);
        }
        grown.grow(text);
        grown.finish();
        grown.layOut(kWidth);
        grown.measure(0, 1e6);
        whole.layOut(kWidth);
        whole.measure(0, 1e6);
        QCOMPARE(grown.layOut(kWidth), whole.layOut(kWidth));
        QCOMPARE(grown.blocks().size(), whole.blocks().size());
        for (size_t i = 0; i < whole.blocks().size(); ++i) {
            QCOMPARE(grown.blocks()[i].top, whole.blocks()[i].top);
            QCOMPARE(grown.blocks()[i].length, whole.blocks()[i].length);
            QCOMPARE(grown.blocks()[i].layout->text(), whole.blocks()[i].layout->text());
            for (int offset = 0; offset <= whole.blocks()[i].length; offset += 11) {
                const TextColumn::Place place{.block = int(i), .offset = offset};
                QCOMPARE(grown.caretRect(place), whole.caretRect(place));
            }
        }
    }

    // Where something grew, nothing above the place it says looks different.
    void saysFromWhereItLooksDifferent()
    {
        const QString text = test::sampleDocument().left(5000)
            + u"\n\n| a | b |\n|---|---|\n| one | two |\n| three | four |\n| five | six |\n"_s;
        TextColumn column(m_style, SoftBreaks::Spaces);
        QImage before = painted(column, text.left(1), nullptr);
        for (qsizetype at = 1; at <= text.size(); at += 29) {
            std::optional<qreal> top;
            const QImage after = painted(column, text.left(at), &top);
            const int same = int(top.value_or(kTallest));
            for (int y = 0; y < std::min(same, after.height()); ++y)
                QVERIFY2(
                    std::equal(before.constScanLine(y),
                        before.constScanLine(y) + before.bytesPerLine(), after.constScanLine(y)),
                    qPrintable(u"line %1 of %2 at %3"_s.arg(y).arg(same).arg(at)));
            before = after;
        }
    }

    void laysOutOnlyWhatIsAskedFor()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(test::sampleDocument().repeated(5));
        column.layOut(kWidth);
        QVERIFY(!column.isExact());
        const auto exact = [&column] {
            return std::ranges::count_if(
                column.blocks(), [](const PlacedBlock &block) { return block.isExact; });
        };
        QCOMPARE_LE(exact(), 2);
        const auto middle = column.blocks().size() / 2;
        const qreal y = column.blocks()[middle].top;
        QVERIFY(column.measure(y, y + 600));
        QCOMPARE(column.blocks()[middle].top, y);
        QCOMPARE_LE(exact(), 60);
        const qreal moved = column.measureAbove(y, 600);
        QCOMPARE(column.blocks()[middle].top, y + moved);
        for (const PlacedBlock &block : column.blocks())
            QVERIFY(block.isExact || block.top + block.height < y + moved - 600
                || block.top > y + moved + 600 || &block == &column.blocks().back()
                || &block == &column.blocks().back() - 1);
    }

    void setsLargeTablesInParts()
    {
        QString text =
            u"|"_s + u" head |"_s.repeated(200) + u"\n|"_s + u"---|"_s.repeated(200) + u'\n';
        for (int row = 0; row < 20; ++row)
            text += u"|"_s + u" cell |"_s.repeated(200) + u'\n';
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(text);
        column.layOut(kWidth);
        QCOMPARE(column.blocks().size(), size_t{21});
        QCOMPARE(column.blocks()[5].leafStart, 5 * 200 * 4);
        // They scroll sideways as one.
        QVERIFY(column.scrollBlock(0, 100));
        const QRectF head = column.caretRect({.block = 0, .offset = 40});
        QCOMPARE(column.caretRect({.block = 20, .offset = 40}).left(), head.left());
    }

    void laysOutOnlyTheEndAgain()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.grow(u"one\n\n```\ncode\n"_s);
        column.layOut(kWidth);
        const BlockLayout *first = column.blocks()[0].layout.get();
        const BlockLayout *code = column.blocks()[1].layout.get();
        column.grow(u"one\n\n```\ncode\nmore"_s);
        QCOMPARE(column.blocks()[0].layout.get(), first);
        QCOMPARE(column.blocks()[1].layout.get(), code);
        QCOMPARE(code->text(), u"code\nmore"_s);
    }

    void setsEndlessLinesInPieces()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        const QString text = u"word "_s.repeated(20'000).trimmed();
        column.setText(text);
        column.layOut(kWidth);
        QCOMPARE(column.blocks().size(), size_t{10});
        QString all;
        for (const PlacedBlock &block : column.blocks()) {
            QCOMPARE(block.leafStart, all.size());
            all += block.layout->text();
        }
        QCOMPARE(all, text);
        QVERIFY(!column.isExact()); // only its end is set
        column.measure(0, 1e6);
        const QRectF caret = column.caretRect({.block = 5, .offset = 4'001});
        const TextColumn::Place place = column.positionAt({caret.left(), caret.center().y()});
        QCOMPARE(place.block, 5);
        QVERIFY(std::abs(place.offset - 4'001) <= 1);
    }

    void findsLinks()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"a [link](http://b) c\n\n|[d](http://e)|\n|-|"_s);
        column.layOut(kWidth);
        const auto linkOf = [&](int block, int offset) {
            const QRectF caret = column.caretRect({.block = block, .offset = offset});
            return column.linkAt({caret.left() + 1, caret.center().y()}).target;
        };
        QCOMPARE(linkOf(0, 3), u"http://b"_s);
        QCOMPARE(linkOf(0, 0), QString());
        QCOMPARE(linkOf(1, 0), u"http://e"_s);
        QCOMPARE(column.linkAt({kWidth - 1, 5}).target, QString());
    }

    void paintsEverythingItCanHold()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(
            test::sampleDocument() + u"\n\n[^1]: a\n\n---\n\n> - [x] b[^1] ![c](d) <e>"_s);
        column.layOut(kWidth);
        column.measure(0, 1e6);
        const qreal height = column.layOut(kWidth);
        QImage image(int(kWidth), int(height), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        column.draw(&painter, {}, image.rect(), [](int, const PlacedBlock &block) {
            return TextMarks{.selected = {0, block.length}, .found = {{0, 3}}, .current = {1, 2}};
        });
        painter.end();
        QVERIFY(column.blocks().back().top + column.blocks().back().height <= height);
    }

private:
    static constexpr int kTallest = 7000;

    // Grows a column and paints it from its top.
    static QImage painted(TextColumn &column, const QString &text, std::optional<qreal> *top)
    {
        column.layOut(kWidth);
        const std::optional<qreal> change = column.grow(text);
        if (top)
            *top = change;
        column.layOut(kWidth);
        QImage image(int(kWidth), kTallest, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        column.draw(&painter, {}, image.rect(), {});
        return image;
    }

    qreal heightOf(const QString &text) const
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(text);
        return column.layOut(kWidth);
    }

    TranscriptStyle m_style = testStyle();
};

PENNYWORTH_TEST(BlockLayoutTest)

#include "tst_blocklayout.moc"
