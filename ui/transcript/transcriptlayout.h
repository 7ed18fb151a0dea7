// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <vector>

namespace pennyworth {

/// Where the rows of a transcript stand and which part of them is seen. Heights are estimates until
/// a row comes into view; what is seen hangs on an anchor (a row and an offset in it), so that text
/// under the reader's eye never moves when heights elsewhere turn out different. Following the end
/// is an intent of the reader: it begins by reaching the end and stops by scrolling up. Knows
/// nothing of painting.
class TranscriptLayout final {
public:
    /// The first line of pixels that is seen lies `offset` below the top of `row`.
    struct Anchor {
        int row = 0;
        qreal offset = 0;
    };
    /// The part of a row that is about to be seen, in its own coordinates.
    struct Part {
        enum class Keep { From, To }; ///< which of its ends must not move by what is measured

        qreal from = 0;
        qreal to = 0;
        Keep keep = Keep::From;
    };
    struct Measured {
        qreal height = 0; ///< of the whole row
        qreal moved = 0; ///< Keep::To: how far down `to` has moved
        bool isExact = true; ///< the whole row is; else it is asked for again
    };
    /// Lays out what is asked for of a row, at least.
    using Measure = std::function<Measured(int row, const Part &part)>;

    TranscriptLayout(qreal topPadding, qreal bottomPadding);

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    void insert(int first, const std::vector<qreal> &estimates);
    void remove(int first, int count);
    void clear(); ///< what comes next is seen from its end; so after the removal of all rows
    void setEstimate(int row, qreal height); ///< the row changed and has to be measured again
    void setExact(int row, qreal height);
    void scaleEstimates(qreal factor); ///< all rows have to be measured again
    void setViewHeight(qreal height) { m_viewHeight = height; }

    [[nodiscard]] qreal top(int row) const;
    [[nodiscard]] qreal height(int row) const { return m_rows.at(size_t(row)).height; }
    [[nodiscard]] bool isExact(int row) const { return m_rows.at(size_t(row)).isExact; }
    [[nodiscard]] qreal totalHeight() const; ///< with padding
    [[nodiscard]] int rowAt(qreal y) const; ///< the nearest where there is none; -1 without rows

    [[nodiscard]] Anchor anchor() const { return m_anchor; }
    [[nodiscard]] qreal scrollValue() const; ///< y of the first line that is seen
    [[nodiscard]] qreal greatestScrollValue() const;
    [[nodiscard]] bool follows() const { return m_follows; }

    void scrollBy(qreal delta,
        const Measure &measure); ///< over exact heights: what was seen moves by just that
    void scrollTo(qreal value); ///< a jump; over estimates
    void scrollToEnd();
    void moveAnchor(qreal delta) { m_anchor.offset += delta; } ///< its row changed above it
    void stopFollowing() { m_follows = false; }

    /// Makes every row that is seen exact, without moving what is seen.
    void settle(const Measure &measure);

private:
    struct Row {
        qreal height = 0;
        bool isExact = false;
    };

    qreal measureRow(int row, const Part &part, const Measure &measure);
    void anchorAtEnd(const Measure &measure);
    [[nodiscard]] bool fillsDownward(const Measure &measure);
    void heightsChangeFrom(int row);
    void validateTops() const;

    qreal m_topPadding;
    qreal m_bottomPadding;
    qreal m_viewHeight = 0;
    std::vector<Row> m_rows;
    mutable std::vector<qreal> m_tops; // of rows, valid for the first m_validTops
    mutable int m_validTops = 0;
    Anchor m_anchor;
    bool m_follows = true;
};

} // namespace pennyworth
