// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/settings.h"
#include "theme/palette.h"

#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;

namespace pennyworth {

class DesktopAppearance;

/// What a piece of text or an icon is meant to say by its colour.
enum class Tone { Normal, Muted, Accent, OnAccent, Positive, Warning, Danger };

/// The sizes of text in the interface.
enum class TextSize {
    Caption, ///< second lines, legends
    Interface, ///< controls and lists
    Body, ///< what is read: answers and prompts
    Figure, ///< the one large figure of a card
};

/// Colours and fonts of the whole interface, from one place. Follows the desktop unless the user
/// chose otherwise. Owned by main(), handed to every widget that paints; outlives them. A change
/// reaches widgets as the usual palette and font change events, after palette() already gives the
/// new colours. Made after the QApplication.
class Theme final : public QObject {
    Q_OBJECT

public:
    explicit Theme(Settings &settings, QObject *parent = nullptr);
    ~Theme() override;

    void install(QApplication &application); ///< style, font and colours; before the first widget
    void followDesktop(); ///< asks the desktop and goes on listening; after the first paint
    void setChoice(ThemeChoice choice); ///< kept in the settings
    void setDensity(Density density); ///< kept in the settings

    [[nodiscard]] const Palette &palette() const { return m_palette; }
    [[nodiscard]] Density density() const { return m_density; }
    [[nodiscard]] QColor color(Tone tone) const;
    [[nodiscard]] bool hasMotion() const { return m_hasMotion; } ///< things may slide
    [[nodiscard]] QFont font(TextSize size, QFont::Weight weight = QFont::Normal) const;

signals:
    void changed(); ///< palette() or density() is another one

private:
    void update();
    [[nodiscard]] ThemeChoice effectiveChoice() const;

    Settings &m_settings;
    QApplication *m_application = nullptr;
    DesktopAppearance *m_desktop = nullptr;
    ThemeChoice m_startScheme = ThemeChoice::Light; // what the application's own palette was
    Palette m_palette;
    Density m_density;
    QFont m_bodyFont;
    bool m_hasMotion = true;
};

/// The same colours as Qt's own widgets take them.
[[nodiscard]] QPalette toQtPalette(const Palette &palette);

} // namespace pennyworth
