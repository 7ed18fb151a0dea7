// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/conversationswitch.h"

#include "chat/draft.h"
#include "chat/workspace.h"
#include "conversations/conversationlistmodel.h"

namespace pennyworth {

ConversationSwitch::ConversationSwitch(Workspace &workspace, const Settings &settings,
    ConversationListModel &list, StartWith start, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_list(list)
    , m_start(start)
{
}

ConversationId ConversationSwitch::shownId() const
{
    return m_session ? m_session->id() : ConversationId{};
}

void ConversationSwitch::open(ConversationId id)
{
    if (shownId() != id)
        show(m_workspace.openSession(id));
}

void ConversationSwitch::startNew()
{
    const bool isNew = m_session && !m_session->id().isValid() && m_session->branch().isEmpty();
    if (!isNew)
        show(m_workspace.newSession(settingsOfNew()));
}

void ConversationSwitch::startFresh()
{
    if (!m_session)
        return;
    const Draft draft = draftFrom(m_session->draft());
    m_session->setDraft({});
    ChatSession *session = m_workspace.newSession(m_session->settings());
    session->setDraft(storedDraft(joined(draftFrom(session->draft()), draft)));
    show(session);
}

void ConversationSwitch::close()
{
    if (m_session)
        m_workspace.releaseSession(m_session);
    m_session.clear();
}

GenerationSettings ConversationSwitch::settingsOfNew() const
{
    const ProviderCatalog &services = m_workspace.providers();
    const bool demonstration = m_start == StartWith::Demonstration;
    // A service that was removed since answers no more.
    if (!demonstration && services.contains(m_settings.provider())) {
        GenerationSettings settings = services.startingSettings(m_settings.provider());
        if (!m_settings.model().isEmpty())
            settings.model = m_settings.model();
        return settings;
    }
    const Result<Provider> first = services.find(kFirstService);
    const bool hasKey =
        first && !qEnvironmentVariableIsEmpty(first->keyVariable.toLatin1().constData());
    return services.startingSettings(
        hasKey && !demonstration ? kFirstService : kDemonstrationService);
}

void ConversationSwitch::show(ChatSession *session)
{
    const QPointer<ChatSession> before = m_session;
    m_session = session;
    watch(session);
    emit shownChanged(session);
    if (before)
        m_workspace.releaseSession(before);
    if (session->id().isValid())
        m_workspace.markConversation(session->id(), false);
    emit streamingChanged(session->isStreaming());
}

void ConversationSwitch::watch(ChatSession *session)
{
    if (m_watched.contains(session))
        return;
    m_watched.insert(session);
    const auto isShown = [this, session] { return session == m_session; };
    connect(session, &QObject::destroyed, this,
        [this](const QObject *gone) { m_watched.remove(gone); });
    connect(session, &ChatSession::created, this, [this, isShown](ConversationId id) {
        if (isShown())
            emit idGiven(id);
    });
    connect(session, &ChatSession::replyStarted, this, [this, session, isShown] {
        m_list.setStreaming(session->id(), true);
        if (isShown())
            emit streamingChanged(true);
    });
    connect(session, &ChatSession::replyFinished, this, [this, session, isShown](MessageId reply) {
        m_list.setStreaming(session->id(), false);
        if (isShown())
            emit streamingChanged(false);
        emit replyEnded(session, reply);
    });
    connect(session, &ChatSession::refused, this,
        [session, isShown](const Error &, const QString &prompt) {
            // The shown one's prompt goes back to the composer; another's must not be lost either.
            if (!isShown() && session->draft().isEmpty())
                session->setDraft(prompt);
        });
    const auto tellSettings = [this, isShown] {
        if (isShown())
            emit settingsChanged();
    };
    connect(session, &ChatSession::settingsChanged, this, tellSettings);
    connect(session, &ChatSession::loaded, this, tellSettings);
}

} // namespace pennyworth
