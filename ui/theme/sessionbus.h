// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennyworth {

/// Whether there is a session bus to talk to. Without an address libdbus would start one of its
/// own, and wait for it.
[[nodiscard]] bool hasSessionBus();

} // namespace pennyworth
