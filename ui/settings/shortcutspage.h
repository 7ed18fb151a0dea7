// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingspage.h"

class QGridLayout;

namespace pennyworth {

/// Every key that does something, read from the actions of the window each time it is shown.
class ShortcutsPage final : public SettingsPage {
    Q_OBJECT

public:
    /// `window` is whose actions are listed; it outlives this page.
    ShortcutsPage(const Theme &theme, const Settings &settings, const QWidget &window,
        QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void addLine(const QString &text, const QString &keys);

    const Settings &m_settings;
    const QWidget &m_window;
    QGridLayout *m_lines;
    int m_count = 0;
};

} // namespace pennyworth
