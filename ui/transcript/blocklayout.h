// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdownparser.h"
#include "transcript/sidewaysbar.h"
#include "transcript/textflow.h"

#include <memory>
#include <span>
#include <vector>

namespace pennyworth {

/// One block that holds text, laid out: a paragraph, a heading, code, a table. Positions in it are
/// leaf offsets of its node. Coordinates are its own, from its top left corner.
class BlockLayout {
public:
    virtual ~BlockLayout() = default;

    virtual qreal layOut(
        qreal width) = 0; ///< returns the height; cheap where the width is the last one
    /// About what layOut() will return, without setting anything.
    [[nodiscard]] virtual qreal estimatedHeight(qreal width) const = 0;
    /// The y from which it may look different from the block that it was before it grew; known
    /// once it is laid out.
    [[nodiscard]] virtual qreal firstChange() const { return 0; }
    virtual void draw(
        QPainter *painter, QPointF at, const TextMarks &marks, const QRectF &visible) const = 0;
    [[nodiscard]] virtual int positionAt(QPointF point) const = 0;
    [[nodiscard]] virtual QRectF caretRect(int position) const = 0;
    [[nodiscard]] virtual QString text() const = 0; ///< what positions count
    /// Where in text() the texts begin that it consists of; one but for the cells of tables.
    [[nodiscard]] virtual std::vector<int> textStarts() const { return {0}; }
    [[nodiscard]] virtual InlineLink linkAt(QPointF) const { return {}; }
    [[nodiscard]] virtual qreal firstBaseline() const = 0;
    virtual bool scrollBy(qreal) { return false; } ///< sideways, in pixels; whether it moved
    /// Sideways, so that a position is seen with some of the text around it; whether it moved.
    virtual bool scrollTo(int) { return false; }
    [[nodiscard]] virtual SidewaysBar sidewaysBar() const { return {}; }
    /// Takes what the typesetter has done. Whether anything is new; then it is to be laid out and
    /// painted again.
    virtual bool takeTypesetting() { return false; }
    [[nodiscard]] virtual QString tipAt(QPointF) const { return {}; } ///< for a tool tip
};

/// A BlockLayout with its place among others. Containers (lists, quotes) do not lay out anything
/// themselves: they indent what they hold and give it marks.
struct PlacedBlock {
    std::unique_ptr<BlockLayout> layout;
    MarkdownKind kind = MarkdownKind::Paragraph;
    int block = 0; ///< index of the top-level block it is of
    int leafStart = 0; ///< where its text begins in that block, in leaf offsets
    int length = 0; ///< of its text
    qreal indent = 0;
    qreal spaceBefore = 0;
    std::vector<qreal> bars; ///< x of the bars of quotes around it
    QString marker; ///< of the list item that it begins: "•", "2."
    TaskState task = TaskState::None;
    qreal top = 0; ///< set by whoever stacks them
    qreal height = 0;
    bool isExact = false; ///< `height` is no estimate
    bool continuesFormer = false; ///< it stands as it did before it grew; see firstChange()
};

/// Makes the layouts of a top-level block. `index` goes into PlacedBlock::block. `former` is what
/// the block looked like before it grew, if it did; what is the same is taken from it.
void appendPlacedBlocks(const MarkdownBlock &block, int index, const TranscriptStyle &style,
    SoftBreaks softBreaks, std::vector<PlacedBlock> &out, std::span<PlacedBlock> former = {});

} // namespace pennyworth
