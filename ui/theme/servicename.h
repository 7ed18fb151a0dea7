// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"

namespace pennyworth {

/// The name of a service as people read it; names are not translated but for the demonstration's.
[[nodiscard]] QString serviceName(const Provider &provider);

} // namespace pennyworth
