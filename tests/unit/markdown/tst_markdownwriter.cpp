// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdownwriter.h"
#include "support/markdownoutline.h"
#include "support/testregistry.h"

#include <QFile>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class MarkdownWriterTest : public QObject {
    Q_OBJECT

private slots:
    void readsBackAsTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("inline markup")
            << u"a *b* **c *d*** ~~e~~ `f` ***g*** x_y_z 2 * 3 [i] \\*\\_ &amp; 1 < 2 <b>"_s;
        QTest::newRow("ticks in code") << u"`` a`b `` ``` `` ``` ` `"_s;
        QTest::newRow("links and images")
            << u"[a *b*](http://c \"d\") ![e](f) www.g.h <http://i> a@b.cd [x](<a b>)"_s;
        QTest::newRow("headings and rules") << u"# a\n\n## b *c*\n\n---\n\nd"_s;
        QTest::newRow("what looks like a block")
            << u"1\\. a\n\\- b\n\\# c\n\\> d\n\\+ e\n\\=== f"_s;
        QTest::newRow("code") << u"```cpp\na\n```\n\n````\n```\n````\n\n    b\n\n```\n```"_s;
        QTest::newRow("lists")
            << u"- a\n  - b\n- c\n\n1. d\n\n   e\n2. f\n\n* g\n\n+ h\n- [x] i\n- [ ] j"_s;
        QTest::newRow("quotes") << u"> a\n>\n> - b\n>   c\n>\n> > d"_s;
        QTest::newRow("tables") << u"| a | *b* |\n|:--|:-:|\n| `c\\|d` | e\\|f |"_s;
        QTest::newRow("breaks") << u"a\\\nb\nc"_s;
        QTest::newRow("footnotes") << u"a[^1]\n\n[^1]: b\n\n    c"_s;
        QTest::newRow("HTML") << u"<div>\na\n</div>\n\nx <br> y"_s;
        QFile file(QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/data/transcript/20KB.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow("the sample") << QString::fromUtf8(file.readAll());
    }

    void readsBackAsTheSame()
    {
        QFETCH(QString, text);
        const std::vector<MarkdownBlock> blocks = parseMarkdown(text);
        const QString written = toMarkdown(blocks);
        QCOMPARE(test::outline(parseMarkdown(written)), test::outline(blocks));
    }

    void writesPlainText()
    {
        const std::vector<MarkdownBlock> blocks =
            parseMarkdown(u"# A *b*\n\nc [d](http://e)\n\n- f\n- `g`\n\n1. h\n\n| i | j "
                          u"|\n|-|-|\n| k | l |\n\n```x\nm\n```");
        QCOMPARE(toPlainText(blocks), u"A b\n\nc d\n\n- f\n- g\n\n1. h\n\ni\tj\nk\tl\n\nm"_s);
    }

    void writesHtml()
    {
        const std::vector<MarkdownBlock> blocks =
            parseMarkdown(u"a **b** <i> [c](http://d?e&f)\n\n- g\n- h\n\n```\n<i>\n```");
        QCOMPARE(toHtml(blocks),
            u"<p>a <strong>b</strong> &lt;i&gt; <a href=\"http://d?e&amp;f\">c</a></p>\n"
            u"<ul>\n<li>g</li>\n<li>h</li>\n</ul>\n<pre><code>&lt;i&gt;</code></pre>\n"_s);
    }

    void cutsTrees_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("part");
        QTest::newRow("words") << u"one two three"_s << 4 << 7 << u"two"_s;
        QTest::newRow("in emphasis") << u"a **bold text** b"_s << 7 << 13 << u"**text** b"_s;
        QTest::newRow("a space at the edge goes outside")
            << u"a **bold text** b"_s << 2 << 7 << u"**bold** "_s;
        QTest::newRow("from link to code")
            << u"[here](http://a) `code`"_s << 2 << 7 << u"[re](http://a) `co`"_s;
        QTest::newRow("part of a fence")
            << u"```c\nint a;\nint b;\n```"_s << 7 << 13 << u"```c\nint b;\n```"_s;
        QTest::newRow("nested items") << u"- a\n  - bc\n  - d"_s << 1 << 2 << u"- - b"_s;
        QTest::newRow("rows of a table")
            << u"|a|b|\n|-|-|\n|c|d|\n|e|f|"_s << 3 << 5 << u"|  | d |\n| --- | --- |\n| e |  |"_s;
    }

    void cutsTrees()
    {
        QFETCH(QString, text);
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, part);
        MarkdownBlock block = parseMarkdown(text).front();
        QCOMPARE(cut(block.node, 0, leafLength(block.node)), block.node);
        block.node = cut(block.node, from, to);
        QCOMPARE(toMarkdown({&block, 1}), part);
    }
};

PENNYWORTH_TEST(MarkdownWriterTest)

#include "tst_markdownwriter.moc"
