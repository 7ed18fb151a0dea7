// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/desktopappearance.h"
#include "theme/metrics.h"
#include "theme/style.h"

#include <QApplication>
#include <QFontInfo>

#include <algorithm>

namespace pennyworth {

namespace {

Palette paletteFor(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Desktop:
    case ThemeChoice::Light:
        return Palette::light();
    case ThemeChoice::Dark:
        return Palette::dark();
    case ThemeChoice::HighContrast:
        return Palette::highContrast();
    }
    Q_UNREACHABLE();
}

/// The desktop's font. Where no desktop has set one Qt takes 9 points, which is too small to read
/// answers in.
QFont readingFont(const QFont &application)
{
    constexpr int kWithoutDesktop = 14;
    QFont font = application;
    const bool hasDesktop = qEnvironmentVariableIsSet("XDG_CURRENT_DESKTOP");
    const int pixels = QFontInfo(application).pixelSize();
    font.setPixelSize(hasDesktop ? pixels : std::max(pixels, kWithoutDesktop));
    return font;
}

} // namespace

Theme::Theme(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_palette(paletteFor(settings.theme()))
    , m_density(settings.density())
    , m_bodyFont(readingFont(QApplication::font()))
{
}

Theme::~Theme() = default;

void Theme::install(QApplication &application)
{
    constexpr int kMiddleGrey = 128;
    m_application = &application;
    m_startScheme = QApplication::palette().color(QPalette::Window).lightness() < kMiddleGrey
        ? ThemeChoice::Dark
        : ThemeChoice::Light;
    QApplication::setStyle(new Style(*this)); // the application owns it
    QApplication::setFont(font(TextSize::Interface));
    update();
}

void Theme::followDesktop()
{
    m_desktop = new DesktopAppearance(this);
    connect(m_desktop, &DesktopAppearance::changed, this, [this](ThemeChoice wanted) {
        m_settings.setDesktopTheme(wanted);
        update();
    });
    connect(m_desktop, &DesktopAppearance::motionChanged, this,
        [this](bool wanted) { m_hasMotion = wanted; });
    m_desktop->start();
}

void Theme::setChoice(ThemeChoice choice)
{
    m_settings.setTheme(choice);
    update();
}

void Theme::setDensity(Density density)
{
    m_settings.setDensity(density);
    m_density = density;
    emit changed();
}

ThemeChoice Theme::effectiveChoice() const
{
    if (m_settings.theme() != ThemeChoice::Desktop)
        return m_settings.theme();
    return m_settings.desktopTheme() != ThemeChoice::Desktop ? m_settings.desktopTheme()
                                                             : m_startScheme;
}

void Theme::update()
{
    m_palette = paletteFor(effectiveChoice());
    if (m_application)
        QApplication::setPalette(toQtPalette(m_palette));
    emit changed();
}

QColor Theme::color(Tone tone) const
{
    switch (tone) {
    case Tone::Normal:
        return m_palette.text;
    case Tone::Muted:
        return m_palette.muted;
    case Tone::Accent:
        return m_palette.accent;
    case Tone::OnAccent:
        return m_palette.accentText;
    case Tone::Positive:
        return m_palette.positive;
    case Tone::Warning:
        return m_palette.warning;
    case Tone::Danger:
        return m_palette.danger;
    }
    Q_UNREACHABLE();
}

QFont Theme::font(TextSize size, QFont::Weight weight) const
{
    const auto scale = [size] {
        switch (size) {
        case TextSize::Caption:
            return metrics::kCaptionScale;
        case TextSize::Interface:
            return metrics::kInterfaceScale;
        case TextSize::Body:
            return 1.0;
        case TextSize::Figure:
            return metrics::kFigureScale;
        }
        Q_UNREACHABLE();
    };
    QFont font = m_bodyFont;
    font.setPixelSize(qRound(m_bodyFont.pixelSize() * scale()));
    font.setWeight(weight);
    return font;
}

QPalette toQtPalette(const Palette &palette)
{
    QPalette result;
    using enum QPalette::ColorRole;
    result.setColor(Window, palette.surface);
    result.setColor(WindowText, palette.text);
    result.setColor(Base, palette.raised);
    result.setColor(AlternateBase, palette.sunken);
    result.setColor(Text, palette.text);
    result.setColor(PlaceholderText, palette.muted);
    result.setColor(Button, palette.raised);
    result.setColor(ButtonText, palette.text);
    result.setColor(BrightText, palette.danger);
    result.setColor(ToolTipBase, palette.raised);
    result.setColor(ToolTipText, palette.text);
    result.setColor(Highlight, palette.selection);
    result.setColor(HighlightedText, palette.text);
    result.setColor(Link, palette.accent);
    result.setColor(LinkVisited, palette.accent);
    result.setColor(Light, palette.raised);
    result.setColor(Midlight, palette.raised);
    result.setColor(Mid, palette.hairline);
    result.setColor(Dark, palette.hairline);
    result.setColor(Shadow, palette.hairline);
    for (const QPalette::ColorRole role : {WindowText, Text, ButtonText})
        result.setColor(QPalette::Disabled, role, palette.muted);
    return result;
}

} // namespace pennyworth
