// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingspage.h"

namespace pennyworth {

class ServiceBook;

/// What the desktop is told, and what leaves this computer and where to.
class PrivacyPage final : public SettingsPage {
    Q_OBJECT

public:
    /// `services` outlives this page.
    PrivacyPage(const Theme &theme, Settings &settings, const ServiceBook &services,
        QWidget *parent = nullptr);

private:
    void addNotifications(Settings &settings);
    void showAddressees();

    const ServiceBook &m_services;
    QLabel *m_addressees = nullptr;
};

} // namespace pennyworth
