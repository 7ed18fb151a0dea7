// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdownblocks.h"
#include "support/markdownoutline.h"
#include "support/testregistry.h"

#include <QFile>
#include <QRandomGenerator>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class MarkdownBlocksTest : public QObject {
    Q_OBJECT

private slots:
    void givesTheSameInAnyChunks_data()
    {
        addCases();
        QTest::newRow("the sample") << sample();
    }

    void givesTheSameInAnyChunks()
    {
        QFETCH(QString, text);
        const std::vector<MarkdownBlock> whole = parseMarkdown(text);
        QRandomGenerator random(7);
        for (int round = 0; round < 25; ++round) {
            MarkdownBlocks blocks;
            const int longest = round == 0 ? 1 : random.bounded(1, 40);
            for (qsizetype at = 0; at < text.size();) {
                const int length = random.bounded(1, longest + 1);
                blocks.append(QStringView(text).mid(at, length));
                at += length;
            }
            blocks.finish();
            QCOMPARE(test::outline(blocks.blocks()), test::outline(whole));
            QVERIFY(blocks.blocks() == whole);
        }
    }

    void isRightAtEveryStep_data() { addCases(); }

    // Whatever stands complete is shown as the whole text up to there would be; the end of the
    // stream corrects nothing.
    void isRightAtEveryStep()
    {
        QFETCH(QString, text);
        MarkdownBlocks blocks;
        for (qsizetype i = 0; i < text.size(); ++i) {
            blocks.append(QStringView(text).mid(i, 1));
            if (text.at(i) != u'\n')
                continue;
            QCOMPARE(
                test::outline(blocks.blocks()), test::outline(parseMarkdown(text.left(i + 1))));
        }
    }

    void growsAsIfReadAnew_data()
    {
        addCases();
        QTest::newRow("the sample") << sample();
        QTest::newRow("words, marks and addresses")
            << u"Some words, *and more* of them. See www.a.example or http://b.example, it's in "
               "`code here` and <b>more</b>. Ends\nwith a [link](c) &amp; 2 words.  Two"_s;
        QTest::newRow("words in lists and quotes")
            << u"- some words here\n- more of them\n  and more\n\n> quoted words here, too\nlazy "
               "words\n"_s;
        QTest::newRow("a table that grows")
            << u"words\n\n| a | b |\n|---|--:|\n| one | `two` |\n| three | four |\n| five |\n"
               "six | seven | eight\n\nwords after it\n\n| a |\n|---|\n| b |\n# heading\n"_s;
        QTest::newRow("a table with references")
            << u"| a |\n|---|\n| [b] |\n| [^1] |\n\n[b]: http://c\n\n[^1]: d\n\ne\n"_s;
    }

    // What is shown at any moment is what it would be, had all of it come at once.
    void growsAsIfReadAnew()
    {
        QFETCH(QString, text);
        MarkdownBlocks grown;
        for (qsizetype i = 0; i < text.size(); ++i) {
            grown.append(QStringView(text).mid(i, 1));
            if (text.size() > 2000 && i % 97 != 0)
                continue;
            MarkdownBlocks fresh;
            fresh.append(QStringView(text).left(i + 1));
            QCOMPARE(test::outline(grown.blocks()), test::outline(fresh.blocks()));
        }
    }

    void saysWhatChanged_data()
    {
        addCases();
        QTest::newRow("the sample") << sample();
    }

    void saysWhatChanged()
    {
        QFETCH(QString, text);
        MarkdownBlocks blocks;
        std::vector<MarkdownBlock> known;
        for (qsizetype i = 0; i < text.size(); i += 3) {
            const MarkdownBlocks::Change change = blocks.append(QStringView(text).mid(i, 3));
            const auto first = size_t(change.first);
            if (change.isGrownCode) {
                QCOMPARE(first + 1, blocks.blocks().size());
                QVERIFY(blocks.blocks().back().node.text.startsWith(known.back().node.text));
            }
            QVERIFY(first <= blocks.blocks().size());
            known.resize(std::min(known.size(), first));
            std::copy(blocks.blocks().begin() + qsizetype(known.size()), blocks.blocks().end(),
                std::back_inserter(known));
            QCOMPARE(test::outline(known), test::outline(blocks.blocks()));
        }
    }

    void touchesOnlyTheEnd()
    {
        const QString text = sample();
        MarkdownBlocks blocks;
        qsizetype changes = 0;
        for (qsizetype i = 0; i < text.size(); i += 4) {
            const qsizetype before = qsizetype(blocks.blocks().size());
            const MarkdownBlocks::Change change = blocks.append(QStringView(text).mid(i, 4));
            changes += change.first < before - 1 ? 1 : 0;
        }
        // Twice a list turns out to be loose, here and there a line turns out to be the head of a
        // table.
        QCOMPARE_LE(changes, 8);
        QVERIFY(blocks.finish().isEmpty());
    }

    void holdsBackAmbiguousMarks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree");
        QTest::newRow("no heading for a moment") << u"a:\n-"_s << u"p(a:)"_s;
        QTest::newRow("nor by equal signs") << u"a\n=="_s << u"p(a)"_s;
        QTest::newRow("no second list") << u"- a\n*"_s << u"tight(item(p(a)))"_s;
        QTest::newRow("no loose list by a rule")
            << u"- a\n- b\n\n--"_s << u"tight(item(p(a))) tight(item(p(b)))"_s;
        QTest::newRow("no ticks in code") << u"```\na\n``"_s << u"pre[](a)"_s;
        QTest::newRow("words show at once") << u"a\n- b"_s << u"p(a) tight(item(p(b)))"_s;
    }

    void holdsBackAmbiguousMarks()
    {
        QFETCH(QString, text);
        QFETCH(QString, tree);
        MarkdownBlocks blocks;
        blocks.append(text);
        QCOMPARE(test::outline(blocks.blocks()), tree);
        blocks.finish();
        QCOMPARE(test::outline(blocks.blocks()), test::outline(parseMarkdown(text)));
    }

    void growsCodeWithoutTheParser()
    {
        MarkdownBlocks blocks;
        blocks.append(u"```cpp\nint a;\n");
        const MarkdownBlocks::Change change = blocks.append(u"int b");
        QCOMPARE(change, (MarkdownBlocks::Change{.first = 0, .isGrownCode = true}));
        QCOMPARE(blocks.blocks().front().node.text, u"int a;\nint b"_s);
        QVERIFY(!blocks.blocks().front().isClosed);
        blocks.append(u";\n```\n");
        QVERIFY(blocks.blocks().front().isClosed);
    }

    void resolvesReferencesThatArriveLater()
    {
        MarkdownBlocks blocks;
        blocks.append(u"see [a] and [^1]\n\nx\n\n");
        QCOMPARE(test::outline(blocks.blocks()), u"p(see [a] and [^1]) p(x)"_s);
        const MarkdownBlocks::Change change = blocks.append(u"[a]: http://b\n\n[^1]: c\n\ny\n");
        QCOMPARE(change.first, 0);
        QCOMPARE(test::outline(blocks.blocks()),
            u"p(see  a[http://b](a)  and  ref(1)) p(x) note[1](p(c)) p(y)"_s);
        blocks.append(u"\n[a]\n");
        QCOMPARE(test::outline(blocks.blocks().back().node), u"p(a[http://b](a))"_s);
    }

    void joinsSplitLineEnds()
    {
        MarkdownBlocks blocks;
        for (const QString &chunk : {u"a\r"_s, u"\nb\r"_s, u"\r"_s, u"\nc"_s})
            blocks.append(chunk);
        QCOMPARE(blocks.text(), u"a\nb\n\nc"_s);
    }

    void staysQuick()
    {
        // One long list and one long fence: the cost of a step must not grow with what stands
        // before.
        for (const QString &line : {u"- an item of a list\n"_s, u"a line of code\n"_s}) {
            MarkdownBlocks blocks;
            if (!line.startsWith(u'-'))
                blocks.append(u"```\n");
            QElapsedTimer timer;
            timer.start();
            for (int i = 0; i < 4'000; ++i)
                blocks.append(line);
            QCOMPARE_LT(timer.elapsed(), 5'000);
        }
    }

private:
    static QString sample()
    {
        QFile file(QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/data/transcript/20KB.md"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    static void addCases()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a tight list") << u"- a\n- b\n- c\n\ntext\n"_s;
        QTest::newRow("a loose list") << u"- a\n\n- b\n- c\n\ntext\n"_s;
        QTest::newRow("a list that turns loose late") << u"- a\n- b\n- c\n\n- d\n\ntext\n"_s;
        QTest::newRow("a list with paragraphs") << u"1. a\n\n   b\n2. c\n\n       code\n\n3. d\n"_s;
        QTest::newRow("numbers go on") << u"7. a\n7. b\n7. c\n\n   d\n7. e\n"_s;
        QTest::newRow("lists of two kinds") << u"- a\n- b\n* c\n* d\n1. e\n1) f\n"_s;
        QTest::newRow("nested lists") << u"- a\n  - b\n    - c\n  - d\n- e\n\n  - f\n- g\n"_s;
        QTest::newRow("an empty item") << u"- a\n-\n- b\n"_s;
        QTest::newRow("lazy continuation") << u"> a\nb\n- c\nd\n> e\n\nf\n"_s;
        QTest::newRow("nested fences") << u"````md\n```cpp\nint a;\n```\n````\n\nb\n"_s;
        QTest::newRow("a fence in a list") << u"- a\n\n  ```\n  b\n\n  c\n  ```\n- d\n\n```\ne\n"_s;
        QTest::newRow("a fence in a quote") << u"> ```\n> a\nb\n"_s;
        QTest::newRow("an indented fence") << u"  ~~~ x\n  a\n    b\n c\n  ~~~\nd\n"_s;
        QTest::newRow("fences one after the other")
            << u"```\na\n```\n```\nb\n```\n\n\n```\n\nc\n\n```\n"_s;
        QTest::newRow("a fence is not closed by a shorter one")
            << u"````\n```\n~~~~\n````` \na\n"_s;
        QTest::newRow("a fence nothing closes") << u"a\n```\nb\n\n# c\n"_s;
        QTest::newRow("setext headings") << u"a\nb\n===\nc\n---\nd\n- e\n===\n"_s;
        QTest::newRow("a rule or a heading") << u"a\n\n---\nb\n---\n***\n"_s;
        QTest::newRow("a table by rows")
            << u"| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 | 4 |\nlazy\n\nb\n"_s;
        QTest::newRow("a table behind text") << u"x\ny\n| a | b |\n|---|---|\n| 1 | 2 |\n> z\n"_s;
        QTest::newRow("not a table after all") << u"| a | b |\n|---|\n| 1 | 2 |\n"_s;
        QTest::newRow("HTML blocks")
            << u"<div>\na\n\nb\n</div>\n\n<!-- c\n\nd -->\ne\n<pre>\n\nf\n</pre>\n"_s;
        QTest::newRow("indented code") << u"    a\n\n    b\nc\n\n    d\n\n\n    e\n"_s;
        QTest::newRow("headings close paragraphs") << u"a\n# b\nc\n## d\n"_s;
        QTest::newRow("formulas")
            << u"so\n\\[\na\n= b\n\n- c\n\\]\n\nx $a_1$ y $$b$$\n$c\n+ d$\n\n- \\(e\\)\n- $5 and\n"_s;
        QTest::newRow("formulas that nothing closes")
            << u"a\n\n\\[\nb *c*\n- d\n\n# e\n\n\\begin{align}\nf\n- g\n"_s;
        QTest::newRow("Chinese and emoji")
            << u"第一段🙂\n\n- 第一\n- 第二\n\n> 引用\n\n|甲|乙|\n|-|-|\n|1|2|\n"_s;
    }
};

PENNYWORTH_TEST(MarkdownBlocksTest)

#include "tst_markdownblocks.moc"
