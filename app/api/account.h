// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"
#include "domain/provider.h"
#include "domain/result.h"

#include <QByteArray>
#include <QList>

namespace pennyworth {

/// The ids of GET /models in the order of the service; models that the provider's data already
/// describes keep their description.
Result<QList<Model>> parseModels(const QByteArray &json, const Provider &provider);

/// GET /user/balance (api-docs.deepseek.com/api/get-user-balance).
Result<Balance> parseBalance(const QByteArray &json);

} // namespace pennyworth
