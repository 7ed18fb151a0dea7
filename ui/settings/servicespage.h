// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"
#include "settings/choice.h"
#include "settings/settingspage.h"

namespace pennyworth {

class Button;
class DefaultsCard;
class KeyCard;
class ModelsCard;
class ServiceBook;
class ServiceForm;
class Workspace;

/// One service at a time: where it is, its key, whether it works, its models and what conversations
/// with it start with. Services of the user's own are added and removed here.
class ServicesPage final : public SettingsPage {
    Q_OBJECT

public:
    ServicesPage(Theme &theme, Settings &settings, Workspace &workspace, ServiceBook &services,
        QWidget *parent = nullptr);

    void showService(const QString &id); ///< empty: a new one
    void checkService(); ///< asks the shown one whether it is there

signals:
    /// It is to answer from now on.
    void serviceChosen(const QString &providerId, const QString &model);

private:
    void layOut();
    void listServices();
    void showDetail();
    void addService(const Provider &service);
    void removeService();
    void offerUndo(const QString &text, const Provider &removed);
    void chooseService();

    Settings &m_settings;
    Workspace &m_workspace;
    ServiceBook &m_services;
    QString m_shown; // empty: a new one is being described
    Choice<QString> *m_choice;
    Button *m_add;
    QWidget *m_undoRow;
    QLabel *m_undoText;
    Button *m_undo;
    Provider m_removed; // what undo brings back
    ServiceForm *m_form;
    KeyCard *m_key;
    ModelsCard *m_models;
    DefaultsCard *m_defaults;
    Button *m_use;
    Button *m_remove;
    QWidget *m_afterAdding; // what only a service that is known has
};

} // namespace pennyworth
