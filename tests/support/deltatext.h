// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/delta.h"

#include <QList>
#include <QString>

namespace pennyworth::test {

/// Deltas as one line that a table can hold: `text(Hello) usage(10=8+2,5,-) finish(stop)`.
[[nodiscard]] QString deltaText(const QList<Delta> &deltas);

} // namespace pennyworth::test
