// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/generationsettings.h"
#include "domain/provider.h"
#include "theme/button.h"

#include <QWidget>

namespace pennyworth {

/// Chooses whether and how hard the model thinks; hidden where the model takes no such choice.
class ThinkingMenu final : public QWidget {
    Q_OBJECT

public:
    explicit ThinkingMenu(const Theme &theme, QWidget *parent = nullptr);

    void show(const Model *model, Thinking thinking, Effort effort); ///< null: not known

    /// What can be chosen for a model, in order; empty where nothing can.
    struct Choice {
        Thinking thinking = Thinking::Default;
        Effort effort = Effort::Default;
        bool operator==(const Choice &) const = default;
    };
    [[nodiscard]] static QList<Choice> choices(const Model &model);
    [[nodiscard]] static QString choiceText(Choice choice);

signals:
    void chosen(pennyworth::Thinking thinking, pennyworth::Effort effort);

private:
    Button *m_button;
};

} // namespace pennyworth
