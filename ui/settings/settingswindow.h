// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingstopic.h"
#include "theme/theme.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace pennyworth {

class DataTrash;
class Paths;
class ServiceBook;
class ServicesPage;
class SettingsPage;
class Workspace;

/// What the settings are about; all of it outlives the window.
struct SettingsParts {
    Theme &theme;
    Settings &settings;
    Workspace &workspace;
    ServiceBook &services;
    DataTrash &trash;
    const Paths &paths;
    const QWidget &window; ///< whose actions the keyboard page lists
};

/// All settings in one window beside the main one: pages in a list at the left. What is chosen
/// takes effect at once. Owned by main(), hidden when it is closed.
class SettingsWindow final : public QWidget {
    Q_OBJECT

public:
    explicit SettingsWindow(const SettingsParts &parts);
    ~SettingsWindow() override;

    void showTopic(SettingsTopic topic); ///< and come to the front
    /// The page of services with that one chosen; `check` also asks it whether it is there. Empty:
    /// a new one of the user's own.
    enum class Ask { No, Yes };
    void showService(const QString &providerId, Ask ask);

signals:
    void changed(); ///< what the main window shows by the settings
    void restartRequested();
    /// The user wants that service to answer from now on.
    void serviceChosen(const QString &providerId, const QString &model);

private:
    void addPages(const SettingsParts &parts);
    void addPage(SettingsPage *page);
    void comeToFront();

    QListWidget *m_list;
    QStackedWidget *m_pages;
    ServicesPage *m_services = nullptr;
};

} // namespace pennyworth
