// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/transcriptfind.h"

#include "transcript/findbar.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

namespace pennyworth {

TranscriptFind::TranscriptFind(FindBar &bar, TranscriptView &view, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_view(view)
{
    connect(&bar, &FindBar::queryChanged, this, &TranscriptFind::begin);
    connect(&bar, &FindBar::nextRequested, this, &TranscriptFind::next);
    connect(&bar, &FindBar::previousRequested, this, &TranscriptFind::previous);
    connect(&bar, &FindBar::closed, this, &TranscriptFind::end);
    connect(&m_search, &TranscriptSearch::changed, this, &TranscriptFind::takeHits);
}

void TranscriptFind::open()
{
    constexpr qsizetype kFewWords = 100;
    const QString selected = m_view.selection().plain;
    const bool isQuery = selected.size() <= kFewWords && !selected.contains(u'\n');
    m_bar.open(isQuery ? selected : QString());
    begin();
}

void TranscriptFind::begin()
{
    m_search.setModel(m_view.model());
    m_view.setSearch(&m_search);
    m_message = {};
    m_from = m_view.firstRowInView();
    m_waits = true;
    m_search.start(m_bar.query(), m_from);
}

void TranscriptFind::end()
{
    m_waits = false;
    m_message = {};
    m_view.setSearch(nullptr);
    m_search.start({}, 0);
    m_view.setFocus();
}

void TranscriptFind::takeHits()
{
    if (m_bar.isHidden())
        return;
    const int row = m_waits ? m_search.rowWithHits(m_from, 1) : -1;
    if (row >= 0)
        show(row, 0);
    m_view.refreshSearch();
    showCount();
}

void TranscriptFind::next()
{
    go(1);
}

void TranscriptFind::previous()
{
    go(-1);
}

void TranscriptFind::go(int step)
{
    if (m_bar.isHidden()) {
        open();
        return;
    }
    const int row = m_view.model()->rowOf(m_message);
    const int ordinal = m_ordinal + step;
    if (row >= 0 && ordinal >= 0 && ordinal < m_search.hits(row).count()) {
        show(row, ordinal);
        return;
    }
    const int other = m_search.rowWithHits(row < 0 ? m_view.firstRowInView() : row + step, step);
    if (other >= 0)
        show(other, step > 0 ? 0 : m_search.hits(other).count() - 1);
}

void TranscriptFind::show(int row, int ordinal)
{
    m_waits = false;
    m_message = m_view.model()->row(row).id;
    m_ordinal = ordinal;
    m_view.showHit(row, ordinal);
    showCount();
}

void TranscriptFind::showCount()
{
    const int row = m_view.model()->rowOf(m_message);
    m_bar.showCount(row < 0 ? 0 : m_search.hitsBefore(row) + m_ordinal + 1, m_search.total());
}

} // namespace pennyworth
