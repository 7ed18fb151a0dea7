// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagelistmodel.h"
#include "transcript/picturelayout.h"
#include "transcript/picturemenu.h"
#include "transcript/remotepictures.h"
#include "transcript/transcriptview.h"

namespace pennyworth {

// Pictures in a TranscriptView: loaded when somebody asks for one, and only then.

void TranscriptView::setPictures(RemotePictures *pictures)
{
    if (m_pictures)
        disconnect(m_pictures, nullptr, this, nullptr);
    m_pictures = pictures;
    if (m_pictures)
        connect(m_pictures, &RemotePictures::changed, this, &TranscriptView::takeTypesetting);
    applyStyle();
}

void TranscriptView::loadPicture(MessageId message, const TranscriptControl &control)
{
    const int row = m_model->rowOf(message);
    const std::vector<PlacedBlock> &blocks = m_layouts.at(row).column(control.section).blocks();
    const auto index = size_t(control.block);
    if (!m_pictures || index >= blocks.size() || blocks[index].kind != MarkdownKind::Image)
        return;
    const auto &layout = static_cast<const PictureLayout &>(*blocks[index].layout);
    m_pictures->load(layout.picture().address);
}

bool TranscriptView::openPictureMenu(QPointF point, const QPoint &globalPlace)
{
    const int row = rowAt(point);
    if (row < 0)
        return false;
    const MessageLayout &layout = m_layouts.at(row);
    const QPointF inside = inMessage(row, point);
    const TextPosition place = layout.positionAt(inside);
    const std::vector<PlacedBlock> &blocks = layout.column(place.section).blocks();
    const auto index = size_t(place.block);
    const bool isPicture = layout.isOverText(inside) && index < blocks.size()
        && blocks[index].kind == MarkdownKind::Image;
    if (!isPicture)
        return false;
    auto *menu = new PictureMenu(static_cast<const PictureLayout &>(*blocks[index].layout), this);
    connect(menu, &PictureMenu::loadRequested, this, [this](const QString &address) {
        if (m_pictures)
            m_pictures->load(address);
    });
    connect(menu, &PictureMenu::linkRequested, this, &TranscriptView::openLink);
    menu->popup(globalPlace);
    return true;
}

} // namespace pennyworth
