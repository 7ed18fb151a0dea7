// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingspage.h"

class QSpinBox;

namespace pennyworth {

/// How the interface looks and which key sends. Every choice is kept at once.
class AppearancePage final : public SettingsPage {
    Q_OBJECT

public:
    AppearancePage(Theme &theme, Settings &settings, QWidget *parent = nullptr);

signals:
    void changed(); ///< what the windows show by the settings
    void restartRequested(); ///< for another language

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addColours();
    void addText();
    void addCode();
    void addLanguage();
    void addKeys();

    Theme &m_theme;
    Settings &m_settings;
    QSpinBox *m_zoom = nullptr;
};

} // namespace pennyworth
