// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/transcriptstyle.h"

#include "theme/metrics.h"
#include "theme/theme.h"

#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>

namespace pennyworth {

namespace {

constexpr qreal kCodeScale = 0.9;
constexpr qreal kCodeLineHeight = 1.5;

} // namespace

namespace {

QColor faded(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

} // namespace

QColor foundColor(const Palette &palette)
{
    return faded(palette.warning, 0.22F);
}

QColor currentFoundColor(const Palette &palette)
{
    return faded(palette.warning, 0.42F);
}

TranscriptStyle transcriptStyle(const Theme &theme, int zoom)
{
    QFont body = theme.font(TextSize::Body);
    body.setPixelSize(std::max(qRound(QFontInfo(body).pixelSize() * zoom / 100.0), 1));
    return transcriptStyle(
        theme.palette(), body, theme.font(TextSize::Interface), theme.font(TextSize::Caption));
}

TranscriptStyle transcriptStyle(
    const Palette &palette, const QFont &body, const QFont &interface, const QFont &caption)
{
    TranscriptStyle style{
        .palette = palette, .body = body, .interface = interface, .caption = caption};
    const int size = QFontInfo(body).pixelSize();
    const int codeSize = qRound(size * kCodeScale);
    style.code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    style.code.setPixelSize(codeSize);
    style.lineHeight = qRound(size * metrics::kLineHeight);
    style.codeLineHeight = qRound(codeSize * kCodeLineHeight);
    return style;
}

} // namespace pennyworth
