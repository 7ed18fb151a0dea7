// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/thinkingmenu.h"

#include "theme/thinkingtext.h"

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

void ThinkingMenu::show(const Model *model, Thinking thinking, Effort effort)
{
    const QList<ThinkingChoice> all = model ? thinkingChoices(*model) : QList<ThinkingChoice>();
    setVisible(!all.isEmpty());
    if (all.isEmpty())
        return;
    const ThinkingChoice current{
        .thinking = thinking, .effort = thinking == Thinking::On ? effort : Effort::Default};
    //: How hard the model thinks; %1 is one of "off", "high" and so on
    const auto named = [](ThinkingChoice choice) {
        return tr("Thinking: %1").arg(thinkingText(choice));
    };
    m_button->setText(current == ThinkingChoice{} ? tr("Thinking") : named(current));
    m_button->setAccessibleName(named(current));

    QMenu *menu = m_button->menu();
    menu->clear();
    auto *group = new QActionGroup(menu);
    for (const ThinkingChoice choice : all) {
        QAction *action = menu->addAction(thinkingText(choice));
        action->setCheckable(true);
        action->setChecked(choice == current);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this,
            [this, choice] { emit chosen(choice.thinking, choice.effort); });
    }
    updateGeometry();
}

} // namespace pennyworth
