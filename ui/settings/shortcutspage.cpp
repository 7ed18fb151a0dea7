// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/shortcutspage.h"

#include "theme/metrics.h"

#include <QAction>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

const auto kBetween = "   "_L1; // two keys for the same

QString textOf(QKeyCombination key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    const QList<QKeySequence> shortcuts = action.shortcuts();
    for (const QKeySequence &key : shortcuts)
        keys.append(key.toString(QKeySequence::NativeText));
    keys.removeDuplicates();
    return keys.join(kBetween);
}

} // namespace

ShortcutsPage::ShortcutsPage(
    const Theme &theme, const Settings &settings, const QWidget &window, QWidget *parent)
    : SettingsPage(theme, tr("Keyboard"), parent)
    , m_settings(settings)
    , m_window(window)
    , m_lines(new QGridLayout)
{
    m_lines->setHorizontalSpacing(2 * metrics::kGrid);
    m_lines->setVerticalSpacing(metrics::kGrid);
    m_lines->setColumnStretch(0, 1);
    addCard()->addWide(m_lines);
}

void ShortcutsPage::addLine(const QString &text, const QString &keys)
{
    const int row = m_count++;
    auto *name = new QLabel(text);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    auto *shown = new QLabel(keys);
    shown->setTextFormat(Qt::PlainText);
    shown->setForegroundRole(QPalette::PlaceholderText);
    shown->setObjectName(u"shortcutKeys"_s);
    //: %1 is what a key does, %2 the key
    name->setAccessibleName(tr("%1: %2").arg(text, keys));
    m_lines->addWidget(name, row, 0);
    m_lines->addWidget(shown, row, 1, Qt::AlignRight);
}

void ShortcutsPage::fill()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_count = 0;
    const bool entersSend = m_settings.sendKey() == SendKey::Enter;
    const QString enter = textOf(Qt::Key_Enter);
    const QString shiftEnter = textOf(Qt::SHIFT | Qt::Key_Enter);
    const QString controlEnter = textOf(Qt::CTRL | Qt::Key_Enter);
    addLine(tr("Send the message"), entersSend ? enter : controlEnter);
    addLine(tr("Break the line"), entersSend ? shiftEnter : enter);
    addLine(tr("Edit the last message, in an empty composer"), textOf(Qt::Key_Up));
    addLine(tr("Earlier and later messages, in the composer"),
        textOf(Qt::ALT | Qt::Key_Up) + kBetween + textOf(Qt::ALT | Qt::Key_Down));
    const QList<QAction *> actions = m_window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (!action->shortcuts().isEmpty() && !action->text().isEmpty())
            addLine(QString(action->text()).remove(u'&'), keysOf(*action));
    }
    addLine(tr("Rename a conversation, in the list"), textOf(Qt::Key_F2));
    addLine(tr("Delete a conversation, in the list"), textOf(Qt::Key_Delete));
    addLine(tr("Read with a caret, in a conversation"), textOf(Qt::Key_F7));
    addLine(tr("Scroll wide code, with the caret in it"),
        textOf(Qt::ALT | Qt::Key_Left) + kBetween + textOf(Qt::ALT | Qt::Key_Right));
}

void ShortcutsPage::showEvent(QShowEvent *event)
{
    fill();
    SettingsPage::showEvent(event);
}

} // namespace pennyworth

#include "moc_shortcutspage.cpp"
