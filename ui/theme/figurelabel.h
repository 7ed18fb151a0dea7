// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QLabel>

namespace pennyworth {

/// One line of text in a tone of the theme, its digits in equal cells, cut with "…" where it does
/// not fit. To assistive technology a label like any other.
class FigureLabel final : public QLabel {
    Q_OBJECT

public:
    FigureLabel(
        const Theme &theme, TextSize size, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setWeight(QFont::Weight weight);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const Theme &m_theme;
    TextSize m_size;
    Tone m_tone;
};

} // namespace pennyworth
