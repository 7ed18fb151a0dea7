// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/pricingstrip.h"

#include "theme/figures.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "theme/paint.h"

#include <QFontMetricsF>
#include <QPainter>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = metrics::kGrid;
constexpr int kMark = 14; // the sign that there is more behind it

} // namespace

PricingStrip::PricingStrip(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(u"pricingStrip"_s);
    setFont(theme.font(TextSize::Caption));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setToolTip(
        tr("Show pricing (%1)")
            .arg(
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P).toString(QKeySequence::NativeText)));
    setVisible(false);
}

void PricingStrip::setParts(const QStringList &parts)
{
    if (parts == m_parts)
        return;
    m_parts = parts;
    const QString words = parts.join(u" · "_s);
    setText(words);
    //: %1 is what the line says: prices and costs
    setAccessibleName(tr("Pricing: %1").arg(words));
    setVisible(!parts.isEmpty());
    update();
}

QSize PricingStrip::sizeHint() const
{
    return {0, fontMetrics().height() + metrics::kGrid};
}

void PricingStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colors = m_theme.palette();
    drawRoundedBox(&painter, QRectF(rect()),
        {.fill = underMouse() ? colors.prompt : colors.sunken,
            .line = QColor(),
            .radius = metrics::kControlRadius});
    if (hasFocus())
        drawFocusRing(&painter, QRectF(rect()), colors);
    if (m_parts.isEmpty())
        return;
    themedIcon(m_theme, Glyph::Panel, Tone::Muted)
        .paint(&painter, QRect(width() - kPadding - kMark, (height() - kMark) / 2, kMark, kMark));

    const QFontMetricsF metrics(font());
    const qreal baseline = (height() - metrics.height()) / 2 + metrics.ascent();
    const qreal end = width() - 2 * kPadding - kMark;
    const QString &last = m_parts.constLast();
    const qreal lastWidth = figureWidth(font(), last);
    painter.setPen(colors.text);
    drawFigures(&painter, {std::max(qreal(kPadding), end - lastWidth), baseline}, last);
    QString before;
    for (qsizetype i = 0; i + 1 < m_parts.size(); ++i) {
        const QString longer = before.isEmpty() ? m_parts.at(i) : before + u" · "_s + m_parts.at(i);
        if (kPadding + figureWidth(font(), longer) > end - lastWidth - 2 * kPadding)
            break;
        before = longer;
    }
    painter.setPen(colors.muted);
    drawFigures(&painter, {qreal(kPadding), baseline}, before);
}

} // namespace pennyworth
