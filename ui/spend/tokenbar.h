// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

#include <array>

namespace pennyworth {

/// Cached input, other input and output tokens as parts of one bar, with a legend under it.
class TokenBar final : public QWidget {
    Q_OBJECT

public:
    explicit TokenBar(const Theme &theme, QWidget *parent = nullptr);

    void setTokens(qint64 hit, qint64 miss, qint64 output);

    /// The three parts in `rect`, from the left, without gap; all empty where there is no token.
    [[nodiscard]] std::array<QRectF, 3> parts(const QRectF &rect) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part {
        qint64 tokens;
        QColor color;
        QString name;
    };
    [[nodiscard]] std::array<Part, 3> described() const;

    const Theme &m_theme;
    std::array<qint64, 3> m_tokens{};
};

} // namespace pennyworth
