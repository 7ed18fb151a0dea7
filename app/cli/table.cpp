// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

// Terminal cells, near enough: East Asian wide characters and emoji take two, marks none.
qsizetype cellsOf(const QString &text)
{
    qsizetype cells = 0;
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        const bool isMark = QChar::category(point) == QChar::Mark_NonSpacing;
        const bool isWide = (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x2E80 && point <= 0xA4CF) || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF) || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60) || (point >= 0x1F300 && point <= 0x1FAFF)
            || (point >= 0x20000 && point <= 0x3FFFD);
        cells += isMark ? 0 : (isWide ? 2 : 1);
    }
    return cells;
}

} // namespace

Table::Table(QList<Align> columns)
    : m_columns(std::move(columns))
{
}

void Table::addRow(const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    m_rows.push_back(cells);
}

QString Table::toText() const
{
    QList<qsizetype> widths(m_columns.size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), cellsOf(row.at(i)));
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString padding(widths.at(i) - cellsOf(row.at(i)), u' ');
            line += m_columns.at(i) == Align::Left ? row.at(i) + padding : padding + row.at(i);
            line += u"  "_s;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace pennyworth
