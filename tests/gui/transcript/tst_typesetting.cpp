// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/codelayout.h"
#include "transcript/formulalayout.h"
#include "transcript/textcolumn.h"
#include "transcriptstage.h"
#include "typesetting/typesetter.h"

#include <QHelpEvent>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

constexpr qreal kWidth = 600;
constexpr int kPatience = 60'000; // ms; a slow machine under a sanitizer

TranscriptStyle styleWith(Typesetter &typesetter)
{
    QFont body;
    body.setPixelSize(14);
    TranscriptStyle style = transcriptStyle(Palette::light(), body, body, body);
    style.typesetter = &typesetter;
    return style;
}

QImage painted(const TextColumn &column, qreal height)
{
    QImage image(int(kWidth), int(height) + 1, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    column.draw(&painter, {}, QRectF(image.rect()), {});
    return image;
}

} // namespace

class TypesettingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!Typesetter::isAvailable())
            QSKIP("built without npm, so there is nothing that sets TeX or colours code");
    }

    void showsTheSourceUntilItIsSet()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"so $\\alpha_1 + \\beta$, then"_s);
        column.layOut(kWidth);
        const qreal before = column.caretRect({.block = 0, .offset = 24}).x();
        QVERIFY(settle(column));
        QVERIFY(column.caretRect({.block = 0, .offset = 24}).x() < before);
        QCOMPARE(column.blocks().front().layout->text(), u"so $\\alpha_1 + \\beta$, then"_s);
    }

    void isOnePlaceInItsLine()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"so $x^2 + y^2$ is"_s);
        QVERIFY(settle(column));
        const qreal left = column.caretRect({.block = 0, .offset = 3}).x();
        const qreal right = column.caretRect({.block = 0, .offset = 14}).x();
        QVERIFY(right - left > 20);
        const qreal y = column.caretRect({.block = 0, .offset = 3}).center().y();
        QCOMPARE(column.positionAt({left + 2, y}).offset, 3);
        QCOMPARE(column.positionAt({right - 2, y}).offset, 14);
    }

    void makesRoomForHighFormulas()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"a $\\dfrac{\\dfrac{a}{b}}{\\dfrac{c}{d}}$ b"_s);
        QVERIFY(settle(column));
        const qreal height = column.layOut(kWidth);
        QVERIFY(height > 1.5 * m_style.lineHeight);
        const QImage image = painted(column, height);
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(image.pixelColor(x, 0), QColor(Qt::white));
    }

    void leavesOtherLinesAsTheyAre()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"a $x_1$ and $\\frac12$ b"_s);
        QVERIFY(settle(column));
        QVERIFY(column.layOut(kWidth) <= m_style.lineHeight + 6);
    }

    void partsAParagraphAtFormulas()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"before\n\\[\na = b\n\\]\nafter"_s);
        QVERIFY(settle(column));
        const std::vector<PlacedBlock> &blocks = column.blocks();
        QCOMPARE(blocks.size(), size_t(3));
        QCOMPARE(blocks[1].kind, MarkdownKind::Formula);
        QCOMPARE(blocks[2].layout->text(), u"after"_s);
        QCOMPARE(blocks[2].leafStart, blocks[1].leafStart + blocks[1].length);
        const QRectF left = column.caretRect({.block = 1, .offset = 0});
        const QRectF right = column.caretRect({.block = 1, .offset = blocks[1].length});
        QVERIFY(std::abs(left.x() - (kWidth - right.x())) <= 2); // centred
    }

    void scrollsWhatIsTooWide()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"$$"_s + u"x_1 + "_s.repeated(50) + u"x$$"_s);
        QVERIFY(settle(column));
        const qreal before = column.caretRect({.block = 0, .offset = 0}).x();
        QVERIFY(column.scrollBlock(0, 100));
        QCOMPARE(column.caretRect({.block = 0, .offset = 0}).x(), before - 100);
    }

    void saysWhatIsWrong()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"a $\\frac{$ b\n\n$$\\nonsense$$"_s);
        column.layOut(kWidth);
        QTRY_VERIFY_WITH_TIMEOUT(column.tipAt(column.caretRect({.block = 1, .offset = 3}).center())
                                     .contains(u"\\nonsense"_s),
            kPatience);
        const QPointF place = column.caretRect({.block = 0, .offset = 5}).center();
        QTRY_VERIFY_WITH_TIMEOUT(column.tipAt(place).contains(u"brace"_s), kPatience);
        QCOMPARE(column.blocks().front().layout->text(), u"a $\\frac{$ b"_s);
    }

    void paintsInTheColorOfTheText()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"$$\\rule{40em}{20em}$$"_s);
        QVERIFY(settle(column));
        const QImage image = painted(column, column.layOut(kWidth));
        QCOMPARE(image.pixelColor(image.rect().center()), m_style.palette.text);
    }

    void setsFormulasInTables()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"| a | b |\n|---|---|\n| $\\alpha\\beta$ | c |"_s);
        column.layOut(kWidth);
        const TextColumn::Place behind{.block = 0, .offset = 2 + 13};
        const qreal before = column.caretRect(behind).x();
        QVERIFY(settle(column));
        column.layOut(kWidth);
        QVERIFY(column.caretRect(behind).x() < before);
    }

    void colorsCode()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"```cpp\nreturn \"████████\"; // ████████\n```"_s);
        QVERIFY(settle(column));
        const QImage image = painted(column, column.layOut(kWidth));
        QVERIFY(holds(image, m_style.palette.codeString));
        QVERIFY(holds(image, m_style.palette.codeComment));
    }

    void colorsTheLastLinesOfAStream()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        const QString text = u"```cpp\n"_s + u"int x = 1;\n"_s.repeated(30) + u"\"████████\";"_s;
        for (qsizetype at = 1; at <= text.size(); ++at)
            column.grow(text.left(at));
        column.finish();
        QVERIFY(settle(column));
        QVERIFY(holds(painted(column, column.layOut(kWidth)), m_style.palette.codeString));
    }

    void tintsADifferenceOverItsWidth()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"```diff\n a\n+b\n-c\n```"_s);
        const QImage image = painted(column, column.layOut(kWidth));
        const auto colorOf = [&](int offset) {
            return image.pixelColor(int(kWidth) - 20,
                int(column.caretRect({.block = 0, .offset = offset}).center().y()));
        };
        QCOMPARE(colorOf(0), m_style.palette.code);
        QCOMPARE(colorOf(3), m_style.palette.codeAdded);
        QCOMPARE(colorOf(6), m_style.palette.codeRemoved);
    }

    void keepsChipsOffWhatFollows()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"a `code`, b"_s);
        const QImage image = painted(column, column.layOut(kWidth));
        const QRectF comma = column.caretRect({.block = 0, .offset = 6});
        QCOMPARE(image.pixelColor(int(comma.x()) - 1, 3), QColor(Qt::white));
    }

    void asksOnlyForWhatIsSeenOfLongCode()
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(u"```cpp\n"_s + u"int x = \"██\";\n"_s.repeated(10'000) + u"```"_s);
        column.readAll();
        column.layOut(kWidth);
        const qreal y = column.caretRect({.block = 0, .offset = 100'000}).y();
        const auto seen = [&] {
            QImage image(int(kWidth), 400, QImage::Format_RGB32);
            QPainter painter(&image);
            column.draw(&painter, {0, -y}, QRectF(image.rect()), {});
            painter.end();
            column.takeTypesetting();
            return holds(image, m_style.palette.codeString);
        };
        QTRY_VERIFY_WITH_TIMEOUT(seen(), kPatience);
    }

    void copiesTheSource()
    {
        test::TranscriptStage stage;
        stage.view().setTypesetter(&m_typesetter);
        stage.model().setRows({test::answer(1, u"so $x^2$ and\n\\[\ny\n\\]\nend"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(isSet(stage, 1), kPatience);
        stage.view().selectAll();
        const SelectedText selected = stage.view().selection();
        QVERIFY(selected.markdown.contains(u"so $x^2$ and\n\\[\ny\n\\]\nend"_s));
        QVERIFY(selected.plain.contains(u"$x^2$"_s));
        QVERIFY(selected.plain.contains(u"\\[\ny\n\\]"_s));
    }

    void leavesTheReadersTextWhereItIs()
    {
        test::TranscriptStage stage;
        stage.view().setTypesetter(&m_typesetter);
        const QString formulas = u"$$\\begin{matrix}1\\\\2\\\\3\\\\4\\end{matrix}$$\n\n"_s;
        stage.model().setRows({test::answer(1,
            formulas.repeated(3) + u"words\n\n"_s.repeated(40) + u"here\n\n"_s
                + u"words\n\n"_s.repeated(40))});
        stage.view().verticalScrollBar()->setValue(300);
        const int before = stage.placeOf(0, u"here"_s).y();
        QTRY_VERIFY_WITH_TIMEOUT(isSet(stage, 0), kPatience);
        QVERIFY(std::abs(stage.placeOf(0, u"here"_s).y() - before) <= 1);
    }

private:
    // Until nothing new came for everything in the column.
    bool settle(TextColumn &column)
    {
        const qreal height = column.layOut(kWidth);
        painted(column, height);
        return QTest::qWaitFor(
            [&column] {
                const bool isNew = column.takeTypesetting();
                if (isNew)
                    painted(column, column.layOut(kWidth));
                return isNew;
            },
            kPatience);
    }

    static bool holds(const QImage &image, const QColor &color)
    {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == color)
                    return true;
            }
        }
        return false;
    }

    static bool isSet(test::TranscriptStage &stage, int block)
    {
        const BlockLayout &layout = *stage.view().blocks(0).at(size_t(block)).layout;
        return static_cast<const FormulaLayout &>(layout).isSet();
    }

    Typesetter m_typesetter;
    TranscriptStyle m_style = styleWith(m_typesetter);
};

PENNYWORTH_TEST(TypesettingTest)

#include "tst_typesetting.moc"
