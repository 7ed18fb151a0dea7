// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

namespace pennyworth {

// Texts in a TranscriptView that take too long to be read at once: part by part, while the view
// does everything else as ever.

void TranscriptView::readOn()
{
    MessageLayout *reading = m_layouts.reading();
    if (!reading)
        return;
    reading->readOn();
    if (!reading->isReading())
        takeRead(m_model->rowOf(reading->id()));
    if (m_layouts.reading())
        m_readTimer.start();
}

// What was an estimate becomes another one; the reader stays at the same part of the message.
void TranscriptView::takeRead(int row)
{
    if (row < 0)
        return;
    const qreal before = m_rows.height(row);
    const qreal after = m_layouts.at(row).layOut(m_layouts.width());
    const TranscriptLayout::Anchor anchor = m_rows.anchor();
    if (anchor.row == row && before > 0)
        m_rows.moveAnchor(anchor.offset * (after / before - 1));
    m_rows.setEstimate(row, after);
    m_isDirty = true;
    viewport()->update();
}

bool TranscriptView::isRead(int row)
{
    return !m_layouts.at(row).isReading();
}

MessageLayout &TranscriptView::whole(int row)
{
    MessageLayout &layout = m_layouts.at(row);
    if (layout.isReading()) {
        layout.readAll();
        takeRead(row);
    }
    return layout;
}

} // namespace pennyworth
