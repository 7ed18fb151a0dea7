// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownblocks.h"
#include "transcript/blocklayout.h"

#include <functional>
#include <map>
#include <optional>
#include <span>

namespace pennyworth {

class CodeLayout;

/// Markdown laid out as a column of blocks. While its text grows only the end is laid out again; of
/// a very long text only what measure() was asked for, the heights of the rest are estimates.
/// Coordinates are its own.
class TextColumn final {
public:
    struct Place {
        int block = 0;
        int offset = 0;
    };
    using Selected = std::function<TextRange(int block, int length)>;
    using Marks = std::function<TextMarks(int index, const PlacedBlock &block)>;

    TextColumn(const TranscriptStyle &style, SoftBreaks softBreaks);

    void setSoftBreaks(SoftBreaks softBreaks)
    {
        m_softBreaks = softBreaks;
    } ///< of the texts to come

    [[nodiscard]] SoftBreaks softBreaks() const { return m_softBreaks; }
    /// A very long text is only begun to be read.
    void setText(const QString &text);
    [[nodiscard]] bool isReading() const { return m_taken < m_whole.size(); }
    void readOn(); ///< as much more of such a text as takes a few milliseconds
    void readAll();
    /// `text` is the former one with more at its end. Returns the top of what changed, where
    /// anything did.
    std::optional<qreal> grow(const QString &text);
    void finish(); ///< it grows no more

    [[nodiscard]] const QString &text() const
    {
        return isReading() ? m_whole : m_source.text();
    } ///< Markdown, with line ends of its own
    [[nodiscard]] const std::vector<MarkdownBlock> &markdown() const { return m_source.blocks(); }
    [[nodiscard]] const std::vector<PlacedBlock> &blocks() const { return m_blocks; }
    [[nodiscard]] const std::vector<int> &codeBlocks() const { return m_codeBlocks; } ///< indexes
    [[nodiscard]] const std::vector<int> &pictureBlocks() const { return m_pictureBlocks; }
    [[nodiscard]] bool isEmpty() const { return m_blocks.empty() && !isReading(); }
    [[nodiscard]] bool isBlank() const
    {
        return m_blocks.empty() || isReading();
    } ///< there is nothing to be seen of it

    qreal layOut(qreal width); ///< returns the height
    [[nodiscard]] qreal width() const { return m_width; } ///< of the last layOut()
    [[nodiscard]] bool isExact() const { return m_estimated == 0; }
    /// Makes exact what stands between two places, and does not move what stands at `from`. Whether
    /// there was anything to do.
    bool measure(qreal from, qreal to);
    /// Makes exact what stands above `y`, for `distance`. Returns how far that moved what stands at
    /// `y`.
    qreal measureAbove(qreal y, qreal distance);
    void draw(QPainter *painter, QPointF at, const QRectF &visible, const Marks &marks) const;
    [[nodiscard]] Place positionAt(QPointF point) const; ///< the nearest
    [[nodiscard]] QRectF caretRect(Place place) const;
    [[nodiscard]] QRectF endRect() const; ///< where the next character would stand
    [[nodiscard]] InlineLink linkAt(QPointF point) const;
    [[nodiscard]] int blockAt(QPointF point) const; ///< -1 where none is
    bool scrollBlock(int index, qreal pixels); ///< sideways; whether it moved
    bool scrollTo(Place place); ///< as BlockLayout::scrollTo
    [[nodiscard]] const CodeLayout *code(int index) const; ///< null where that is no code
    /// How the code blocks are shown whose readers did not want them as usual, by their number
    /// among the code blocks. Stays while the text grows.
    void setCodeDisplays(std::map<int, CodeDisplay> displays);
    [[nodiscard]] QString tipAt(QPointF point) const;
    bool takeTypesetting(); ///< as BlockLayout::takeTypesetting

private:
    void rebuildFrom(qsizetype block);
    qreal growCode();
    void finishCode();
    void showCodeFrom(size_t block);
    [[nodiscard]] qreal topOfChange(size_t rebuiltFrom, size_t countBefore) const;
    [[nodiscard]] qreal blockWidth(const PlacedBlock &block) const;
    void measureBlock(size_t index);
    void placeFrom(size_t index);
    void drawMarks(QPainter *painter, QPointF at, const PlacedBlock &block) const;
    void drawTask(QPainter *painter, const QRectF &box, TaskState task) const;
    [[nodiscard]] int blockAt(qreal y) const;

    const TranscriptStyle &m_style;
    SoftBreaks m_softBreaks;
    MarkdownBlocks m_source;
    qsizetype m_taken = 0; // characters of the text that are in m_source
    QString m_whole; // the text while it is being read
    std::vector<PlacedBlock> m_blocks;
    std::vector<int> m_codeBlocks; // which of them are code
    std::vector<int> m_pictureBlocks;
    std::map<int, CodeDisplay> m_codeDisplays;
    size_t m_firstDirty = 0;
    size_t m_estimated = 0; // how many of the blocks are not exact
    qreal m_width = -1;
    qreal m_height = 0;
};

} // namespace pennyworth
