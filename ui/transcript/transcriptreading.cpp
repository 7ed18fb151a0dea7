// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"
#include "transcript/messagelistmodel.h"
#include "transcript/scrollmarks.h"
#include "transcript/transcriptsearch.h"
#include "transcript/transcriptview.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace pennyworth {

// Finding one's way in a TranscriptView: hits, questions, the size of the text.

void TranscriptView::setSearch(const TranscriptSearch *search)
{
    m_search = search;
    m_shownHit.reset();
    refreshSearch();
}

void TranscriptView::refreshSearch()
{
    std::vector<double> places;
    ensureSettled();
    const qreal total = std::max(m_rows.totalHeight(), 1.0);
    for (int row = 0; m_search && m_search->total() > 0 && row < m_rows.count(); ++row) {
        const int count = m_search->hits(row).count();
        for (int i = 0; i < count; ++i)
            places.push_back((m_rows.top(row) + m_rows.height(row) * (i + 0.5) / count) / total);
    }
    m_scrollMarks->setMarks(std::move(places), m_theme.palette().warning);
    viewport()->update();
}

TextMarks TranscriptView::marksOf(const std::optional<TextSpan> &selected,
    const TextPosition &start, const PlacedBlock &block) const
{
    TextMarks marks;
    if (selected)
        marks.selected = rangeIn(*selected, start, block.length, rowFinder());
    if (!m_search || m_search->query().isEmpty())
        return marks;
    const QString text = block.layout->text();
    marks.found = hitsIn(text, block.layout->textStarts(), m_search->query());
    if (m_shownHit && m_shownHit->first.message == start.message
        && m_shownHit->first.section == start.section && m_shownHit->first.block == start.block)
        marks.current = {m_shownHit->first.offset, m_shownHit->last.offset};
    return marks;
}

void TranscriptView::showHit(int row, int ordinal)
{
    ensureSettled();
    const int inReasoning = m_search->hits(row).reasoning;
    const Section section = ordinal < inReasoning ? Section::Reasoning : Section::Answer;
    int before = section == Section::Reasoning ? ordinal : ordinal - inReasoning;
    if (section == Section::Reasoning && !m_layouts.at(row).isReasoningShown()) {
        m_layouts.setReasoningShown(row, true);
        m_rows.setEstimate(row, m_rows.height(row));
    }
    const MessageLayout &layout = whole(row);
    TextPosition place{.message = layout.id(), .section = section, .block = 0, .offset = 0};
    const std::vector<PlacedBlock> &blocks = layout.column(section).blocks();
    for (size_t i = 0; i < blocks.size(); ++i) {
        const BlockLayout &block = *blocks[i].layout;
        const std::vector<TextRange> hits =
            hitsIn(block.text(), block.textStarts(), m_search->query());
        if (before >= int(hits.size())) {
            before -= int(hits.size());
            continue;
        }
        place.block = int(i);
        place.offset = hits[size_t(before)].from;
        TextPosition end = place;
        end.offset = hits[size_t(before)].to;
        m_shownHit = TextSpan{.first = place, .last = end};
        break;
    }
    m_rows.stopFollowing();
    settle();
    if (m_shownHit)
        scrollBlockTo(m_shownHit->last);
    reveal(place);
    viewport()->update();
}

int TranscriptView::firstRowInView()
{
    ensureSettled();
    return m_rows.count() > 0 ? m_rows.anchor().row : 0;
}

QRectF TranscriptView::rectInView(const TextPosition &position)
{
    const int row = m_model->rowOf(position.message);
    if (row < 0)
        return {};
    ensureSettled();
    const QRectF caret = whole(row).caretRect(position);
    ensureSettled();
    return caret.translated(columnLeft(), rowTop(row));
}

TextPosition TranscriptView::positionAt(QPointF point)
{
    return spanAt(point, SelectBy::Characters).first;
}

void TranscriptView::reveal(const TextPosition &position)
{
    scrollBlockTo(position);
    const QRectF place = rectInView(position);
    const qreal height = viewport()->height();
    if (place.top() >= 0 && place.bottom() <= height)
        return;
    const qreal wanted = height / 3;
    if (std::abs(place.top()) > 2 * height) {
        m_rows.scrollTo(m_rows.scrollValue() + place.top() - wanted);
        m_rows.stopFollowing();
        settle();
    }
    // What stands above has been measured by now.
    scrollByPixels(rectInView(position).top() - wanted);
}

void TranscriptView::scrollToTop(const TextPosition &position)
{
    reveal(position);
    scrollByPixels(rectInView(position).top() - m_layouts.style().lineHeight);
}

void TranscriptView::jumpToQuestion(int step)
{
    ensureSettled();
    constexpr qreal kAlmost = 12; // more than the padding above the first message
    const qreal here = m_rows.scrollValue();
    for (int row = firstRowInView() + (step > 0 ? 0 : 1); row >= 0 && row < m_rows.count();
         row += step) {
        const qreal distance = m_rows.top(row) - here;
        const bool isFurther = step > 0 ? distance > kAlmost : distance < -kAlmost;
        if (m_model->row(row).role != Role::User || !isFurther)
            continue;
        m_rows.scrollTo(m_rows.top(row));
        settle();
        viewport()->update();
        return;
    }
    if (step > 0)
        jumpToLatest();
    else
        scrollToValue(0);
}

void TranscriptView::setTextZoom(int percent)
{
    if (percent == m_zoom)
        return;
    const qreal factor = qreal(percent) / m_zoom;
    m_zoom = percent;
    applyStyle();
    m_rows.scaleEstimates(factor * factor); // lines are higher, and there are more of them
}

} // namespace pennyworth
