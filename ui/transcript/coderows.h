// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/characterwidths.h"
#include "transcript/textmarks.h"

#include <QString>

#include <vector>

namespace pennyworth {

/// The text of a code block in lines, and in the rows that show them: a line is one row, or as many
/// as it needs where it is wrapped. Nothing of it is set. When the text grows only its last line is
/// reckoned again.
class CodeRows final {
public:
    CodeRows(const QString &code, const QFont &font);

    [[nodiscard]] const QString &code() const { return m_code; }
    void append(QStringView more);

    /// Rows no wider than that, in pixels; 0: a line is a row. Whether they are others now.
    bool wrapAt(qreal width);
    [[nodiscard]] bool isWrapped() const { return m_limit > 0; }

    [[nodiscard]] const std::vector<int> &lineStarts() const { return m_lineStarts; }
    [[nodiscard]] int lineCount() const { return int(m_lineStarts.size()); }
    [[nodiscard]] TextRange line(int index) const; ///< without its end
    [[nodiscard]] int lineOf(int position) const;

    [[nodiscard]] int rowCount() const { return int(starts().size()); }
    [[nodiscard]] TextRange row(int index) const; ///< without the end of a line
    [[nodiscard]] int lastCharacter(const TextRange &row) const; ///< where in the row it begins
    [[nodiscard]] bool endsLine(const TextRange &row) const;
    [[nodiscard]] int rowOf(int position) const; ///< the later one where one ends and one begins
    /// How many rows there will be when they are that wide, about.
    [[nodiscard]] int estimatedRows(qreal width) const;

    /// Of the lines that were not wrapped, in pixels.
    [[nodiscard]] qreal widest() const { return m_widest; }
    [[nodiscard]] CharacterWidths &widths() const { return m_widths; }

private:
    [[nodiscard]] const std::vector<int> &starts() const
    {
        return isWrapped() ? m_rowStarts : m_lineStarts;
    }
    void noteLines(qsizetype from);
    void wrapFrom(int start);
    void wrapLine(TextRange range);

    QString m_code;
    std::vector<int> m_lineStarts;
    std::vector<int> m_rowStarts; // only where it is wrapped
    qreal m_limit = 0;
    qreal m_widest = 0;
    qreal m_lastEnd = 0; // of the last line
    mutable CharacterWidths m_widths;
};

} // namespace pennyworth
