// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/daybar.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBarHeight = 6;
constexpr int kMarkHeight = 16;
constexpr int kMarkWidth = 2;

QString hourText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(u"HH:mm"_s);
}

} // namespace

DayBar::DayBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFont(theme.font(TextSize::Caption));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DayBar::setDay(const QList<DaySpan> &day, Instant now)
{
    m_day = day;
    m_now = now;
    QStringList dear;
    for (const DaySpan &span : m_day) {
        if (isDear(span.prices, m_day))
            dear += hourText(span.from) + u'–' + hourText(span.to);
    }
    //: %1 is a list of stretches of the day, "01:00–04:00, 06:00–10:00"
    setAccessibleName(dear.isEmpty() ? tr("One price all day")
                                     : tr("Dearer hours (UTC): %1").arg(dear.join(", "_L1)));
    update();
}

double DayBar::partOfDay(Instant at, Instant now)
{
    const auto start = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::duration<double> since = at - start;
    return since / std::chrono::days(1);
}

QSize DayBar::sizeHint() const
{
    return {0, fontMetrics().height() + kMarkHeight};
}

void DayBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colors = m_theme.palette();
    painter.setPen(colors.muted);
    painter.drawText(QPointF(0, fontMetrics().ascent()), tr("0 h", "hour of the day"));
    painter.drawText(QRectF(0, 0, width(), fontMetrics().height()), Qt::AlignHCenter,
        tr("12 h UTC", "hour of the day"));

    const double barTop = fontMetrics().height() + (kMarkHeight - kBarHeight) / 2.0;
    painter.fillRect(QRectF(0, barTop, width(), kBarHeight), colors.hairline);
    for (const DaySpan &span : m_day) {
        if (!isDear(span.prices, m_day))
            continue;
        const double from = partOfDay(span.from, m_now) * width();
        const double to = partOfDay(span.to, m_now) * width();
        painter.fillRect(QRectF(from, barTop, to - from, kBarHeight), colors.warning);
    }
    const double mark = partOfDay(m_now, m_now) * (width() - kMarkWidth);
    painter.fillRect(QRectF(mark, fontMetrics().height(), kMarkWidth, kMarkHeight), colors.accent);
}

bool DayBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos().x()), this);
        return true;
    }
    return QWidget::event(event);
}

QString DayBar::tipAt(int x) const
{
    const double part = static_cast<double>(x) / width();
    for (const DaySpan &span : m_day) {
        if (part < partOfDay(span.from, m_now) || part >= partOfDay(span.to, m_now))
            continue;
        //: Two times of day and the name of the price window between them
        return tr("%1–%2 UTC: %3")
            .arg(hourText(span.from), hourText(span.to), windowText(span.window));
    }
    return {};
}

} // namespace pennyworth
