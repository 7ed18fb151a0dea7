// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/contextcommands.h"

#include "chat/workspace.h"
#include "composer/composer.h"
#include "composer/contextdialog.h"
#include "composer/summary.h"
#include "window/conversationmenu.h"
#include "window/undobar.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

ContextCommands::ContextCommands(
    const Theme &theme, Workspace &workspace, const Places &places, QWidget *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_places(places)
    , m_pane(parent)
{
    const Composer *composer = &places.composer;
    ConversationMenu *menu = &places.menu;
    connect(composer, &Composer::summaryRequested, this, &ContextCommands::summarise);
    connect(composer, &Composer::leaveOutRequested, this, &ContextCommands::chooseStart);
    connect(menu, &ConversationMenu::summaryRequested, this, &ContextCommands::summarise);
    connect(menu, &ConversationMenu::leaveOutRequested, this, &ContextCommands::chooseStart);
    connect(menu, &ConversationMenu::opening, this,
        [composer, menu] { menu->setSummaryCost(composer->summaryCost()); });
}

void ContextCommands::setSession(ChatSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &ChatSession::summarised, this, &ContextCommands::offerUndo);
}

void ContextCommands::summarise()
{
    if (m_session)
        m_session->summarise(summaryPrompt());
    m_places.composer.focusEditor();
}

// The session is held as long as that can be undone.
void ContextCommands::offerUndo(MessageId summaryPrompt)
{
    ChatSession *session = m_workspace.openSession(m_session->id());
    const auto release = [&workspace = m_workspace, session] { workspace.releaseSession(session); };
    m_places.undoBar.offer({.kind = u"summary"_s,
        .words = [](int) { return tr("The summary is sent in place of what was said before."); },
        .undo =
            [session, summaryPrompt, release] {
                session->dropSummary(summaryPrompt);
                release();
            },
        .settle = release});
}

void ContextCommands::chooseStart()
{
    if (!m_session || m_session->branch().size() <= 2)
        return;
    auto *dialog = new ContextDialog(m_theme, *m_session, m_places.composer.estimator(), m_pane);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContextDialog::chosen, m_session, &ChatSession::setContextStart);
    dialog->open();
}

} // namespace pennyworth

#include "moc_contextcommands.cpp"
