// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/tokenbar.h"

#include "theme/figuretext.h"
#include "theme/metrics.h"

#include <QPainter>
#include <QPainterPath>

#include <numeric>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBarHeight = 8;
constexpr int kBarRadius = 3;
constexpr int kSwatch = 8;
constexpr int kGap = 6;

} // namespace

TokenBar::TokenBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFont(theme.font(TextSize::Caption));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TokenBar::setTokens(qint64 hit, qint64 miss, qint64 output)
{
    m_tokens = {hit, miss, output};
    const QString text = tr("Tokens: %1 cached input, %2 other input, %3 output")
                             .arg(countText(hit), countText(miss), countText(output));
    setAccessibleName(text);
    setToolTip(text);
    update();
}

std::array<TokenBar::Part, 3> TokenBar::described() const
{
    const Palette &colors = m_theme.palette();
    return {Part{m_tokens[0], colors.hit, tr("cached", "kind of tokens")},
        Part{m_tokens[1], colors.miss, tr("input", "kind of tokens")},
        Part{m_tokens[2], colors.output, tr("output", "kind of tokens")}};
}

std::array<QRectF, 3> TokenBar::parts(const QRectF &rect) const
{
    std::array<QRectF, 3> result{};
    const auto sum =
        static_cast<double>(std::accumulate(m_tokens.begin(), m_tokens.end(), qint64{0}));
    if (sum <= 0)
        return result;
    double left = rect.left();
    for (size_t i = 0; i < result.size(); ++i) {
        const double width = rect.width() * static_cast<double>(m_tokens[i]) / sum;
        result[i] = QRectF(left, rect.top(), width, rect.height());
        left += width;
    }
    return result;
}

QSize TokenBar::sizeHint() const
{
    return {0, kBarHeight + metrics::kGrid + fontMetrics().height()};
}

void TokenBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(0, 0, width(), kBarHeight);
    const std::array<Part, 3> kinds = described();
    const std::array<QRectF, 3> rects = parts(bar);
    QPainterPath outline;
    outline.addRoundedRect(bar, kBarRadius, kBarRadius);
    painter.setClipPath(outline);
    painter.fillRect(bar, m_theme.palette().hairline);
    for (size_t i = 0; i < kinds.size(); ++i)
        painter.fillRect(rects[i], kinds[i].color);
    painter.setClipping(false);

    const int top = kBarHeight + metrics::kGrid;
    int x = 0;
    for (const Part &part : kinds) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(part.color);
        painter.drawRoundedRect(
            QRect(x, top + (fontMetrics().height() - kSwatch) / 2, kSwatch, kSwatch), 2, 2);
        x += kSwatch + kGap - 1;
        painter.setPen(m_theme.palette().muted);
        painter.drawText(QPointF(x, top + fontMetrics().ascent()), part.name);
        x += fontMetrics().horizontalAdvance(part.name) + kGap + metrics::kHalf;
    }
}

} // namespace pennyworth
