// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "theme/theme.h"

#include <QPointer>
#include <QWidget>

namespace pennyworth {

class Button;
class ConversationMenu;
class FigureLabel;
class ModelMenu;
class Workspace;

/// The line above a conversation: its title and who answers. Shows the buttons that bring hidden
/// panes back.
class ConversationHeader final : public QWidget {
    Q_OBJECT

public:
    ConversationHeader(const Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

    void setSession(ChatSession *session);
    void setSidebarShown(bool shown);
    void setPanelShown(bool shown);
    void openModelMenu();
    [[nodiscard]] ConversationMenu &menu() { return *m_more; }

signals:
    void modelChosen(const QString &providerId, const QString &model);
    void servicesRequested();
    void sidebarRequested();
    void panelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showSettings();
    void showTitle();

    const Theme &m_theme;
    Workspace &m_workspace;
    QPointer<ChatSession> m_session;
    Button *m_sidebar;
    FigureLabel *m_title;
    FigureLabel *m_service;
    Button *m_model;
    ModelMenu *m_menu;
    ConversationMenu *m_more;
    Button *m_panel;
};

} // namespace pennyworth
