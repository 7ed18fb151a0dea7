// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/priceclock.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "environment/settings.h"
#include "settings/settingstopic.h"
#include "window/conversationswitch.h"

#include <QWidget>

namespace pennyworth {

class Actions;
class ConversationPane;
class Notifier;
class Panes;
class PricingDock;
class PricingPanel;
class QuickSwitcher;
class Sidebar;
class Theme;
class Workspace;

/// The one window: conversations at the left, one of them in the middle, prices at the right. Wires
/// the panes together and decides what the keys do; everything else is the panes'. Owned by main().
class MainWindow final : public QWidget {
    Q_OBJECT

public:
    MainWindow(const Theme &theme, Settings &settings, Workspace &workspace, StartWith start);
    ~MainWindow() override;

    /// Shows the first conversation, once the signals are connected. The last one comes back as
    /// soon as the workspace has loaded.
    void start();
    void showError(const Error &error); ///< of background work
    void startWithoutStore(const Error &error); ///< it did not open or cannot be read
    void comeToFront(const QString &activationToken = {}); ///< the token: see WindowSocket
    /// That service answers the shown conversation and new ones from now on.
    void useService(const QString &providerId, const QString &model);
    void applySettings(); ///< they were changed elsewhere
    void startConversation(); ///< shows a new one

signals:
    void settingsRequested(pennyworth::SettingsTopic topic);
    void serviceRequested(const QString &providerId); ///< to be set up; empty: any other address
    /// A session that the demonstration answers is shown; emitted before anything can be sent.
    void demonstrationNeeded();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectPanes();
    void connectActions();
    void restoreWindow();
    void takeConversations(); // the list was read, at the start or again
    void findKey();

    void showSession(ChatSession *session);
    void startFresh();
    void trashConversation(ConversationId id);
    void openTrash();
    void lookIntoTrash();
    void takeReply(ChatSession *session, MessageId reply); // which ended
    void noteSeen(ConversationId id);
    void openFromDesktop(ConversationId id, const QString &activationToken);
    void showTitle(); // of the conversation, in the window's

    void chooseModel(const QString &providerId, const QString &model);
    void takeKey(const QString &providerId);
    void takeSettings(); // of the shown conversation
    void showRate();
    void showStrip();

    void stop();
    void regenerate();
    void copyLastAnswer();
    void focusComposer();
    void focusSearch();
    void togglePanel();
    void takePanes(); // after the panes were arranged

    const Theme &m_theme;
    Settings &m_settings;
    Workspace &m_workspace;
    StartWith m_startedWith;
    PriceClock m_clock;

    Actions *m_actions;
    Sidebar *m_sidebar;
    ConversationPane *m_pane;
    PricingPanel *m_panel;
    PricingDock *m_dock;
    Panes *m_panes;
    ConversationSwitch *m_switch;
    QuickSwitcher *m_switcher;
    Notifier *m_notifier;
};

} // namespace pennyworth
