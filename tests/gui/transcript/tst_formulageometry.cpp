// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/formulas.h"
#include "support/testregistry.h"
#include "transcript/formulapicture.h"
#include "transcript/textcolumn.h"
#include "typesetting/typesetter.h"

#include <QImage>
#include <QPainter>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000; // ms; a slow machine under a sanitizer
constexpr int kScale = 4; // pixels of the test to one of the screen: edges are sharp enough
constexpr qreal kWidth = 600;

// What is not white.
QRect inkOf(const QImage &image)
{
    constexpr int kLight = 160;
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < kLight)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

} // namespace

/// What stretches in formulas is as large as what it belongs to, and formulas stand where they
/// should, judged by what is painted.
class FormulaGeometryTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!Typesetter::isAvailable())
            QSKIP("built without npm, so there is nothing that sets TeX");
        QFont body(u"DejaVu Sans"_s);
        body.setPixelSize(16);
        m_style = transcriptStyle(Palette::light(), body, body, body);
        m_style.typesetter = &m_typesetter;
    }

    void bracesSpanWhatTheyHold_data()
    {
        QTest::addColumn<QString>("content");
        QTest::newRow("short") << u"a+b"_s;
        QTest::newRow("long") << u"1 + 2 + 3 + \\cdots + (n - 1) + n"_s;
        QTest::newRow("very long") << u"x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8 + x_9"_s;
        QTest::newRow("high") << u"\\frac{a+b+c}{d+e+f} \\cdot \\sum_{i=1}^{n} i"_s;
    }

    void bracesSpanWhatTheyHold()
    {
        QFETCH(QString, content);
        const QRect text = ink(content);
        for (const char *brace : {"underbrace", "overbrace"}) {
            const QRect alone =
                ink(u"\\%1{\\phantom{%2}}"_s.arg(QLatin1StringView(brace), content));
            QVERIFY(alone.isValid());
            // As wide as the box of the content, which is a little wider than its ink.
            QCOMPARE_GE(alone.width(), text.width() - 2 * kScale);
            QCOMPARE_LE(alone.width(), text.width() + 8 * kScale);
            QCOMPARE_LE(alone.height(), 14 * kScale);
        }
    }

    void arrowsAreAsWideAsTheirLabels_data()
    {
        QTest::addColumn<QString>("label");
        QTest::newRow("short") << u"f"_s;
        QTest::newRow("words") << u"\\text{heat and pressure}"_s;
        QTest::newRow("long") << u"\\text{a catalyst, and then some more of it to be sure}"_s;
    }

    void arrowsAreAsWideAsTheirLabels()
    {
        QFETCH(QString, label);
        const QRect text = ink(u"\\scriptstyle{%1}"_s.arg(label));
        for (const char *arrow : {"xrightarrow", "xleftarrow", "xRightarrow"}) {
            const QRect alone = ink(u"\\%1{\\phantom{%2}}"_s.arg(QLatin1StringView(arrow), label));
            QCOMPARE_GE(alone.width(), text.width());
            QCOMPARE_LE(alone.width(), text.width() + 30 * kScale);
            QCOMPARE_LE(alone.height(), 12 * kScale);
        }
    }

    void delimitersAreAsHighAsWhatTheyHold_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("delimited");
        const auto row = [](const char *name, const QString &content, const QString &around) {
            QTest::newRow(name) << content << around;
        };
        const QString column = u"\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\\\6\\end{matrix}"_s;
        const QString two = u"\\begin{matrix}a\\\\b\\end{matrix}"_s;
        const QString fraction = u"\\dfrac{\\dfrac{a}{b}}{\\dfrac{c}{d}}"_s;
        row("parentheses around a matrix", column, u"\\left(%1\\right)"_s);
        row("brackets around a matrix", column, u"\\left[%1\\right]"_s);
        row("a brace before cases", column, u"\\left\\{%1\\right."_s);
        row("bars", column, u"\\left|%1\\right|"_s);
        row("double bars", column, u"\\left\\|%1\\right\\|"_s);
        row("parentheses around two rows", two, u"\\left(%1\\right)"_s);
        row("around fractions", fraction, u"\\left(%1\\right)"_s);
        row("floors", fraction, u"\\left\\lfloor%1\\right\\rfloor"_s);
        row("angles", two, u"\\left\\langle%1\\right\\rangle"_s);
        row("nested", fraction, u"\\left(\\left[%1\\right]\\right)"_s);
    }

    void delimitersAreAsHighAsWhatTheyHold()
    {
        QFETCH(QString, content);
        QFETCH(QString, delimited);
        const QRect text = ink(content);
        const QRect around = ink(delimited.arg(u"\\phantom{%1}"_s.arg(content)));
        // TeX lets them be shorter by a tenth (\delimiterfactor 901).
        QCOMPARE_GE(around.height(), text.height() * 9 / 10);
        QCOMPARE_LE(around.height(), text.height() * 3 / 2);
    }

    // Without gaps: every row of pixels has some of it.
    void longDelimitersAreInOnePiece()
    {
        const QImage image = painted(
            u"$$\\left(\\phantom{\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\\\6\\\\7\\end{matrix}}\\right.$$"_s);
        const QRect all = inkOf(image);
        for (int y = all.top(); y <= all.bottom(); ++y)
            QVERIFY(inkOf(image.copy(0, y, image.width(), 1)).isValid());
        const QImage brace = painted(u"$$\\underbrace{\\phantom{aaaaaaaaaaaaaaaaaaaaaaaaaa}}$$"_s);
        const QRect across = inkOf(brace);
        for (int x = across.left(); x <= across.right(); ++x)
            QVERIFY(inkOf(brace.copy(x, 0, 1, brace.height())).isValid());
    }

    void rootsAndFractionsCoverWhatTheyHold()
    {
        const QString inside = u"a + b + c + d + e"_s;
        const QRect text = ink(inside);
        QCOMPARE_GE(ink(u"\\sqrt{\\phantom{%1}}"_s.arg(inside)).width(), text.width());
        QCOMPARE_GE(
            ink(u"\\frac{\\phantom{%1}}{\\phantom{x}}"_s.arg(inside)).width(), text.width());
        QCOMPARE_GE(ink(u"\\overline{\\phantom{%1}}"_s.arg(inside)).width(), text.width() - kScale);
    }

    void standsOnTheBaselineOfTheText_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::newRow("a letter") << u"$x$"_s;
        QTest::newRow("a capital") << u"$H$"_s;
        QTest::newRow("a number") << u"\\(1\\)"_s;
    }

    // None of these goes below the line, nor does the text.
    void standsOnTheBaselineOfTheText()
    {
        QFETCH(QString, formula);
        const QImage image = painted(u"HHH HHH HHH HHH HHH "_s + formula);
        const QRect all = inkOf(image);
        const QRect text = inkOf(image.copy(0, 0, 60 * kScale, image.height()));
        QRect set = inkOf(image.copy(all.right() - 4 * kScale, 0, 5 * kScale, image.height()));
        QVERIFY(text.isValid() && set.isValid());
        QCOMPARE_LE(std::abs(set.bottom() - text.bottom()), kScale); // one pixel of the screen
    }

    void standsOnItWhereItIsHigh()
    {
        const QImage image = painted(u"HHH $\\dfrac{a}{b} = H$"_s);
        const QRect all = inkOf(image);
        const QRect text = inkOf(image.copy(0, 0, 30 * kScale, image.height()));
        const QRect last =
            inkOf(image.copy(all.right() - 5 * kScale, 0, 6 * kScale, image.height()));
        QCOMPARE_LE(std::abs(last.bottom() - text.bottom()), kScale);
    }

    void standsInTheMiddle_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::newRow("dollars") << u"$$a = b$$"_s;
        QTest::newRow("brackets") << u"\\[\\sum_{i=1}^n i = \\frac{n(n+1)}{2}\\]"_s;
        QTest::newRow("an environment") << u"\\begin{align}a &= b \\\\ &= c + d\\end{align}"_s;
    }

    void standsInTheMiddle()
    {
        QFETCH(QString, formula);
        const QImage image = painted(formula);
        const QRect all = inkOf(image);
        const int right = image.width() - 1 - all.right();
        QVERIFY2(std::abs(all.left() - right) <= 4 * kScale,
            qPrintable(u"%1 and %2"_s.arg(all.left()).arg(right)));
    }

    void alignsItsEquals()
    {
        const QImage image = painted(u"\\begin{align}a + b + c &= | \\\\ a &= |\\end{align}"_s);
        const QRect all = inkOf(image);
        const int half = all.center().y();
        const QRect upper = inkOf(image.copy(0, 0, image.width(), half));
        const QRect lower = inkOf(image.copy(0, half, image.width(), image.height() - half));
        QCOMPARE_LE(std::abs(upper.right() - lower.right()), kScale);
        QVERIFY(lower.left() > upper.left() + 10 * kScale);
    }

