// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdownparser.h"
#include "support/markdownoutline.h"
#include "support/testregistry.h"

#include <QElapsedTimer>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class MarkdownParserTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree");
        QTest::newRow("inline markup")
            << u"a *b* **c** ~~d~~ `e`"_s << u"p(a  em(b)   strong(c)   del(d)   code(e))"_s;
        QTest::newRow("a link") << u"[a *b*](http://c \"d\")"_s << u"p(a[http://c](a  em(b)))"_s;
        QTest::newRow("a bare address")
            << u"see www.qt.io."_s << u"p(see  a[http://www.qt.io](www.qt.io) .)"_s;
        QTest::newRow("no address in an address")
            << u"[www.a.b](http://c)"_s << u"p(a[http://c](www.a.b))"_s;
        QTest::newRow("an image") << u"![a *b*](http://c)"_s << u"p(img[http://c](a b))"_s;
        QTest::newRow("raw HTML is text")
            << u"a <b>c</b>\n\n<div>\nx\n</div>"_s
            << u"p(a  html(<b>) c html(</b>)) htmlblock(<div>$x$</div>)"_s;
        QTest::newRow("breaks") << u"a\nb  \nc\\\nd"_s << u"p(a soft b break c break d)"_s;
        QTest::newRow("headings") << u"# a\n\nb\n==\n\nc\n--"_s << u"h1(a) h1(b) h2(c)"_s;
        QTest::newRow("code") << u"```c++ x\na\n\nb\n```\n\n    c\n"_s
                              << u"pre[c++ x](a$$b) pre[](c)"_s;
        QTest::newRow("a list is a block an item")
            << u"3. a\n3. b\n"_s << u"tight(item3(p(a))) tight(item4(p(b)))"_s;
        QTest::newRow("a loose list")
            << u"- a\n\n- b\n"_s << u"loose(item(p(a))) loose(item(p(b)))"_s;
        QTest::newRow("tasks") << u"- [x] a\n- [ ] b"_s
                               << u"tight(item[x](p(a))) tight(item[ ](p(b)))"_s;
        QTest::newRow("a nested list stays one block")
            << u"- a\n  - b\n  - c"_s << u"tight(item(p(a) tight(item(p(b)) item(p(c)))))"_s;
        QTest::newRow("a table behind a paragraph")
            << u"x\n| a | b |\n|:-|-:|\n| 1 | 2 |"_s
            << u"p(x) table(row(cell(a) cell(b)) row(cell(1) cell(2)))"_s;
        QTest::newRow("footnotes stay where they are written")
            << u"a[^n] b\n\n[^n]: c\n\nd"_s << u"p(a ref(n)  b) note[n](p(c)) p(d)"_s;
        QTest::newRow("a footnote nobody refers to")
            << u"a\n\n[^n]: c"_s << u"p(a) note[n](p(c))"_s;
        QTest::newRow("two footnotes, used in another order")
            << u"a[^2] b[^1]\n\n[^1]: c\n\n[^2]: d"_s
            << u"p(a ref(2)  b ref(1)) note[1](p(c)) note[2](p(d))"_s;
        QTest::newRow("no footnote without a definition")
            << u"the class [^a-z]"_s << u"p(the class [^a-z])"_s;
        QTest::newRow("a reference")
            << u"[a] [b][a]\n\n[a]: http://c"_s << u"p(a[http://c](a)   a[http://c](b))"_s;
        QTest::newRow("Chinese") << u"**重点**：见“表格”"_s << u"p(strong(重点) ：见“表格”)"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("blank lines") << u"\n \n"_s << QString();
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, tree);
        QCOMPARE(test::outline(parseMarkdown(text)), tree);
    }

    void knowsLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("lines");
        QTest::newRow("paragraphs") << u"a\nb\n\n\nc\n\n"_s << u"1-2 5-5"_s;
        QTest::newRow("a fence keeps its blank lines") << u"```\na\n\n\n```\nb"_s << u"1-5 6-6"_s;
        QTest::newRow("items") << u"- a\n  x\n\n- b\n"_s << u"1-2 4-4"_s;
        QTest::newRow("a table cut from a paragraph")
            << u"x\ny\n| a |\n|---|\n| 1 |\n\nz"_s << u"1-2 3-5 7-7"_s;
        QTest::newRow("a table without rows") << u"x\n| a |\n|---|\n\nz"_s << u"1-1 2-3 5-5"_s;
        QTest::newRow("a table without rows at the end") << u"| a |\n|---|"_s << u"1-2"_s;
        QTest::newRow("definitions belong to the block before them")
            << u"a\n\n[b]: c\n\nd"_s << u"1-3 5-5"_s;
        QTest::newRow("footnotes") << u"a[^1]\n\n[^1]: b\n    c\n\nd"_s << u"1-1 3-4 6-6"_s;
    }

    void knowsLines()
    {
        QFETCH(QString, text);
        QFETCH(QString, lines);
        QStringList found;
        for (const MarkdownBlock &block : parseMarkdown(text))
            found += u"%1-%2"_s.arg(block.firstLine).arg(block.lastLine);
        QCOMPARE(found.join(u' '), lines);
    }

    void takesDefinitionsFromElsewhere()
    {
        QCOMPARE(test::outline(parseMarkdown(u"[a] [^b]", u"[a]: http://c\n\n[^b]: d")),
            u"p(a[http://c](a)   ref(b))"_s);
        QCOMPARE(parseMarkdown(u"[a]", u"[a]: http://c").front().firstLine, 1);
    }

    void showsTooWideTablesAsText()
    {
        const auto table = [](int columns) -> QString {
            return u"|a"_s.repeated(columns) + u"|\n"_s + u"|-"_s.repeated(columns) + u"|\n"_s;
        };
        QCOMPARE(parseMarkdown(table(200)).front().node.kind, MarkdownKind::Table);
        const std::vector<MarkdownBlock> blocks = parseMarkdown(table(5000));
        QCOMPARE(blocks.front().node.kind, MarkdownKind::Paragraph);
        QVERIFY(!blocks.front().node.children.back().text.contains(QChar(0xFDD0)));
    }

    void boundsNesting_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotes") << u"> "_s.repeated(5000) + u"deep"_s;
        QTest::newRow("quotes in lines")
            << u">"_s.repeated(500) + u" a\n"_s + u">"_s.repeated(500) + u" deep\n"_s;
        QTest::newRow("lists") << u"- "_s.repeated(5000) + u"deep"_s;
        QTest::newRow("emphasis") << u"*a **b "_s.repeated(2000) + u"deep"_s
                + u"** *"_s.repeated(2000);
        QTest::newRow("images in images")
            << u"!["_s.repeated(500) + u"deep"_s + u"](x)"_s.repeated(500);
    }

    void boundsNesting()
    {
        QFETCH(QString, text);
        const QString tree = test::outline(parseMarkdown(text));
        QVERIFY(tree.contains(u"deep"_s));
    }

    void isBoundedInTime_data()
    {
        QTest::addColumn<QString>("text");
        const auto filled = [](const QString &piece) {
            return piece.repeated(100'000 / piece.size());
        };
        QTest::newRow("addresses") << filled(u"www.a_b_"_s);
        QTest::newRow("wide table")
            << u"|a"_s.repeated(5000) + u"|\n"_s + u"|-"_s.repeated(5000) + u"|\n"_s;
        QTest::newRow("processing instructions") << u"a "_s + filled(u"<?"_s);
        QTest::newRow("declarations") << u"a "_s + filled(u"<!A "_s);
        QTest::newRow("character data") << u"a "_s + filled(u"<![CDATA["_s);
        QTest::newRow("brackets") << filled(u"[a]("_s);
        QTest::newRow("emphasis") << filled(u"*a **a "_s);
        QTest::newRow("ticks") << filled(u"`a``b```c"_s);
        QTest::newRow("footnotes") << filled(u"[^a]:b\n\n"_s);
        QTest::newRow("delimiter rows") << filled(u"|-\n"_s);
        QTest::newRow("header rows") << filled(u"a|b\n-|\n"_s);
    }

    void isBoundedInTime()
    {
        QFETCH(QString, text);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!parseMarkdown(text).empty());
        // Far above what any machine needs even under a sanitizer, far below what is quadratic.
        QCOMPARE_LT(timer.elapsed(), 15'000);
    }
};

PENNYWORTH_TEST(MarkdownParserTest)

#include "tst_markdownparser.moc"
