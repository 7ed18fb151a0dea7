// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/figures.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QString>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

bool isFigure(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qreal cellWidth(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

/// Calls `take(run, width)` for each digit and for each stretch of text between digits, from left
/// to right.
template <class Take>
void forEachRun(const QFontMetricsF &metrics, QStringView text, Take take)
{
    qreal cell = 0; // measured at the first digit: most texts have none
    for (qsizetype from = 0; from < text.size();) {
        const bool figure = isFigure(text.at(from));
        qsizetype to = from + 1;
        while (!figure && to < text.size() && !isFigure(text.at(to)))
            ++to;
        const QString run = text.mid(from, to - from).toString();
        if (figure && cell == 0)
            cell = cellWidth(metrics);
        take(run, figure ? cell : metrics.horizontalAdvance(run));
        from = to;
    }
}

} // namespace

qreal figureWidth(const QFont &font, QStringView text)
{
    qreal width = 0;
    forEachRun(
        QFontMetricsF(font), text, [&](const QString &, qreal runWidth) { width += runWidth; });
    return width;
}

void drawFigures(QPainter *painter, QPointF baseline, QStringView text)
{
    const QFontMetricsF metrics(painter->font(), painter->device());
    forEachRun(metrics, text, [&](const QString &run, qreal width) {
        const qreal slack = isFigure(run.at(0)) ? (width - metrics.horizontalAdvance(run)) / 2 : 0;
        painter->drawText(baseline + QPointF(slack, 0), run);
        baseline.rx() += width;
    });
}

} // namespace pennyworth
