// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/keysetup.h"

#include "chat/workspace.h"
#include "domain/whendone.h"

namespace pennyworth {

KeySetup::KeySetup(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void KeySetup::start(const QString &providerId, const QString &key)
{
    whenDone(
        m_workspace.setKey(providerId, key), this, [this, providerId](const Result<Done> &kept) {
            if (kept.hasError())
                emit refused(kept.error());
            else
                check(providerId);
        });
}

void KeySetup::check(const QString &providerId)
{
    whenDone(m_workspace.fetchModels(providerId), this,
        [this, providerId](const Result<QList<Model>> &models) {
            if (models.hasError())
                giveUp(providerId, models.error());
            else
                askForBalance(providerId);
        });
}

void KeySetup::askForBalance(const QString &providerId)
{
    const Result<Provider> provider = m_workspace.providers().find(providerId);
    if (!provider || !provider->hasBalance) {
        emit accepted(providerId, std::nullopt);
        return;
    }
    whenDone(m_workspace.fetchBalance(providerId), this,
        [this, providerId](const Result<Balance> &balance) {
            // The models have shown that the key works; a service that keeps its balance to itself
            // is no reason to refuse it.
            if (balance.hasError() && balance.error().kind == ErrorKind::WrongKey)
                giveUp(providerId, balance.error());
            else
                emit accepted(providerId, balance ? std::optional(*balance) : std::nullopt);
        });
}

void KeySetup::giveUp(const QString &providerId, const Error &error)
{
    whenDone(m_workspace.forgetKey(providerId), this,
        [this, error](const Result<Done> &) { emit refused(error); });
}

} // namespace pennyworth
