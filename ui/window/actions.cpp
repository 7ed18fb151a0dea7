// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/actions.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace pennyworth {

namespace {

/// The order of Act.
constexpr Act kLast = Act::Quit;

QList<QKeySequence> keysOf(Act act)
{
    switch (act) {
    case Act::NewChat:
        return {QKeySequence::New};
    case Act::SwitchConversation:
        return {Qt::CTRL | Qt::Key_K};
    case Act::SearchConversations:
        return {Qt::CTRL | Qt::SHIFT | Qt::Key_F};
    case Act::NextConversation:
        return {Qt::CTRL | Qt::Key_PageDown};
    case Act::PreviousConversation:
        return {Qt::CTRL | Qt::Key_PageUp};
    case Act::FocusComposer:
        return {Qt::CTRL | Qt::Key_L};
    case Act::Stop:
        return {Qt::Key_Escape};
    case Act::Regenerate:
        return {Qt::CTRL | Qt::Key_R};
    case Act::CopyLastAnswer:
        return {Qt::CTRL | Qt::SHIFT | Qt::Key_C};
    case Act::UndoDelete:
        return {QKeySequence::Undo};
    case Act::TogglePanel:
        return {Qt::CTRL | Qt::SHIFT | Qt::Key_P};
    case Act::ToggleSidebar:
        return {Qt::Key_F9};
    case Act::OpenSettings:
        return {Qt::CTRL | Qt::Key_Comma};
    case Act::ShowShortcuts:
        return {Qt::Key_F1, Qt::CTRL | Qt::Key_Question};
    case Act::Quit:
        return {QKeySequence::Quit};
    }
    Q_UNREACHABLE();
}

QString wordsOf(Act act)
{
    switch (act) {
    case Act::NewChat:
        return Actions::tr("New chat");
    case Act::SwitchConversation:
        return Actions::tr("Switch conversation");
    case Act::SearchConversations:
        return Actions::tr("Search titles");
    case Act::NextConversation:
        return Actions::tr("Next conversation");
    case Act::PreviousConversation:
        return Actions::tr("Previous conversation");
    case Act::FocusComposer:
        return Actions::tr("Go to the composer");
    case Act::Stop:
        return Actions::tr("Stop");
    case Act::Regenerate:
        return Actions::tr("Regenerate");
    case Act::CopyLastAnswer:
        return Actions::tr("Copy the last answer");
    case Act::UndoDelete:
        return Actions::tr("Undo a deletion");
    case Act::TogglePanel:
        return Actions::tr("Show or hide pricing");
    case Act::ToggleSidebar:
        return Actions::tr("Show or hide conversations");
    case Act::OpenSettings:
        return Actions::tr("Settings");
    case Act::ShowShortcuts:
        return Actions::tr("Keyboard shortcuts");
    case Act::Quit:
        return Actions::tr("Quit");
    }
    Q_UNREACHABLE();
}

} // namespace

Actions::Actions(QWidget &window)
    : QObject(&window)
{
    for (int i = 0; i <= static_cast<int>(kLast); ++i) {
        const Act act{i};
        auto *action = new QAction(wordsOf(act), this);
        action->setShortcuts(keysOf(act));
        window.addAction(action);
        m_actions += action;
    }
    // Escape closes other things while nothing streams, and Ctrl+Z undoes typing.
    of(Act::Stop)->setEnabled(false);
    of(Act::UndoDelete)->setEnabled(false);
}

QAction *Actions::of(Act act) const
{
    return m_actions.at(static_cast<int>(act));
}

} // namespace pennyworth
