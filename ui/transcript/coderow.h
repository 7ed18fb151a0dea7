// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/characterwidths.h"

#include <QTextLayout>

#include <functional>
#include <map>
#include <memory>
#include <vector>

class QPainter;

namespace pennyworth {

/// A row of code, set in pieces when they are seen: its length costs nothing but where a piece
/// begins. Offsets are of the row, x is in pixels from its start.
class CodeRow final {
public:
    struct Style {
        QFont font;
        qreal lineHeight = 0;
    };
    using Formats = std::function<QList<QTextLayout::FormatRange>(int from, int length)>;

    /// `formats` colours what is set of it.
    CodeRow(QString text, const Style &style, CharacterWidths &widths, Formats formats);

    /// Paints what stands between two x of it; `at` is where it begins.
    void draw(QPainter *painter, QPointF at, qreal from, qreal to);
    void forgetColors() { m_set.clear(); }
    [[nodiscard]] qreal xOf(int offset);
    [[nodiscard]] int offsetAt(qreal x); ///< the nearest

private:
    [[nodiscard]] int pieceOf(int offset) const;
    [[nodiscard]] int pieceAt(qreal x);
    [[nodiscard]] QString pieceText(int index) const;
    [[nodiscard]] qreal leftOf(int index);
    [[nodiscard]] qreal widthOf(int index);
    [[nodiscard]] QTextLayout &piece(int index);
    void trim(int first, int last);

    QString m_text;
    Style m_style;
    CharacterWidths &m_widths;
    Formats m_formats;
    std::vector<int> m_starts; // of the pieces
    std::vector<qreal> m_lefts; // of the pieces, as far as it was asked
    std::map<int, std::unique_ptr<QTextLayout>> m_set; // pieces seen lately
};

} // namespace pennyworth
