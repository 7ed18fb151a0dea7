// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/inlinetext.h"

#include <QPointF>
#include <QRectF>

#include <memory>
#include <vector>

class QPainter;

namespace pennyworth {

/// Part of a text that is selected, in its positions; empty where from == to.
struct TextRange {
    int from = 0;
    int to = 0;

    bool operator==(const TextRange &) const = default;
    [[nodiscard]] bool isEmpty() const { return from >= to; }
};

/// A paragraph set in lines of one height, whatever scripts it mixes. Very long ones are set in
/// pieces.
class TextFlow final {
public:
    TextFlow(InlineText text, const QFont &font, qreal lineHeight,
        Qt::Alignment alignment = Qt::AlignLeft);
    ~TextFlow();

    qreal layOut(qreal width); ///< returns the height
    [[nodiscard]] qreal height() const { return m_height; }
    [[nodiscard]] const QString &text() const { return m_text.text; }
    [[nodiscard]] qreal naturalWidth(); ///< without any break but its own
    [[nodiscard]] qreal leastWidth() const; ///< of its longest word

    void draw(QPainter *painter, QPointF at, TextRange selected, const Palette &palette) const;
    [[nodiscard]] int positionAt(QPointF point) const;
    [[nodiscard]] QRectF caretRect(int position) const;
    [[nodiscard]] QString linkAt(QPointF point) const; ///< its target; empty where there is none
    [[nodiscard]] qreal firstBaseline() const;

private:
    struct Piece {
        int start = 0;
        qreal top = 0;
        std::unique_ptr<QTextLayout> layout;
    };

    void split(const QFont &font, Qt::Alignment alignment);
    void drawSelection(QPainter *painter, QPointF at, const Piece &piece, TextRange selected,
        const QColor &color) const;
    void drawChips(QPainter *painter, QPointF at, const Piece &piece, const QColor &color) const;
    /// The boxes of a range, one a line; `line` gets its number.
    template <class F>
    void forEachBox(const Piece &piece, TextRange range, F f) const;
    [[nodiscard]] const Piece &pieceOf(int position) const;
    [[nodiscard]] const Piece &pieceAt(qreal y) const;

    InlineText m_text;
    QFont m_font;
    qreal m_lineHeight;
    qreal m_width = -1;
    qreal m_height = 0;
    std::vector<Piece> m_pieces;
};

} // namespace pennyworth
