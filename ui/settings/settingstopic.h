// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennyworth {

/// The pages of the settings, in the order in which they are listed.
enum class SettingsTopic { Services, Appearance, Data, Privacy, Keyboard, About };

} // namespace pennyworth
