// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/services.h"
#include "domain/balance.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace pennyworth {

/// What a service answered when it was asked whether it works.
struct ServiceReport {
    QList<Model> models;
    std::optional<Balance> balance; ///< where the service tells one
    QString keyMark; ///< keyMark() of the key it was asked with
    std::chrono::milliseconds took{}; ///< until the models had come
};

/// Keys of services, and whether a service works: also for one that is being set up and stands in
/// no catalogue yet. Owned by Workspace, main thread.
class ServiceAccounts final : public QObject {
    Q_OBJECT

public:
    explicit ServiceAccounts(const Services &services, QObject *parent = nullptr);

    /// Asks for the models and, where the service tells it, the balance; with `key`, or with the
    /// kept one where it is empty. A balance that is kept back is no error, unless the key is
    /// wrong.
    QFuture<Result<ServiceReport>> check(const Provider &provider, const QString &key = {});

    QFuture<Result<KeyStatus>> keyStatus(const Provider &provider);
    QFuture<Result<Done>> setKey(const QString &providerId, const QString &key);
    /// For a keychain that takes none: until the program ends.
    Result<Done> setSessionKey(const QString &providerId, const QString &key);
    QFuture<Result<Done>> forgetKey(const QString &providerId);

private:
    Services m_services;
};

} // namespace pennyworth
