// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennyworth {

class Composer;

/// Asks for text files that shall go with the prompt. Returns at once.
void openAttachDialog(Composer &composer);

} // namespace pennyworth
