// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/messagecommands.h"

#include "chat/workspace.h"
#include "composer/composer.h"
#include "domain/whendone.h"
#include "spend/figuresdialog.h"
#include "transcript/messagelistmodel.h"
#include "transcript/messagemenu.h"
#include "transcript/transcriptview.h"
#include "window/exchangedialog.h"
#include "window/undobar.h"

#include <QDesktopServices>

namespace pennyworth {

using namespace Qt::StringLiterals;

MessageCommands::MessageCommands(
    const Theme &theme, Workspace &workspace, const Places &places, QWidget *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_places(places)
{
    const TranscriptView *view = &places.transcript;
    connect(view, &TranscriptView::actionRequested, this, &MessageCommands::perform);
    connect(view, &TranscriptView::remedyRequested, this, &MessageCommands::remedy);
    connect(view, &TranscriptView::menuRequested, this, &MessageCommands::openMenu);
    connect(&places.composer, &Composer::editLastRequested, this, &MessageCommands::editLastPrompt);
}

void MessageCommands::setSession(ChatSession *session)
{
    m_session = session;
}

QWidget *MessageCommands::window() const
{
    return m_places.transcript.window();
}

void MessageCommands::perform(MessageId message, MessageAction action)
{
    if (!m_session || !m_session->messages().contains(message))
        return;
    switch (action) {
    case MessageAction::CopySelection:
    case MessageAction::SelectAll:
    case MessageAction::Copy:
    case MessageAction::CopyMarkdown:
    case MessageAction::CopyPlain:
    case MessageAction::CopyHtml:
        m_places.transcript.perform(message, action);
        return;
    case MessageAction::ShowPrevious:
        showSibling(message, -1);
        return;
    case MessageAction::ShowNext:
        showSibling(message, 1);
        return;
    case MessageAction::Edit:
        edit(message);
        return;
    case MessageAction::Regenerate:
        m_session->regenerateAt(message);
        return;
    case MessageAction::Continue:
        m_session->continueReply();
        return;
    case MessageAction::Quote:
        quote(message);
        return;
    case MessageAction::BranchHere:
        branchFrom(message);
        return;
    case MessageAction::ShowFigures:
        showFigures(message);
        return;
    case MessageAction::SetPrice:
        emit serviceRequested(m_session->messages().at(message).provider);
        return;
    case MessageAction::ShowExchange:
        showExchange(message);
        return;
    case MessageAction::Delete:
        hide(message);
        return;
    }
}

void MessageCommands::remedy(MessageId message, Remedy remedy)
{
    if (!m_session || !m_session->messages().contains(message))
        return;
    switch (remedy) {
    case Remedy::None:
        return;
    case Remedy::Retry:
        m_session->regenerateAt(message);
        return;
    case Remedy::Continue:
        m_session->continueReply();
        return;
    case Remedy::SetKey:
    case Remedy::UnlockKeychain:
        emit keyRequested(m_session->messages().at(message).provider);
        return;
    case Remedy::TopUp:
        openTopUpPage(message);
        return;
    case Remedy::StartFresh:
        startFreshWith(message);
        return;
    case Remedy::EditPrompt:
        editPromptOf(message);
        return;
    case Remedy::ChooseModel:
        emit modelChoiceRequested();
        return;
    case Remedy::CheckAddress:
    case Remedy::OpenSettings:
        emit serviceRequested(m_session->messages().at(message).provider);
        return;
    }
}

void MessageCommands::openMenu(MessageId message, const QPoint &globalPlace)
{
    const MessageListModel *rows = m_places.transcript.model();
    const int row = rows->rowOf(message);
    if (!m_session || row < 0)
        return;
    const MessageMenuState state{.hasSelection = !m_places.transcript.selection().isEmpty(),
        .canChange = m_session->canChange(),
        .hasRequests = !m_session->entriesOf(message).isEmpty()};
    auto *menu = new MessageMenu(rows->row(row), state, &m_places.transcript);
    connect(menu, &MessageMenu::chosen, this,
        [this, message](MessageAction action) { perform(message, action); });
    menu->popup(globalPlace);
}

void MessageCommands::showSibling(MessageId message, int distance)
{
    const QList<MessageId> siblings = m_session->messages().siblingsOf(message);
    const qsizetype wanted = siblings.indexOf(message) + distance;
    if (wanted >= 0 && wanted < siblings.size())
        m_session->showMessage(siblings.at(wanted));
}

void MessageCommands::edit(MessageId message)
{
    m_places.composer.edit(message, m_session->messages().at(message).text);
}

void MessageCommands::editPromptOf(MessageId reply)
{
    const MessageId prompt = m_session->messages().at(reply).parent;
    if (m_session->messages().contains(prompt))
        edit(prompt);
}

void MessageCommands::startFreshWith(MessageId reply)
{
    const MessageId prompt = m_session->messages().at(reply).parent;
    if (m_session->messages().contains(prompt))
        m_places.composer.startFresh(m_session->messages().at(prompt).text);
}

void MessageCommands::editLastPrompt()
{
    if (!m_session)
        return;
    const QList<MessageId> branch = m_session->branch();
    for (auto id = branch.crbegin(); id != branch.crend(); ++id) {
        if (m_session->messages().at(*id).role == Role::User) {
            edit(*id);
            return;
        }
    }
}

void MessageCommands::copyLastAnswer()
{
    if (!m_session)
        return;
    const QList<MessageId> branch = m_session->branch();
    for (auto id = branch.crbegin(); id != branch.crend(); ++id) {
        const Message &message = m_session->messages().at(*id);
        if (message.role == Role::Assistant && !message.text.isEmpty()) {
            m_places.transcript.copyMessage(*id);
            return;
        }
    }
}

void MessageCommands::quote(MessageId message)
{
    const SelectedText selected = m_places.transcript.selection();
    m_places.composer.quote(
        selected.isEmpty() ? m_session->messages().at(message).text : selected.markdown);
}

// From a prompt on: all before it, and its words ready to be sent otherwise.
void MessageCommands::branchFrom(MessageId message)
{
    const Message &last = m_session->messages().at(message);
    const bool isPrompt = last.role == Role::User;
    //: the title of a conversation that was branched off the one titled %1
    const QString title = tr("%1 (branch)").arg(m_session->title());
    const BranchCopy copy{.from = m_session->id(),
        .last = isPrompt ? last.parent : last.id,
        .title = title,
        .draft = isPrompt ? last.text : QString()};
    whenDone(m_workspace.copyBranch(copy), this, [this](const Result<ConversationId> &made) {
        if (made)
            emit conversationRequested(*made);
        else
            emit failed(made.error());
    });
}

// The session is held as long as the message can come back.
void MessageCommands::hide(MessageId message)
{
    if (!m_session->canChange() || !m_session->id().isValid())
        return;
    ChatSession *session = m_workspace.openSession(m_session->id());
    session->hideMessage(message);
    m_places.undoBar.offer({.kind = u"message"_s,
        .words = [](int count) { return tr("Deleted %n message(s)", nullptr, count); },
        .undo =
            [this, session, message] {
                session->restoreMessage(message);
                emit conversationRequested(session->id());
                m_workspace.releaseSession(session);
            },
        .settle =
            [&workspace = m_workspace, session, message] {
                session->removeMessage(message);
                workspace.releaseSession(session);
            }});
}

void MessageCommands::showFigures(MessageId message)
{
    const QList<LedgerEntry> entries = m_session->entriesOf(message);
    if (!entries.isEmpty())
        (new FiguresDialog(m_theme, entries, window()))->show();
}

void MessageCommands::showExchange(MessageId message)
{
    const QList<LedgerEntry> entries = m_session->entriesOf(message);
    if (!entries.isEmpty())
        (new ExchangeDialog(m_theme, m_workspace, entries, window()))->QDialog::show();
}

void MessageCommands::openTopUpPage(MessageId message)
{
    const Result<Provider> provider =
        m_workspace.providers().find(m_session->messages().at(message).provider);
    if (provider && provider->topUpPage.isValid())
        QDesktopServices::openUrl(provider->topUpPage);
}

} // namespace pennyworth
