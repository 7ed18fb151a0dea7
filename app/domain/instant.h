// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringView>

#include <chrono>

namespace pennyworth {

/// A point in time, UTC, to the millisecond. Never a local time; offsets travel beside it where
/// they matter.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Reads ISO 8601 with a zone: "2025-02-08T16:00:00Z", "2025-02-09T00:00+08:00", fractions of a
/// second up to three digits kept. A missing zone is an error, since the meaning would depend on
/// the machine.
Result<Instant> parseInstant(QStringView text);

/// "2025-02-08T16:00:00Z"; milliseconds only where they are not zero ("…:00.125Z").
[[nodiscard]] QString formatInstant(Instant instant);

} // namespace pennyworth
