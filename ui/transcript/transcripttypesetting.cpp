// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/controltext.h"
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

void TranscriptView::takeTypesetting()
{
    if (m_rows.count() == 0)
        return;
    keepEdge([this] {
        const QList<MessageId> changed = m_layouts.takeTypesetting();
        for (const MessageId id : changed) {
            const int row = m_model->rowOf(id);
            if (row >= 0)
                m_rows.setEstimate(row, m_rows.height(row));
        }
        return !changed.isEmpty();
    });
}

QString TranscriptView::tipAt(QPointF point)
{
    const std::optional<ControlPlace> control = controlAt(point);
    if (control && !actionTip(control->control).isEmpty())
        return actionTip(control->control);
    const int row = rowAt(point);
    return row < 0 ? QString() : m_layouts.at(row).tipAt(inMessage(row, point));
}

} // namespace pennyworth
