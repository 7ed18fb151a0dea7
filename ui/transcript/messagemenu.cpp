// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagemenu.h"

#include <QKeySequence>

namespace pennyworth {

MessageMenu::MessageMenu(const MessageRow &message, const MessageMenuState &state, QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("messageMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    addCopying(message, state);
    addSeparator();
    addChanging(message, state);
    if (state.hasRequests) {
        addSeparator();
        //: how the cost of an answer comes about
        add(this, tr("Figures…"), "showFigures", MessageAction::ShowFigures);
        add(this, tr("Request and response…"), "showExchange", MessageAction::ShowExchange);
    }
    addSeparator();
    add(this, tr("Delete"), "deleteMessage", MessageAction::Delete)->setEnabled(state.canChange);
}

QAction *MessageMenu::add(QMenu *menu, const QString &text, const char *name, MessageAction action)
{
    QAction *item = menu->addAction(text);
    item->setObjectName(QLatin1StringView(name));
    connect(item, &QAction::triggered, this, [this, action] { emit chosen(action); });
    return item;
}

void MessageMenu::addCopying(const MessageRow &message, const MessageMenuState &state)
{
    if (state.hasSelection)
        add(this, tr("Copy selection"), "copySelection", MessageAction::CopySelection);
    if (!message.text.isEmpty()) {
        add(this, tr("Copy"), "copyMessage", MessageAction::Copy);
        QMenu *as = addMenu(tr("Copy as"));
        as->setObjectName(QStringLiteral("copyAs"));
        add(as, tr("Markdown"), "copyMarkdown", MessageAction::CopyMarkdown);
        add(as, tr("Plain text"), "copyPlain", MessageAction::CopyPlain);
        add(as, tr("HTML"), "copyHtml", MessageAction::CopyHtml);
    }
    add(this, tr("Select all"), "selectAll", MessageAction::SelectAll);
    if (!message.text.isEmpty() || state.hasSelection) {
        add(this, state.hasSelection ? tr("Quote the selection") : tr("Quote in a reply"), "quote",
            MessageAction::Quote);
    }
}

void MessageMenu::addChanging(const MessageRow &message, const MessageMenuState &state)
{
    if (message.role == Role::User) {
        add(this, tr("Edit"), "editMessage", MessageAction::Edit);
        add(this, tr("Answer again"), "regenerate", MessageAction::Regenerate)
            ->setEnabled(state.canChange);
    } else {
        if (message.actions.canContinue)
            add(this, tr("Continue"), "continueReply", MessageAction::Continue);
        add(this, tr("Regenerate"), "regenerate", MessageAction::Regenerate)
            ->setEnabled(state.canChange);
    }
    //: make a new conversation that begins with this one up to here
    add(this, tr("Branch into a new chat"), "branchHere", MessageAction::BranchHere);
}

} // namespace pennyworth
