// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"
#include "domain/result.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>
#include <functional>

class QDeadlineTimer;

namespace QKeychain {
class Job;
}

namespace pennyworth {

/// Where a key was found. The key itself is in no status.
enum class KeyPlace {
    None,
    Environment,
    Session, ///< in the memory of this process, until it ends
    Keychain,
};

struct KeyStatus {
    QString provider;
    KeyPlace place = KeyPlace::None;
    QString variable; ///< the environment variable that is or could be used
};

/// API keys: from the environment for this run, otherwise from the OS keychain (Secret Service,
/// KWallet, macOS Keychain, Windows Credential Manager through QtKeychain). Lives on the main
/// thread, owned by main(). Every future is ready after at most `timeout`: a keychain that waits
/// for a person to unlock it gives KeychainLocked then, and the job is left to end by itself
/// (deleting a started job crashes, ground.md 19).
class KeyStore final : public QObject {
    Q_OBJECT

public:
    /// `service` is Paths::keychainService(). `timeout` is 5 s for the command line, longer in a
    /// window where somebody may type a password.
    KeyStore(QString service, std::chrono::milliseconds timeout, QObject *parent = nullptr);
    ~KeyStore() override;

    /// Otherwise KeychainLocked (locked, refusing, or holding no key: a keyring does not tell these
    /// apart), KeychainUnavailable, NoKey where this object removed the key itself, or InvalidValue
    /// for a variable that holds no key. The keychain is not opened while the variable is set, nor
    /// for a provider that needs no key, whose key is empty then.
    QFuture<Result<QString>> key(const Provider &provider);
    /// Keeps `key` without the white space around it and reads it back. InvalidValue where it
    /// cannot be one: a key is at most 4096 printable ASCII characters without spaces, since it
    /// travels in an HTTP header.
    QFuture<Result<Done>> setKey(const QString &providerId, const QString &key);
    /// Holds `key` in memory until this process ends, for a keychain that takes none. Checked as by
    /// setKey(), which replaces it.
    Result<Done> setSessionKey(const QString &providerId, const QString &key);
    QFuture<Result<Done>> forgetKey(const QString &providerId); ///< the session's, too
    /// Place None also stands for a keyring that gives nothing; KeychainUnavailable, or
    /// KeychainLocked after the timeout.
    QFuture<Result<KeyStatus>> status(const Provider &provider);

private:
    /// What a job ended with: the text of a read, nothing for the others; NoKey is the keyring's
    /// "entry not found".
    using Ended = std::function<void(const Result<QString> &)>;
    void read(const QString &providerId, QDeadlineTimer deadline, const Ended &ended);
    void run(QKeychain::Job *job, const QString &providerId, QDeadlineTimer deadline,
        const Ended &ended);

    QString m_service;
    std::chrono::milliseconds m_timeout;
    QHash<QString, QString> m_sessionKeys; // by provider
    QSet<QString> m_forgotten; // providers whose key this object removed: the one certain "no key"
};

/// Forbids core dumps and other processes of this user reading our memory (Linux: PR_SET_DUMPABLE).
void makeProcessUndumpable();

} // namespace pennyworth
