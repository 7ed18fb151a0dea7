// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QFrame>

namespace pennyworth {

/// A raised box with round corners and a hairline around what lies in it.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const Theme &theme, QWidget *parent = nullptr);

    void setMarked(bool marked); ///< the line takes the accent: what lies in it has the focus

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_marked = false;
};

} // namespace pennyworth
