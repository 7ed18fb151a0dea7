// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/newdraft.h"

#include "chat/chatsession.h"
#include "domain/whendone.h"

#include <utility>

namespace pennyworth {

NewDraft::NewDraft(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

NewDraft::~NewDraft()
{
    // The store waits for this write when it goes.
    if (m_underWay && m_underWay != m_draft)
        m_store.setNewDraft(*m_draft);
}

void NewDraft::read()
{
    whenDone(m_store.newDraft(), this, [this](const Result<QString> &read) {
        if (m_draft || !read)
            return; // the list of conversations tells that the store failed
        m_draft = *read;
        if (m_session && !m_session->id().isValid())
            m_session->setDraft(*m_draft);
    });
}

void NewDraft::follow(ChatSession *session)
{
    m_session = session;
    session->setDraft(m_draft.value_or(QString()));
    connect(session, &ChatSession::draftChanged, this, [this, session] {
        if (!session->id().isValid())
            keep(session->draft());
    });
    connect(session, &ChatSession::created, this, [this] { keep({}); }); // it is the prompt now
}

void NewDraft::keep(const QString &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    if (!m_underWay)
        write();
}

/// One write at a time: what is typed meanwhile goes with the next.
void NewDraft::write()
{
    m_underWay = m_draft;
    whenDone(m_store.setNewDraft(*m_underWay), this, [this](const Result<Done> &written) {
        const std::optional<QString> draft = std::exchange(m_underWay, {});
        if (!written)
            emit failed(written.error());
        else if (draft != m_draft)
            write();
    });
}

} // namespace pennyworth

#include "moc_newdraft.cpp"
