// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/card.h"

#include <QScrollArea>

class QBoxLayout;
class QLabel;

namespace pennyworth {

/// A box of settings that belong together, one under the other.
class SettingsCard final : public Card {
    Q_OBJECT

public:
    explicit SettingsCard(const Theme &theme, QWidget *parent = nullptr);

    /// `label` at the left with a small `note` under it, `control` at the right, which takes the
    /// label as its accessible name where it has none.
    void addRow(const QString &label, const QString &note, QWidget *control);
    void addWide(QWidget *widget); ///< over the whole width
    void addWide(QLayout *layout);

private:
    const Theme &m_theme;
    QBoxLayout *m_layout;
};

/// One page of the settings window: a heading and cards under it, scrolled where there is no room.
class SettingsPage : public QScrollArea {
    Q_OBJECT

public:
    SettingsPage(const Theme &theme, const QString &heading, QWidget *parent = nullptr);

    [[nodiscard]] QString heading() const { return m_heading; }

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    SettingsCard *addCard(const QString &title = {});
    QLabel *addText(const QString &text); ///< a paragraph between cards
    void addWidget(QWidget *widget);

private:
    const Theme &m_theme;
    QString m_heading;
    QBoxLayout *m_layout;
};

/// A small muted text that wraps and can be selected, as notes and results are shown.
[[nodiscard]] QLabel *makeNote(const Theme &theme, const QString &text = {});
/// Shows `text` in `note` in that colour of the palette; an empty one hides it.
void showNote(QLabel *note, const QString &text, QPalette::ColorRole role);

} // namespace pennyworth
