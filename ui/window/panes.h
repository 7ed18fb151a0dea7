// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/settings.h"
#include "theme/theme.h"

#include <QWidget>

class QPropertyAnimation;
class QSplitter;

namespace pennyworth {

/// Conversations, the one that is shown, and prices beside each other; decides which of them have
/// room. In a narrow window the conversations become a drawer that slides over the others.
class Panes final : public QWidget {
    Q_OBJECT

public:
    /// Takes the three; `sidebar` hands the focus on.
    Panes(const Theme &theme, QWidget *sidebar, QWidget *middle, QWidget *panel);

    void restore(const Settings &settings);
    void keep(Settings &settings) const;

    void toggleSidebar();
    void togglePanel();
    void showSidebar();
    void closeDrawer(); ///< nothing where there is none

    [[nodiscard]] bool isSidebarShown() const;
    [[nodiscard]] bool isPanelShown() const;
    [[nodiscard]] bool hasRoomForPanel() const;
    [[nodiscard]] bool isDrawerOpen() const { return m_drawerOpen; }

signals:
    void arranged(); ///< the size, or what is shown, is another
    void drawerClosed(); ///< whatever had the focus in it

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    class Shade;

    [[nodiscard]] bool isNarrow() const;
    [[nodiscard]] QRect drawerRect() const;
    void arrange();
    void giveWidths();
    void takeWidths(); // the user moved a handle
    void fold(); // the sidebar becomes the drawer
    void unfold();
    void openDrawer();
    void slide(int toX);

    const Theme &m_theme;
    QSplitter *m_splitter;
    QWidget *m_sidebar;
    QWidget *m_panel;
    Shade *m_shade; // over the others while the drawer is open
    QPropertyAnimation *m_slide;
    int m_sidebarWidth = 0; // as the user left them
    int m_panelWidth = 0;
    bool m_wantsSidebar = true;
    bool m_wantsPanel = true;
    bool m_folded = false;
    bool m_drawerOpen = false;
};

} // namespace pennyworth
