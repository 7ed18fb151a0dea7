// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "typesetting/typesetter.h"

#include <QXmlStreamReader>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000; // ms; a slow machine under a sanitizer

template <class Job>
bool isDone(const std::shared_ptr<Job> &job)
{
    return QTest::qWaitFor([&job] { return job->isDone(); }, kPatience);
}

QString textOf(const CodeJob &job, const CodeSpan &span)
{
    return job.source().code.mid(span.start, span.length);
}

QStringList textsOf(const CodeJob &job, CodeRole role)
{
    QStringList texts;
    const CodeSpans spans = job.value() ? *job.value() : CodeSpans();
    for (const CodeSpan &span : spans) {
        if (span.role == role)
            texts += textOf(job, span);
    }
    return texts;
}

} // namespace

class TypesetterTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!Typesetter::isAvailable())
            QSKIP("built without npm, so there is nothing that sets TeX or colours code");
    }

    void setsAFormula()
    {
        const std::shared_ptr<FormulaJob> job = m_typesetter.set({.tex = u"\\frac{a}{b}"_s});
        QVERIFY(isDone(job));
        QVERIFY(job->value());
        const Formula &formula = *job->value();
        QVERIFY(formula.svg.startsWith("<svg"));
        QVERIFY(formula.width > 0.5 && formula.width < 3);
        QVERIFY(formula.height > 2 && formula.height < 4);
        QVERIFY(formula.depth > 0 && formula.depth < formula.height);
    }

    void setsDisplayLarger()
    {
        const auto small = m_typesetter.set({.tex = u"\\sum_{i=1}^n i"_s, .isDisplay = false});
        const auto large = m_typesetter.set({.tex = u"\\sum_{i=1}^n i"_s, .isDisplay = true});
        QVERIFY(isDone(small) && isDone(large));
        QVERIFY(large->value()->height > 1.5 * small->value()->height);
    }

    void writesPlainSvg_data()
    {
        QTest::addColumn<QString>("tex");
        QTest::newRow("brace") << u"\\underbrace{a+b+c}_{n}"_s;
        QTest::newRow("arrow") << u"A \\xrightarrow[below]{above it all} B"_s;
        QTest::newRow("cases") << u"\\begin{cases} 1 & x \\\\ 2 & y \\\\ 3 & z \\end{cases}"_s;
        QTest::newRow("matrix") << u"\\begin{pmatrix} 1\\\\2\\\\3\\\\4\\\\5 \\end{pmatrix}"_s;
        QTest::newRow("label") << u"\\begin{align} a &= b \\tag{1} \\end{align}"_s;
        QTest::newRow("lines") << u"\\begin{array}{c|c} 1 & 2 \\\\ \\hline 3 & 4 \\end{array}"_s;
        QTest::newRow("another script") << u"\\text{价格} = 1 \\text{元}"_s;
        QTest::newRow("bold") << u"\\bm{x}"_s;
        QTest::newRow("chemistry") << u"\\ce{2H2 + O2 -> 2H2O}"_s;
    }

    // Qt SVG ignores the view box of an inner <svg> and draws a stroke of no width.
    void writesPlainSvg()
    {
        QFETCH(QString, tex);
        const auto job = m_typesetter.set({.tex = tex, .isDisplay = true});
        QVERIFY(isDone(job));
        QVERIFY2(job->value(), job->error() ? qPrintable(job->error()->detail) : "");
        QCOMPARE(job->value()->svg.count("<svg"), 1);
        QXmlStreamReader reader(job->value()->svg);
        while (!reader.atEnd()) {
            reader.readNext();
            const QXmlStreamAttributes attributes = reader.attributes();
            if (attributes.value("stroke-width"_L1) == "0"_L1)
                QCOMPARE(attributes.value("stroke"_L1), "none"_L1);
            const QString transform = attributes.value("transform"_L1).toString();
            QVERIFY2(!transform.contains("NaN"_L1) && !transform.contains("Infinity"_L1),
                qPrintable(transform));
        }
        QVERIFY(!reader.hasError());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("tex");
        QTest::addColumn<QString>("reason");
        QTest::newRow("brace") << u"\\frac{1}{"_s << u"Missing close brace"_s;
        QTest::newRow("macro") << u"\\nonsense"_s << u"Undefined control sequence \\nonsense"_s;
        QTest::newRow("link") << u"\\href{file:///etc/passwd}{x}"_s << u"Undefined control"_s;
        QTest::newRow("class") << u"\\class{a}{x}"_s << u"Undefined control"_s;
        QTest::newRow("require") << u"\\require{html}"_s << u"Undefined control"_s;
        QTest::newRow("endless macro") << u"\\def\\x{\\x\\x}\\x"_s << u"maximum macro"_s;
        QTest::newRow("growing macro")
            << u"\\def\\x{\\x yyyyyyyyyyyyyyyyyyyyyyy}\\x"_s << u"MathJax"_s;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, tex);
        QFETCH(QString, reason);
        const auto job = m_typesetter.set({.tex = tex});
        QVERIFY(isDone(job));
        QVERIFY(job->error());
        QVERIFY2(job->error()->detail.contains(reason), qPrintable(job->error()->detail));
    }

    void keepsDefinitionsToTheirFormula()
    {
        QVERIFY(isDone(m_typesetter.set({.tex = u"\\def\\mine{x}\\mine"_s})));
        const auto job = m_typesetter.set({.tex = u"\\mine"_s});
        QVERIFY(isDone(job));
        QVERIFY(job->error());
    }

    void survivesHostileInput_data()
    {
        QTest::addColumn<QString>("tex");
        QTest::newRow("deep") << QString(20'000, u'{') + QString(20'000, u'}');
        QTest::newRow("deep fractions") << u"\\frac{"_s.repeated(3'000);
        QTest::newRow("long") << u"x+"_s.repeated(25'000);
        QTest::newRow("vast") << u"x"_s.repeated(1'000'000);
        QTest::newRow("doubling")
            << u"\\def\\a{xx}\\def\\b{\\a\\a}\\def\\c{\\b\\b}\\def\\d{\\c\\c}\\d\\d\\d"_s;
        QTest::newRow("not TeX") << u"\0\uFFFF</svg><script>\u202E"_s;
    }

    // Whatever comes of it, the next formula is set.
    void survivesHostileInput()
    {
        QFETCH(QString, tex);
        const auto job = m_typesetter.set({.tex = tex});
        QVERIFY(isDone(job));
        const auto next = m_typesetter.set(
            {.tex = u"a_1"_s + QString::fromLatin1(QTest::currentDataTag()).left(1)});
        QVERIFY(isDone(next));
        QVERIFY(next->value());
    }

    void colorsCode()
    {
        const auto job = m_typesetter.color({.language = u"cpp"_s,
            .code = u"int main() { return 42; } // \"ends\"\nauto s = \"text\";"_s});
        QVERIFY(isDone(job));
        QCOMPARE(textsOf(*job, CodeRole::Number), QStringList{u"42"_s});
        QCOMPARE(textsOf(*job, CodeRole::Comment), QStringList{u"// \"ends\""_s});
        QCOMPARE(textsOf(*job, CodeRole::String), QStringList{u"\"text\""_s});
        QVERIFY(textsOf(*job, CodeRole::Keyword).contains(u"return"_s));
    }

    void colorsAroundALineThatIsTooLong()
    {
        const QString data = u"int data[] = {"_s + u"1, "_s.repeated(10'000) + u"};\n"_s;
        const auto job = m_typesetter.color(
            {.language = u"cpp"_s, .code = u"return 1;\n"_s + data + u"auto s = \"text\";"_s});
        QVERIFY(isDone(job));
        QCOMPARE(textsOf(*job, CodeRole::Number), QStringList{u"1"_s});
        QCOMPARE(textsOf(*job, CodeRole::String), QStringList{u"\"text\""_s});
    }

    void knowsLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::newRow("of the common ones") << u"python"_s << u"def f(x): return None"_s;
        QTest::newRow("by alias") << u"py"_s << u"def f(x): return None"_s;
        QTest::newRow("in capitals") << u"Python"_s << u"def f(x): return None"_s;
        QTest::newRow("of the rare ones") << u"haskell"_s << u"module Main where"_s;
        QTest::newRow("by a rare alias") << u"hs"_s << u"module Main where"_s;
        QTest::newRow("with other languages inside")
            << u"html"_s << u"<script>let x = 1;</script>"_s;
        QTest::newRow("diff") << u"diff"_s << u"-a\n+b"_s;
    }

    void knowsLanguages()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        const auto job = m_typesetter.color({.language = language, .code = code});
        QVERIFY(isDone(job));
        QVERIFY2(job->value(), job->error() ? qPrintable(job->error()->detail) : "");
        QVERIFY(!job->value()->isEmpty());
        int end = 0;
        for (const CodeSpan &span : *job->value()) {
            QVERIFY(span.start >= end && span.length > 0);
            end = span.start + span.length;
        }
        QVERIFY(end <= code.size());
    }

    void leavesUnknownLanguagesAlone_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("unknown") << u"klingon"_s;
        QTest::newRow("a path") << u"../../../etc/passwd"_s;
        QTest::newRow("a property of objects") << u"__proto__"_s;
        QTest::newRow("another") << u"constructor"_s;
        QTest::newRow("none") << QString();
    }

    void leavesUnknownLanguagesAlone()
    {
        QFETCH(QString, language);
        const auto job = m_typesetter.color({.language = language, .code = u"if (x) y();"_s});
        QVERIFY(isDone(job));
        QVERIFY(job->error());
    }

    void leavesLinesOfMachinesAlone()
    {
        const auto job =
            m_typesetter.color({.language = u"js"_s, .code = u"x=1;"_s.repeated(25'000)});
        QVERIFY(isDone(job));
        QVERIFY(job->error());
    }

    void givesUpAfterAWhileAndGoesOn()
    {
        const auto endless = m_typesetter.color({.language = u"cpp"_s,
            .code = u"template <class T> struct A { int x = 1; };\n"_s.repeated(20'000)});
        QVERIFY(isDone(endless));
        QVERIFY(endless->error());
        QCOMPARE(endless->error()->kind, ErrorKind::TimedOut);
        const auto next = m_typesetter.color({.language = u"cpp"_s, .code = u"int after;"_s});
        QVERIFY(isDone(next));
        QVERIFY(next->value());
    }

    void doesTheSameSourceOnce()
    {
        const auto first = m_typesetter.set({.tex = u"once"_s});
        QCOMPARE(m_typesetter.set({.tex = u"once"_s}), first);
        QVERIFY(isDone(first));
        QCOMPARE(m_typesetter.set({.tex = u"once"_s}), first);
    }

    void doesTheLatestFirst()
    {
        const auto first = m_typesetter.set({.tex = u"first"_s});
        const auto second = m_typesetter.set({.tex = u"second"_s});
        const auto urgent = m_typesetter.set({.tex = u"urgent"_s});
        m_typesetter.hurry(*second);
        QVERIFY(isDone(second));
        QVERIFY(!first->isDone());
        QVERIFY(isDone(urgent));
        QVERIFY(isDone(first));
    }

    void doesNotDoWhatNobodyHolds()
    {
        std::weak_ptr<FormulaJob> dropped = m_typesetter.set({.tex = u"dropped"_s});
        QVERIFY(dropped.expired());
        QVERIFY(isDone(m_typesetter.set({.tex = u"held"_s})));
        const auto again = m_typesetter.set({.tex = u"dropped"_s});
        QVERIFY(!again->isDone());
        QVERIFY(isDone(again));
    }

    void saysThatSomethingWasDone()
    {
        Typesetter typesetter;
        QSignalSpy settled(&typesetter, &Typesetter::settled);
        const auto job = typesetter.set({.tex = u"said"_s});
        QVERIFY(settled.wait(kPatience));
        QVERIFY(job->isDone());
    }

    void canBeDestroyedWhileItWorks()
    {
        Typesetter typesetter;
        const auto job = typesetter.color(
            {.language = u"cpp"_s, .code = u"struct B { int x = 1; };\n"_s.repeated(20'000)});
        QVERIFY(!job->isDone());
    }

private:
    Typesetter m_typesetter;
};

PENNYWORTH_TEST(TypesetterTest)

#include "tst_typesetter.moc"
