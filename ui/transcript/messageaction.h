// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennyworth {

/// What can be done with a message. The first of them the view does by itself; the others it asks
/// for.
enum class MessageAction {
    CopySelection,
    SelectAll,
    Copy, ///< in three forms at once
    CopyMarkdown,
    CopyPlain,
    CopyHtml,
    ShowPrevious, ///< the sibling before this one
    ShowNext,
    Edit,
    Regenerate,
    Continue,
    Quote,
    BranchHere,
    ShowFigures,
    SetPrice, ///< whose list the service bills by
    ShowExchange,
    Delete,
};

} // namespace pennyworth
