// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/inlinetext.h"
#include "transcript/textmarks.h"

#include <QPointF>
#include <QRectF>

#include <memory>
#include <vector>

class QPainter;

namespace pennyworth {

/// A paragraph set in lines of one height, whatever scripts it mixes; only a formula may make one
/// higher. A paragraph that grows sets its last lines only.
class TextFlow final {
public:
    TextFlow(InlineText text, const QFont &font, qreal lineHeight,
        Qt::Alignment alignment = Qt::AlignLeft);
    ~TextFlow();

    /// `former` is this paragraph as it was before it grew: lines that stay as they are are taken
    /// from it. Before the first layOut().
    void continueFrom(TextFlow &former);
    /// The y from which it may look different from what it continues; its height where nothing
    /// does.
    [[nodiscard]] qreal firstChange() const { return m_firstChange; }

    qreal layOut(qreal width); ///< returns the height
    [[nodiscard]] qreal height() const { return m_height; }
    [[nodiscard]] const QString &text() const { return m_text.text; }
    [[nodiscard]] qreal naturalWidth(); ///< without any break but its own
    [[nodiscard]] qreal leastWidth() const; ///< of its longest word

    void draw(QPainter *painter, QPointF at, const TextMarks &marks, const Palette &palette,
        const QRectF &visible) const;
    [[nodiscard]] int positionAt(QPointF point) const;
    [[nodiscard]] QRectF caretRect(int position) const;
    [[nodiscard]] InlineLink linkAt(QPointF point) const; ///< without target where there is none
    [[nodiscard]] qreal firstBaseline() const;
    /// Whether formulas became pictures; then it is to be laid out again.
    bool takeFormulas();
    [[nodiscard]] QString tipAt(QPointF point) const; ///< what is wrong with a formula

private:
    /// A run of lines with a layout of its own.
    struct Piece {
        int start = 0;
        bool isWhole = false; // it has all of the text
        int lines = 0; // that are used; where the text went on, the next piece has the last ones
        qreal top = 0;
        std::unique_ptr<QTextLayout> layout;
        std::vector<qreal> tops; // of its lines, and of what follows them

        [[nodiscard]] qreal height() const { return tops[size_t(lines)]; }
        [[nodiscard]] int lineAt(qreal y) const; // may lie beyond the last one
        [[nodiscard]] QTextLine line(int index) const { return layout->lineAt(index); }
    };

    [[nodiscard]] int sameLength(const TextFlow &former) const;
    void takePictures(const TextFlow &former, int sameUpTo);
    void takeLines(TextFlow &former, int sameUpTo);
    [[nodiscard]] int endOfLines() const;
    void addPiece(int start);
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QList<QTextLayout::FormatRange> shownFormats() const;
    void drawFormulas(
        QPainter *painter, QPointF at, const Piece &piece, int firstLine, int lastLine) const;
    [[nodiscard]] TextRange withWholeFormulas(TextRange range) const;
    void setLines(Piece &piece);
    void drawRanges(QPainter *painter, QPointF at, const Piece &piece,
        const std::vector<TextRange> &ranges, const QColor &color) const;
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
    Qt::Alignment m_alignment;
    qreal m_width = -1;
    qreal m_height = 0;
    qreal m_firstChange = 0;
    std::vector<Piece> m_pieces; // none before the first layOut()
    bool m_isOpen = false; // the last piece is still to be added
};

} // namespace pennyworth