private:
    QRect ink(const QString &tex) { return inkOf(painted(u"$$"_s + tex + u"$$"_s)); }

    static TexSource formulaIn(const QString &markdown)
    {
        const FormulaSpan span = findFormulas(markdown).constLast();
        const QString source = markdown.mid(span.start, span.length);
        return {.tex = texOf(source), .isDisplay = isDisplayFormula(source)};
    }

    // Once it is set, on white.
    QImage painted(const QString &markdown)
    {
        TextColumn column(m_style, SoftBreaks::Spaces);
        column.setText(markdown);
        column.layOut(kWidth);
        // What was set before is so from the start.
        const auto isSet = [&] {
            column.takeTypesetting();
            return m_typesetter.set(formulaIn(markdown))->isDone();
        };
        if (!QTest::qWaitFor(isSet, kPatience))
            qFatal("the formula is not set");
        column.takeTypesetting();
        const qreal height = column.layOut(kWidth);
        QImage image(QSizeF(kWidth, height + 1).toSize() * kScale, QImage::Format_RGB32);
        image.fill(Qt::white);
        image.setDevicePixelRatio(kScale);
        QPainter painter(&image);
        column.draw(&painter, {}, QRectF(0, 0, kWidth, height), {});
        return image;
    }

    Typesetter m_typesetter;
    TranscriptStyle m_style;
};

PENNYWORTH_TEST(FormulaGeometryTest)

#include "tst_formulageometry.moc"
