// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/thinkingmenu.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QMenu>

namespace pennyworth {

using namespace Qt::StringLiterals;

ThinkingMenu::ThinkingMenu(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_button(new Button(theme, ButtonKind::Quiet))
{
    m_button->setObjectName(u"thinkingButton"_s);
    m_button->setMenu(new QMenu(m_button));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button);
    setVisible(false);
}

QList<ThinkingMenu::Choice> ThinkingMenu::choices(const Model &model)
{
    if (model.thinkingSwitch == ThinkingSwitch::None)
        return {};
    QList<Choice> result{{.thinking = Thinking::Default}, {.thinking = Thinking::Off}};
    if (model.efforts.isEmpty())
        result += Choice{.thinking = Thinking::On};
    for (const Effort effort : model.efforts)
        result += Choice{.thinking = Thinking::On, .effort = effort};
    return result;
}

QString ThinkingMenu::choiceText(Choice choice)
{
    if (choice.thinking == Thinking::Off)
        return tr("off", "thinking");
    switch (choice.effort) {
    case Effort::Default:
        return choice.thinking == Thinking::On
            ? tr("on", "thinking")
            : tr("as the model does", "thinking: left to the service");
    case Effort::Low:
        return tr("low", "thinking effort");
    case Effort::High:
        return tr("high", "thinking effort");
    case Effort::Max:
        return tr("max", "thinking effort");
    }
    Q_UNREACHABLE();
}

void ThinkingMenu::show(const Model *model, Thinking thinking, Effort effort)
{
    const QList<Choice> all = model ? choices(*model) : QList<Choice>();
    setVisible(!all.isEmpty());
    if (all.isEmpty())
        return;
    const Choice current{
        .thinking = thinking, .effort = thinking == Thinking::On ? effort : Effort::Default};
    //: How hard the model thinks; %1 is one of "off", "high" and so on
    const auto named = [](Choice choice) { return tr("Thinking: %1").arg(choiceText(choice)); };
    m_button->setText(current == Choice{} ? tr("Thinking") : named(current));
    m_button->setAccessibleName(named(current));

    QMenu *menu = m_button->menu();
    menu->clear();
    auto *group = new QActionGroup(menu);
    for (const Choice choice : all) {
        QAction *action = menu->addAction(choiceText(choice));
        action->setCheckable(true);
        action->setChecked(choice == current);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this,
            [this, choice] { emit chosen(choice.thinking, choice.effort); });
    }
    updateGeometry();
}

} // namespace pennyworth
