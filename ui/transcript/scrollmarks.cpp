// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/scrollmarks.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

namespace pennyworth {

ScrollMarks::ScrollMarks(QScrollBar *bar)
    : QWidget(bar)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    bar->installEventFilter(this);
    resize(bar->size());
    hide();
}

void ScrollMarks::setMarks(std::vector<double> places, const QColor &color)
{
    m_places = std::move(places);
    m_color = color;
    setVisible(!m_places.empty());
    update();
}

bool ScrollMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        resize(static_cast<QWidget *>(watched)->size());
    return false;
}

void ScrollMarks::paintEvent(QPaintEvent *)
{
    constexpr int kThickness = 2;
    QPainter painter(this);
    int last = -1;
    for (const double place : m_places) {
        const int y = int(place * (height() - kThickness));
        if (y == last)
            continue;
        painter.fillRect(2, y, width() - 4, kThickness, m_color);
        last = y;
    }
}

} // namespace pennyworth
