// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pennyworth {

/// What readProvider() reads back to an equal value; fields that hold what they hold when missing
/// are left out.
[[nodiscard]] QJsonObject writeProvider(const Provider &provider);
[[nodiscard]] QJsonArray writeModels(const QList<Model> &models);

} // namespace pennyworth
