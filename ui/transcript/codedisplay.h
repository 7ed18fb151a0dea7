// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennyworth {

/// How a code block is shown, as its reader likes it.
struct CodeDisplay {
    bool isWrapped = false;
    bool hasNumbers = false; ///< of its lines

    bool operator==(const CodeDisplay &) const = default;
};

} // namespace pennyworth
