// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/keysetup.h"

#include "chat/serviceaccounts.h"
#include "chat/workspace.h"
#include "domain/whendone.h"

#include <utility>

namespace pennyworth {

KeySetup::KeySetup(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void KeySetup::start(const QString &providerId, const QString &key)
{
    const Result<Provider> provider = m_workspace.providers().find(providerId);
    if (provider)
        start(*provider, key);
    else
        emit refused(provider.error());
}

void KeySetup::start(const Provider &provider, const QString &key)
{
    m_provider = provider.id;
    m_key = key;
    whenDone(m_workspace.accounts().check(provider, key), this,
        [this, attempt = ++m_attempt](const Result<ServiceReport> &report) {
            if (attempt != m_attempt)
                return; // another key was entered since
            if (report.hasError()) {
                m_key.clear();
                emit refused(report.error());
                return;
            }
            m_balance = report->balance;
            m_keyMark = report->keyMark;
            keep();
        });
}

void KeySetup::keep()
{
    whenDone(
        m_workspace.accounts().setKey(m_provider, m_key), this, [this](const Result<Done> &kept) {
            using enum ErrorKind;
            if (kept)
                accept(KeyPlace::Keychain);
            else if (kept.error().kind == KeychainLocked
                || kept.error().kind == KeychainUnavailable)
                emit notKept(kept.error());
            else
                emit refused(kept.error());
        });
}

void KeySetup::keepForSession()
{
    const Result<Done> kept = m_workspace.accounts().setSessionKey(m_provider, m_key);
    if (kept)
        accept(KeyPlace::Session);
    else
        emit refused(kept.error());
}

void KeySetup::accept(KeyPlace place)
{
    m_place = place;
    m_key.clear();
    if (m_balance)
        m_workspace.keepBalance(m_provider, m_keyMark, *m_balance);
    emit accepted(m_provider, m_balance);
}

} // namespace pennyworth

#include "moc_keysetup.cpp"
