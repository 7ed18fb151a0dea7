// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingspage.h"

namespace pennyworth {

/// What this program is, its version, and under which terms it and its parts are given.
class AboutPage final : public SettingsPage {
    Q_OBJECT

public:
    explicit AboutPage(const Theme &theme, QWidget *parent = nullptr);

private:
    void addParts();
    void addLicence();
};

} // namespace pennyworth
