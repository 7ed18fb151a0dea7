// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace pennyworth {

/// What can be done with a key of the window.
enum class Act {
    NewChat,
    SwitchConversation,
    SearchConversations,
    NextConversation,
    PreviousConversation,
    FocusComposer,
    Stop,
    Regenerate,
    CopyLastAnswer,
    UndoDelete,
    TogglePanel,
    ToggleSidebar,
    OpenSettings,
    ShowShortcuts,
    Quit,
};

/// The window's actions with their keys and words, in the order in which they are told to people.
/// Whoever carries one out connects to its `triggered`. Owned by the window.
class Actions final : public QObject {
    Q_OBJECT

public:
    explicit Actions(QWidget &window); ///< adds them to the window

    [[nodiscard]] QAction *of(Act act) const;

private:
    QList<QAction *> m_actions; // by Act
};

} // namespace pennyworth
