// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"
#include "domain/result.h"

#include <QFuture>
#include <QObject>

#include <chrono>

namespace pennyworth {

/// Where a key was found. The key itself is in no status.
enum class KeyPlace { None, Environment, Keychain };

struct KeyStatus {
    QString provider;
    KeyPlace place = KeyPlace::None;
    QString variable; ///< the environment variable that is or could be used
};

/// API keys: from the environment for this run, otherwise from the OS keychain (Secret Service, KWallet, macOS Keychain, Windows
/// Credential Manager through QtKeychain). Lives on the main thread, owned by main(). Every future is ready after at most
/// `timeout`: a keychain that waits for a person to unlock it gives KeychainLocked then, and the job is left to end by itself
/// (deleting a started job crashes, ground.md 19).
class KeyStore final : public QObject {
    Q_OBJECT

public:
    /// `service` is Paths::keychainService(). `timeout` is 5 s for the command line, longer in a window where somebody may type a
    /// password.
    KeyStore(QString service, std::chrono::milliseconds timeout, QObject *parent = nullptr);
    ~KeyStore() override;

    /// NoKey, KeychainLocked or KeychainUnavailable otherwise. The keychain is not opened while the variable is set.
    QFuture<Result<QString>> key(const Provider &provider);
    QFuture<Result<Done>> setKey(const QString &providerId, const QString &key);
    QFuture<Result<Done>> forgetKey(const QString &providerId);
    QFuture<Result<KeyStatus>> status(const Provider &provider);

private:
    QString m_service;
    std::chrono::milliseconds m_timeout;
};

/// Forbids core dumps and other processes of this user reading our memory (Linux: PR_SET_DUMPABLE).
void makeProcessUndumpable();

} // namespace pennyworth
