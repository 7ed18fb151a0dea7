// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/codeheader.h"

#include "transcript/controltext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace pennyworth::codeheader {

namespace {

constexpr qreal kAroundLabel = 6; // left and right of it
constexpr qreal kLeastLanguage = 40; // of the width, before a control gives way

// In the order in which they give way last.
constexpr std::array kKinds{TranscriptControl::Kind::WrapCode, TranscriptControl::Kind::CopyCode,
    TranscriptControl::Kind::SaveCode, TranscriptControl::Kind::NumberCode};

} // namespace

std::vector<Control> controls(qreal width, const TranscriptStyle &style)
{
    const QFontMetricsF metrics(style.caption);
    std::vector<Control> placed;
    qreal right = width - kPadding + kAroundLabel; // so that the last label ends where the code may
    for (const TranscriptControl::Kind kind : kKinds) {
        const qreal needed =
            std::ceil(metrics.horizontalAdvance(actionLabel(kind))) + 2 * kAroundLabel;
        const bool isFirst = placed.empty();
        const bool fits = right - needed >= kPadding + (isFirst ? 0 : kLeastLanguage);
        placed.push_back({.kind = kind,
            .rect = fits ? QRectF(right - needed, 2, needed, kHeight - 4) : QRectF()});
        right = fits ? right - needed : -needed;
    }
    std::ranges::reverse(placed);
    return placed;
}

void draw(
    QPainter *painter, const QRectF &header, const QString &language, const TranscriptStyle &style)
{
    qreal end = header.width() - kPadding;
    for (const Control &control : controls(header.width(), style)) {
        if (!control.rect.isEmpty())
            end = std::min(end, control.rect.left() - kAroundLabel);
    }
    painter->setFont(style.caption);
    painter->setPen(style.palette.muted);
    const QRectF place(
        header.left() + kPadding, header.top(), std::max(0.0, end - kPadding), header.height());
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(style.caption).elidedText(language, Qt::ElideRight, place.width()));
}

} // namespace pennyworth::codeheader
