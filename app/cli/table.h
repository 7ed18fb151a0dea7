// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace pennyworth {

/// Rows of text in aligned columns, two blanks apart, as wide as their widest cell. A value.
class Table final {
public:
    enum class Align { Left, Right };

    explicit Table(QList<Align> columns);

    void addRow(const QStringList &cells); ///< one cell a column
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] QString toText() const; ///< every line ends with a line feed, none with a blank

private:
    QList<Align> m_columns;
    QList<QStringList> m_rows;
};

} // namespace pennyworth
