// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"
#include "typesetting/typesetter.h"

namespace pennyworth {

// Formulas and colours in a TranscriptView: they come when it has long been laid out.

void TranscriptView::setTypesetter(Typesetter *typesetter)
{
    if (m_typesetter)
        disconnect(m_typesetter, nullptr, this, nullptr);
    m_typesetter = typesetter;
    if (m_typesetter)
        connect(m_typesetter, &Typesetter::settled, this, &TranscriptView::takeTypesetting);
    applyStyle();
}

// What stands at the upper edge of the view stays there, wherever formulas above it found a place.
void TranscriptView::takeTypesetting()
{
    if (m_rows.count() == 0)
        return;
    ensureSettled();
    const int row = m_rows.anchor().row;
    const QPointF edge(0, m_rows.anchor().offset);
    const TextPosition position = m_layouts.at(row).positionAt(edge);
    const qreal before = m_layouts.at(row).caretRect(position).top();
    const QList<MessageId> changed = m_layouts.takeTypesetting();
    if (changed.isEmpty())
        return;
    for (const MessageId id : changed) {
        const int changedRow = m_model->rowOf(id);
        if (changedRow >= 0)
            m_rows.setEstimate(changedRow, m_rows.height(changedRow));
    }
    if (edge.y() > 0)
        m_rows.moveAnchor(m_layouts.at(row).caretRect(position).top() - before);
    settle();
    viewport()->update();
}

QString TranscriptView::tipAt(QPointF point)
{
    const int row = rowAt(point);
    return row < 0 ? QString() : m_layouts.at(row).tipAt(inMessage(row, point));
}

} // namespace pennyworth
