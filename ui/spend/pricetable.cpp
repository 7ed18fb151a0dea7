// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/pricetable.h"

#include "theme/figures.h"

#include <QPainter>
#include <QStringList>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowGap = 6;

} // namespace

PriceTable::PriceTable(const Theme &theme, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setFont(theme.font(TextSize::Interface));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PriceTable::setRows(const QList<std::pair<QString, QString>> &rows)
{
    if (m_rows == rows)
        return;
    m_rows = rows;
    QStringList lines;
    lines.reserve(rows.size());
    for (const auto &[name, figure] : rows)
        lines += name + u' ' + figure;
    setText(lines.join(u'\n'));
    updateGeometry();
}

int PriceTable::rowHeight() const
{
    return fontMetrics().height() + kRowGap;
}

QSize PriceTable::sizeHint() const
{
    return {0, static_cast<int>(m_rows.size()) * rowHeight()};
}

void PriceTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    qreal baseline = kRowGap / 2.0 + fontMetrics().ascent();
    for (const auto &[name, figure] : m_rows) {
        painter.setPen(m_theme.palette().muted);
        painter.drawText(QPointF(0, baseline), name);
        painter.setPen(m_theme.palette().text);
        drawFigures(&painter, {width() - figureWidth(font(), figure), baseline}, figure);
        baseline += rowHeight();
    }
}

} // namespace pennyworth
