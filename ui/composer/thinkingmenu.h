// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/thinkingchoice.h"
#include "theme/button.h"

#include <QWidget>

namespace pennyworth {

/// Chooses whether and how hard the model thinks; hidden where the model takes no such choice.
class ThinkingMenu final : public QWidget {
    Q_OBJECT

public:
    explicit ThinkingMenu(const Theme &theme, QWidget *parent = nullptr);

    void show(const Model *model, Thinking thinking, Effort effort); ///< null: not known

signals:
    void chosen(pennyworth::Thinking thinking, pennyworth::Effort effort);

private:
    Button *m_button;
};

} // namespace pennyworth
