// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"
#include "domain/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace pennyworth {

/// One file of resources/providers (schema: its README.md). InvalidValue naming the field where the
/// file is not of the schema.
Result<Provider> readProvider(const QByteArray &json);
Result<Provider> readProvider(const QJsonObject &object);
Result<Model> readModel(const QJsonObject &object); ///< one of its `models`
Result<QList<Model>> readModels(const QJsonArray &array);

} // namespace pennyworth
