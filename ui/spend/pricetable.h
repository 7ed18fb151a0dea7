// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QLabel>

#include <utility>

namespace pennyworth {

/// Names at the left, figures at the right, a row a line: one label, since nobody wants to hear
/// three prices as six.
class PriceTable final : public QLabel {
    Q_OBJECT

public:
    explicit PriceTable(const Theme &theme, QWidget *parent = nullptr);

    void setRows(const QList<std::pair<QString, QString>>
            &rows); ///< the text becomes "name figure" line by line

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;

    const Theme &m_theme;
    QList<std::pair<QString, QString>> m_rows;
};

} // namespace pennyworth
