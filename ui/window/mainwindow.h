// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/priceclock.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "environment/settings.h"
#include "window/conversationswitch.h"

#include <QWidget>

class QAction;
class QSplitter;

namespace pennyworth {

class ConversationPane;
class PricingPanel;
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
    void showError(const Error &error); ///< of background work, such as a store that does not open
    void comeToFront();

signals:
    /// A session that the demonstration answers is shown; emitted before anything can be sent.
    void demonstrationNeeded();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void connectPanes();
    void addActions();
    QAction *addShortcut(
        const QList<QKeySequence> &keys, const QString &text, void (MainWindow::*slot)());
    void restorePanes();
    void takeConversations(); // the list was read, at the start or again
    void findKey();

    void showSession(ChatSession *session);
    void startConversation();
    void removeConversation(ConversationId id);
    void finishRemoval();

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
    void nextConversation();
    void previousConversation();
    void toggleSidebar();
    void togglePanel();
    void showPanes();

    Settings &m_settings;
    Workspace &m_workspace;
    StartWith m_startedWith;
    PriceClock m_clock;
    ConversationId m_removing; // hidden, and removed when its undo expires
    bool m_wantsSidebar = true;
    bool m_wantsPanel = true;
    bool m_drawerOpen = false; // the sidebar of a window that has no room for it

    QSplitter *m_panes;
    Sidebar *m_sidebar;
    ConversationPane *m_pane;
    PricingPanel *m_panel;
    ConversationSwitch *m_switch;
    QAction *m_stop = nullptr;
};

} // namespace pennyworth
