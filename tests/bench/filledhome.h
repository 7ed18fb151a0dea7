// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennyworth {
class Store;
}

namespace pennyworth::bench {

/// Writes so many settled conversations of so many turns (two messages each) into an open store,
/// the way sending does; a few a day, until now. Waits for every write.
void fillHome(Store &store, int conversations, int turns);

} // namespace pennyworth::bench
