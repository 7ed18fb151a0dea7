// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/formulas.h"
#include "markdown/markdownblocks.h"
#include "support/markdownoutline.h"
#include "support/testregistry.h"
#include "support/texanswers.h"

#include <QRandomGenerator>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

/// Collects the formulas of a tree in reading order.
class FormulaCollector final {
public:
    bool enter(const MarkdownNode &node)
    {
        if (node.kind == MarkdownKind::Formula)
            m_sources += node.text;
        return true;
    }
    void leave(const MarkdownNode &) { }

    [[nodiscard]] const QStringList &sources() const { return m_sources; }

private:
    QStringList m_sources;
};

QStringList formulasIn(const std::vector<MarkdownBlock> &blocks)
{
    FormulaCollector collector;
    for (const MarkdownBlock &block : blocks)
        visit(block.node, collector);
    return collector.sources();
}

} // namespace

/// Answers full of TeX, as models write them.
class TexAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void findsItsFormulas_data() { addAnswers(); }

    void findsItsFormulas()
    {
        QFETCH(test::TexAnswer, answer);
        const QStringList found = formulasIn(parseMarkdown(answer.markdown));
        QStringList expected;
        for (const test::ExpectedFormula &formula : std::as_const(answer.formulas)) {
            expected += formula.source;
            QCOMPARE(isDisplayFormula(formula.source), formula.isDisplay);
        }
        QCOMPARE(found, expected);
    }

    void isTheSameInAnyPieces_data() { addAnswers(); }

    void isTheSameInAnyPieces()
    {
        QFETCH(test::TexAnswer, answer);
        const std::vector<MarkdownBlock> whole = parseMarkdown(answer.markdown);
        for (const int length : {1, 2, 3, 4, 5, 7, 11, 16, 64}) {
            const auto same = [length] { return qsizetype(length); };
            compare(streamed(answer.markdown, same), whole, length);
        }
        QRandomGenerator random(7);
        for (int round = 0; round < 40; ++round) {
            const auto any = [&random] { return qsizetype(random.bounded(1, 24)); };
            compare(streamed(answer.markdown, any), whole, -round);
        }
    }

    // What a formula is does not change any more once text stands behind its paragraph.
    void keepsWhatItHasFound_data() { addAnswers(); }

    void keepsWhatItHasFound()
    {
        QFETCH(test::TexAnswer, answer);
        const QString text = answer.markdown + u"\n\nAnd so on.\n\nEnd."_s;
        const QStringList whole = formulasIn(parseMarkdown(text));
        MarkdownBlocks blocks;
        for (const QChar c : text)
            blocks.append(QStringView(&c, 1));
        QCOMPARE(formulasIn(blocks.blocks()), whole);
    }

private:
    static void addAnswers()
    {
        QTest::addColumn<test::TexAnswer>("answer");
        const QList<test::TexAnswer> answers = test::texAnswers();
        QCOMPARE(answers.size(), 30);
        for (const test::TexAnswer &answer : answers)
            QTest::newRow(qPrintable(answer.name)) << answer;
    }

    template <class F>
    static std::vector<MarkdownBlock> streamed(const QString &text, F length)
    {
        MarkdownBlocks blocks;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype step = length();
            blocks.append(QStringView(text).mid(at, step));
            at += step;
        }
        blocks.finish();
        return blocks.blocks();
    }

    static void compare(const std::vector<MarkdownBlock> &streamed,
        const std::vector<MarkdownBlock> &whole, int pieces)
    {
        if (streamed != whole)
            qWarning("in pieces of %d", pieces);
        QCOMPARE(test::outline(streamed), test::outline(whole));
        QVERIFY(streamed == whole);
    }
};

PENNYWORTH_TEST(TexAnswersTest)

#include "tst_texanswers.moc"
