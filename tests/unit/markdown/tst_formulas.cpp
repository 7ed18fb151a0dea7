// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/formulas.h"
#include "markdown/markdownparser.h"
#include "support/markdownoutline.h"
#include "support/testregistry.h"

#include <QElapsedTimer>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class FormulasTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree");
        addFormulas();
        addNoFormulas();
        addPlaces();
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, tree);
        QCOMPARE(test::outline(parseMarkdown(text)), tree);
    }

    void knowsTheDelimiters_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("tex");
        QTest::addColumn<bool>("isDisplay");
        QTest::newRow("dollar") << u"$x$"_s << u"x"_s << false;
        QTest::newRow("dollars") << u"$$x$$"_s << u"x"_s << true;
        QTest::newRow("parenthesis") << u"\\(x\\)"_s << u"x"_s << false;
        QTest::newRow("bracket") << u"\\[x\\]"_s << u"x"_s << true;
        QTest::newRow("environment")
            << u"\\begin{align}x\\end{align}"_s << u"\\begin{align}x\\end{align}"_s << true;
        QTest::newRow("nothing") << QString() << QString() << false;
        QTest::newRow("a single dollar") << u"$"_s << QString() << false;
    }

    void knowsTheDelimiters()
    {
        QFETCH(QString, source);
        QTEST(texOf(source), "tex");
        QTEST(isDisplayFormula(source), "isDisplay");
    }

    void staysQuick_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("dollars") << u"$a "_s.repeated(100'000);
        QTest::newRow("brackets") << u"\\[a "_s.repeated(100'000);
        QTest::newRow("parentheses") << u"\\(a "_s.repeated(100'000);
        QTest::newRow("environments") << u"\\begin{align}\n"_s.repeated(50'000);
        QTest::newRow("unclosed environments") << u"\\begin{"_s.repeated(50'000);
        QTest::newRow("list markers")
            << u"- "_s.repeated(20'000) + u"\\begin{align}"_s.repeated(2'000);
        QTest::newRow("lonely dollars") << u"$$\n\n"_s.repeated(50'000);
        QTest::newRow("lonely brackets") << u"\\[\na\n\n"_s.repeated(20'000);
        QTest::newRow("formulas") << u"$a$ "_s.repeated(50'000);
        QTest::newRow("backticks") << u"`$a ``$b "_s.repeated(50'000);
    }

    void staysQuick()
    {
        QFETCH(QString, text);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(findFormulas(text).size() <= text.size());
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    static void addFormulas()
    {
        QTest::newRow("a dollar") << u"a $x_1*2*3$ b"_s << u"p(a  tex($x_1*2*3$)  b)"_s;
        QTest::newRow("parentheses") << u"a \\(x\\) b"_s << u"p(a  tex(\\(x\\))  b)"_s;
        QTest::newRow("dollars") << u"a $$x$$ b"_s << u"p(a  tex($$x$$)  b)"_s;
        QTest::newRow("brackets") << u"\\[x\\]"_s << u"p(tex(\\[x\\]))"_s;
        QTest::newRow("several lines") << u"so\n\\[\na\n= b\n- c\n\\]\nend"_s
                                       << u"p(so soft tex(\\[$a$= b$- c$\\]) soft end)"_s;
        QTest::newRow("an environment")
            << u"\\begin{align}\na &= b \\\\\n&= c\n\\end{align}"_s
            << u"p(tex(\\begin{align}$a &= b \\\\$&= c$\\end{align}))"_s;
        QTest::newRow("blank lines between brackets that stand alone")
            << u"\\[\n\na\n\n\\]\n\nb"_s << u"p(tex(\\[$$a$$\\])) p(b)"_s;
        QTest::newRow("blank lines between dollars that stand alone")
            << u"$$\n\na\n\n$$\n\nb"_s << u"p(tex($$$$a$$$$)) p(b)"_s;
        QTest::newRow("two in a line") << u"$a$ and $b$"_s << u"p(tex($a$)  and  tex($b$))"_s;
        QTest::newRow("a number") << u"$5$ and $-1$"_s << u"p(tex($5$)  and  tex($-1$))"_s;
        QTest::newRow("a sum of numbers") << u"$5 + 10$"_s << u"p(tex($5 + 10$))"_s;
        QTest::newRow("an escaped dollar inside") << u"$\\$5 x$"_s << u"p(tex($\\$5 x$))"_s;
        QTest::newRow("markup inside")
            << u"$a_b c_d [x](y) <b>$"_s << u"p(tex($a_b c_d [x](y) <b>$))"_s;
        QTest::newRow("behind Chinese") << u"设$x$为"_s << u"p(设 tex($x$) 为)"_s;
        QTest::newRow("over the end of a line") << u"$a\n+b$"_s << u"p(tex($a$+b$))"_s;
    }

    static void addNoFormulas()
    {
        QTest::newRow("prices") << u"$5 and $10"_s << u"p($5 and $10)"_s;
        QTest::newRow("prices in a range") << u"$5-$10 a month"_s << u"p($5-$10 a month)"_s;
        QTest::newRow("prices with words")
            << u"$5 now, or 10$ later"_s << u"p($5 now, or 10$ later)"_s;
        QTest::newRow("other dollars") << u"US$5 or A$6"_s << u"p(US$5 or A$6)"_s;
        QTest::newRow("variables") << u"$HOME and $PATH"_s << u"p($HOME and $PATH)"_s;
        QTest::newRow("a path") << u"$HOME/bin:$PATH"_s << u"p($HOME/bin:$PATH)"_s;
        QTest::newRow("escaped") << u"\\$a\\$"_s << u"p($a$)"_s;
        QTest::newRow("code") << u"`$a$` b"_s << u"p(code($a$)  b)"_s;
        QTest::newRow("a fence") << u"```\n$a$\n\\[\n```\n$b$"_s << u"pre[]($a$$\\[) p(tex($b$))"_s;
        QTest::newRow("indented code")
            << u"    $a$\n    \\[b\n    c\\]\n"_s << u"pre[]($a$$\\[b$c\\])"_s;
        QTest::newRow("an address") << u"<http://a/$b$>"_s << u"p(a[http://a/$b$](http://a/$b$))"_s;
        QTest::newRow("an unclosed parenthesis") << u"\\(x"_s << u"p((x)"_s;
        QTest::newRow("nothing inside") << u"\\(\\) \\[\\\\\\] $$$$"_s << u"p(() [\\] $$$$)"_s;
        QTest::newRow("over two list items")
            << u"- $a\n- b$"_s << u"tight(item(p($a))) tight(item(p(b$)))"_s;
        QTest::newRow("over two paragraphs") << u"\\(a\n\nb\\)"_s << u"p((a) p(b))"_s;
        QTest::newRow("another environment") << u"\\begin{itemize}\n\\end{itemize}"_s
                                             << u"p(\\begin{itemize} soft \\end{itemize})"_s;
        QTest::newRow("a link that is escaped") << u"\\[a](b)"_s << u"p([a](b))"_s;
        QTest::newRow("noncharacters") << u"\uFDD1$a$\uFDD3"_s << u"p(\uFDD1$a$\uFDD3)"_s;
        QTest::newRow("unclosed, as it is written while it streams")
            << u"\\[\na_1 *b*\n- c\n"_s << u"p(\\[ soft a_1 *b* soft - c)"_s;
    }

    static void addPlaces()
    {
        QTest::newRow("in a list")
            << u"1. \\[\n   a\n   \\]\n2. $b$"_s
            << u"tight(item1(p(tex(\\[$a$\\])))) tight(item2(p(tex($b$))))"_s;
        QTest::newRow("in a quote")
            << u"> \\[\n> a\n> > b\n> \\]"_s << u"quote(p(tex(\\[$a$> b$\\])))"_s;
        QTest::newRow("in a heading") << u"# On $x$"_s << u"h1(On  tex($x$))"_s;
        QTest::newRow("in strong text") << u"**a $x$**"_s << u"p(strong(a  tex($x$)))"_s;
        QTest::newRow("in a table")
            << u"| a |\n|---|\n| $|x|$ |"_s << u"table(row(cell(a)) row(cell(tex($|x|$))))"_s;
        QTest::newRow("in a link") << u"[a $x$](http://b)"_s << u"p(a[http://b](a  tex($x$)))"_s;
        QTest::newRow("behind an address")
            << u"http://a/$b$ $c$"_s << u"p(a[http://a/$b$](http://a/$b$)   tex($c$))"_s;
        QTest::newRow("in a link to an address with dollars")
            << u"[$x$](http://b/$c$)"_s << u"p(a[http://b/$c$](tex($x$)))"_s;
        QTest::newRow("several numbers and letters")
            << u"$1, i, -1, -i$"_s << u"p(tex($1, i, -1, -i$))"_s;
        QTest::newRow("in a reference")
            << u"[$x$]\n\n[$x$]: http://b"_s << u"p(a[http://b](tex($x$)))"_s;
        QTest::newRow("in a footnote")
            << u"a[^n]\n\n[^n]: $x$"_s << u"p(a ref(n)) note[n](p(tex($x$)))"_s;
    }
};

PENNYWORTH_TEST(FormulasTest)

#include "tst_formulas.moc"
