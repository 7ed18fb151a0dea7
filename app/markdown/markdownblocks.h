// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownparser.h"
#include "markdown/openfence.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace pennyworth {

/// The blocks of a text that grows. Only what is not structurally closed is parsed again: the last
/// block, of a list the last item, of an open code fence nothing but its new characters. A last
/// line without its end that consists of marks only ("-", "=", "1.") is held back, since it would
/// turn what stands before it into something else for a moment. Pure; one thread at a time.
class MarkdownBlocks final {
public:
    /// What an append did. Blocks before `first` are as they were; `first` is the number of blocks
    /// where nothing changed.
    struct Change {
        qsizetype first = 0;
        bool isGrownCode =
            false; ///< `first` is the last block, a CodeBlock whose text only grew at its end

        bool operator==(const Change &) const = default;
    };

    Change append(QStringView chunk);

    /// No more text comes. The whole is parsed once, of a very long text its end; returns the
    /// blocks (by their new index) that differ from before.
    QList<qsizetype> finish();

    /// A text that is complete, in place of what was there.
    void setWhole(QStringView text);

    [[nodiscard]] const std::vector<MarkdownBlock> &blocks() const { return m_blocks; }
    [[nodiscard]] bool isFinished() const { return m_isFinished; }
    [[nodiscard]] const QString &text() const
    {
        return m_text;
    } ///< all of it, lines ended by U+000A

private:
    /// An open table at the start of the tail, whose complete rows are not parsed again.
    struct OpenTable {
        qsizetype headEnd = 0; ///< behind the row under the head; 0: there is none
        qsizetype rowsEnd = 0; ///< behind the rows that are settled
        int line = 0; ///< the one that begins at rowsEnd
        size_t settled = 0; ///< rows, with the head
    };

    void takeIn(QStringView chunk);
    [[nodiscard]] qsizetype settledEnd() const;
    [[nodiscard]] bool growsPlainly(QStringView chunk);
    void noteOpenText(QStringView tail);
    [[nodiscard]] bool mayWait() const;
    Change parseTail();
    [[nodiscard]] std::optional<Change> parseTable();
    void settleRows(qsizetype parsedRows);
    void openTable();
    qsizetype continueList(std::vector<MarkdownBlock> &tail);
    qsizetype replaceTail(std::vector<MarkdownBlock> tail, qsizetype firstChanged);
    qsizetype advance();
    [[nodiscard]] qsizetype nextTailBlock() const;
    [[nodiscard]] bool openFence();
    Change growFence();
    [[nodiscard]] qsizetype noteDefinitions(qsizetype newTail);
    [[nodiscard]] qsizetype offsetOfLine(int line) const;

    QString m_text;
    bool m_endsWithCarriageReturn = false;
    std::vector<MarkdownBlock> m_blocks;
    QString m_definitions; ///< source of closed blocks that may define references or footnotes

    // The tail: what is parsed again.
    qsizetype m_tailBlock = 0;
    qsizetype m_tailOffset = 0;
    int m_tailLine = 1;
    ListSpacing m_listSpacing =
        ListSpacing::Tight; ///< of the items before the tail, where the tail continues a list
    std::optional<OpenFence> m_fence;
    OpenTable m_table;
    bool m_isTextOpen = false; // what was parsed last ends in a word of running text
    qsizetype m_parsedEnd = 0;
    bool m_isFinished = false;
};

} // namespace pennyworth
