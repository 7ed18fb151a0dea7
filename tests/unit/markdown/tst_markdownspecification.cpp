// SPDX-License-Identifier: GPL-3.0-or-later
#include "canonicaltree.h"
#include "markdown/markdownblocks.h"
#include "markdown/markdownwriter.h"
#include "support/markdownoutline.h"
#include "support/testregistry.h"

#include <QFile>
#include <QRandomGenerator>

#include <array>

using namespace pennyworth;
using namespace Qt::StringLiterals;

/// The examples of the CommonMark specification, and a table of what GFM adds.
class MarkdownSpecificationTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral(PENNYWORTH_SPECIFICATION)))
            qWarning("the specification is not here (npm fetches it, see "
                     "unit.markdown.fetchspecification): its examples are left out");
    }

    void losesNothing_data()
    {
        addSpecification();
        addAdditions();
    }

    void losesNothing()
    {
        QFETCH(QString, text);
        QFETCH(bool, hasFootnotes);
        if (hasFootnotes)
            return; // the library moves and drops them; see knowsFootnotes()
        QCOMPARE(test::canonicalTree(parseMarkdown(text)), test::canonicalReference(text));
    }

    void isTheSameInAnyChunks_data()
    {
        addSpecification();
        addAdditions();
    }

    void isTheSameInAnyChunks()
    {
        QFETCH(QString, text);
        const std::vector<MarkdownBlock> whole = parseMarkdown(text);
        for (qsizetype cut = 0; cut <= text.size(); ++cut)
            QVERIFY2(isSame(inChunks(text, {cut}), whole), qPrintable(u"cut at %1"_s.arg(cut)));
        QVERIFY2(isSame(inChunks(text, everyPlace(text)), whole), "character by character");
        QRandomGenerator random(3);
        for (int round = 0; round < 5; ++round) {
            QList<qsizetype> cuts;
            for (qsizetype at = 0; at < text.size(); at += random.bounded(1, 12))
                cuts += at;
            QVERIFY2(isSame(inChunks(text, cuts), whole), "random cuts");
        }
    }

    void knowsFootnotes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree");
        QTest::newRow("in their place")
            << u"a[^1]\n\n[^1]: b\n\nc"_s << u"p(a ref(1)) note[1](p(b)) p(c)"_s;
        QTest::newRow("nothing refers to it") << u"a\n\n[^x]: b"_s << u"p(a) note[x](p(b))"_s;
        QTest::newRow("with paragraphs and code") << u"[^1]\n\n[^1]: b\n\n    c\n\n        d"_s
                                                  << u"p(ref(1)) note[1](p(b) p(c) pre[](d))"_s;
        QTest::newRow("no definition") << u"a[^1]"_s << u"p(a[^1])"_s;
    }

    void knowsFootnotes()
    {
        QFETCH(QString, text);
        QFETCH(QString, tree);
        QCOMPARE(test::outline(parseMarkdown(text)), tree);
    }

private:
    static QList<qsizetype> everyPlace(const QString &text)
    {
        QList<qsizetype> places;
        for (qsizetype i = 0; i < text.size(); ++i)
            places += i;
        return places;
    }

    static std::vector<MarkdownBlock> inChunks(const QString &text, const QList<qsizetype> &cuts)
    {
        MarkdownBlocks blocks;
        qsizetype from = 0;
        for (const qsizetype cut : cuts) {
            blocks.append(QStringView(text).mid(from, cut - from));
            from = cut;
        }
        blocks.append(QStringView(text).mid(from));
        blocks.finish();
        return blocks.blocks();
    }

    static bool isSame(const std::vector<MarkdownBlock> &a, const std::vector<MarkdownBlock> &b)
    {
        return test::outline(a) == test::outline(b);
    }

    static void addSpecification()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hasFootnotes");
        QFile file(QStringLiteral(PENNYWORTH_SPECIFICATION));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QString marks = u"`"_s.repeated(32);
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        int number = 0;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (lines.at(i) != marks + u" example"_s)
                continue;
            QString text;
            for (++i; i < lines.size() && lines.at(i) != u"."; ++i)
                text += QString(lines.at(i)).replace(QChar(0x2192), u'\t') + u'\n';
            QTest::newRow(qPrintable(u"example %1"_s.arg(++number))) << text << false;
        }
    }

    static void addAdditions()
    {
        struct Addition {
            const char *name;
            QString text;
            bool hasFootnotes = false;
        };
        const std::array additions{
            Addition{"a table", u"| a | b |\n|---|:-:|\n| c | d |\n"_s},
            Addition{"a table without edges", u"a | b\n-|-:\nc | d\n"_s},
            Addition{"a table with too few and too many cells", u"|a|b|\n|-|-|\n|c|\n|d|e|f|\n"_s},
            Addition{"a table that ends a paragraph", u"words\n| a |\n|---|\n| b |\n"_s},
            Addition{"a table ended by a quote", u"|a|\n|-|\n|b|\n> c\n"_s},
            Addition{"a table ended by a list", u"|a|\n|-|\n|b|\n- c\n"_s},
            Addition{
                "bars in cells", u"| a \\| b | `c \\| d` |\n|---|---|\n| **e** | [f](g) |\n"_s},
            Addition{"a table in a list",
                u"- words\n\n  | a | b |\n  |---|---|\n  | c | d |\n\n- more\n"_s},
            Addition{"a table in a quote", u"> | a |\n> |---|\n> | b |\n"_s},
            Addition{"no table: other columns", u"| a | b |\n|---|\n| c |\n"_s},
            Addition{"tasks", u"- [ ] a\n- [x] b\n  - [X] c\n- [] d\n"_s},
            Addition{"numbered tasks", u"1. [ ] a\n2. [x] b\n"_s},
            Addition{"struck out", u"~~a~~ ~b~ ~~c *d*~~ ~~~e~~~\n"_s},
            Addition{"addresses",
                u"see www.example.com/a_b. and http://a.example/x(y) (www.b.example)\n"_s},
            Addition{"mail addresses", u"write to a.b-c_d@e.example or b@c.\n"_s},
            Addition{"a quote in a list in a quote", u"> - a\n>   > b\n>   c\n\n- d\n"_s},
            Addition{"loose and tight", u"- a\n- b\n\n- c\n\n1) d\n2) e\n"_s},
            Addition{"breaks", u"a  \nb\\\nc\nd<br>e\n"_s},
            Addition{"entities", u"&amp; &copy; &#8364; &#x1F600; &nope; `&amp;`\n"_s},
            Addition{"a footnote", u"a[^1]\n\n[^1]: b\n\nc\n"_s, true},
            Addition{
                "a footnote with blocks", u"a[^n]\n\n[^n]: b\n\n    - c\n    - d\n\ne\n"_s, true},
            Addition{"footnotes in a table", u"|a|\n|-|\n|b[^1]|\n\n[^1]: c\n"_s, true},
        };
        for (const Addition &addition : additions)
            QTest::newRow(addition.name) << addition.text << addition.hasFootnotes;
    }
};

PENNYWORTH_TEST(MarkdownSpecificationTest)

#include "tst_markdownspecification.moc"
