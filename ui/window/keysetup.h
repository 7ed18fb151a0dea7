// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"
#include "domain/error.h"

#include <QObject>

#include <optional>

namespace pennyworth {

class Workspace;

/// Stores an API key in the keychain and asks the service whether it works; a key that is refused
/// is forgotten again. One key at a time, main thread.
class KeySetup final : public QObject {
    Q_OBJECT

public:
    explicit KeySetup(Workspace &workspace, QObject *parent = nullptr);

    void start(const QString &providerId, const QString &key); ///< ends in `accepted` or `refused`

signals:
    /// The key works and is kept. `balance` where the service tells one.
    void accepted(const QString &providerId, const std::optional<pennyworth::Balance> &balance);
    void refused(const pennyworth::Error &error);

private:
    void check(const QString &providerId);
    void askForBalance(const QString &providerId);
    void giveUp(const QString &providerId, const Error &error);

    Workspace &m_workspace;
};

} // namespace pennyworth
