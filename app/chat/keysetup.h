// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"
#include "domain/error.h"
#include "domain/provider.h"
#include "secrets/keystore.h"

#include <QObject>

#include <optional>

namespace pennyworth {

class Workspace;

/// Asks a service whether an API key works and keeps it in the keychain if it does; the key that
/// was kept before stays until then. One key at a time, the latest that was entered; main thread.
class KeySetup final : public QObject {
    Q_OBJECT

public:
    explicit KeySetup(Workspace &workspace, QObject *parent = nullptr);

    /// Ends in `accepted`, `refused` or `notKept`.
    void start(const QString &providerId, const QString &key);
    void start(const Provider &provider, const QString &key); ///< that stands in no catalogue yet
    [[nodiscard]] KeyPlace place() const { return m_place; } ///< of the latest accepted key
    /// After `notKept`: the key in memory, until the program ends. `accepted` follows.
    void keepForSession();

signals:
    /// The key works and is kept. `balance` where the service tells one.
    void accepted(const QString &providerId, const std::optional<pennyworth::Balance> &balance);
    void refused(const pennyworth::Error &error);
    /// The key works, but the keychain does not take it: KeychainLocked or KeychainUnavailable.
    void notKept(const pennyworth::Error &error);

private:
    void keep();
    void accept(KeyPlace place);

    Workspace &m_workspace;
    QString m_provider;
    QString m_key; // until it is kept or refused
    QString m_keyMark;
    std::optional<Balance> m_balance;
    KeyPlace m_place = KeyPlace::None;
    int m_attempt = 0;
};

} // namespace pennyworth
