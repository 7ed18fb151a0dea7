// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"
#include "domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace pennyworth {

/// What a user made of the services, as services.json in the config folder holds it (schema:
/// resources/providers/README.md). A value. Holds no secret.
struct UserServices {
    QList<Provider> services; ///< their own, whole
    QHash<QString, QList<Model>> offered; ///< by built-in service: in place of its own models
    QList<GenerationSettings> defaults; ///< what new conversations start with, one a service

    bool operator==(const UserServices &) const = default;
};

/// InvalidValue naming the place where the text is not of the schema.
Result<UserServices> readUserServices(const QByteArray &json);
[[nodiscard]] QByteArray writeUserServices(const UserServices &services);

/// InvalidValue, with the reason, where a header looks like a secret (its name is one that carries
/// credentials, or its value is built like a key) and so must not lie in a plain file, or where it
/// is no header.
Result<Done> checkPlainHeader(const QString &name, const QString &value);

} // namespace pennyworth
