// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/settings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<ThemeChoice, QLatin1StringView>, 4> kThemeNames{{
    {ThemeChoice::Desktop, "desktop"_L1},
    {ThemeChoice::Light, "light"_L1},
    {ThemeChoice::Dark, "dark"_L1},
    {ThemeChoice::HighContrast, "high-contrast"_L1},
}};

constexpr int kSmallestZoom = 50;
constexpr int kLargestZoom = 300;

ThemeChoice themeNamed(const QString &name)
{
    const auto *found =
        std::ranges::find_if(kThemeNames, [&](const auto &entry) { return entry.second == name; });
    return found == kThemeNames.end() ? ThemeChoice::Desktop : found->first;
}

QString nameOf(ThemeChoice choice)
{
    const auto *found =
        std::ranges::find_if(kThemeNames, [&](const auto &entry) { return entry.first == choice; });
    Q_ASSERT(found != kThemeNames.end());
    return found->second;
}

} // namespace

Settings::Settings(const QString &file)
    : m_file(file, QSettings::IniFormat)
{
}

ThemeChoice Settings::theme() const
{
    return themeNamed(m_file.value("appearance/theme"_L1).toString());
}

void Settings::setTheme(ThemeChoice choice)
{
    m_file.setValue("appearance/theme"_L1, nameOf(choice));
}

ThemeChoice Settings::desktopTheme() const
{
    return themeNamed(m_file.value("appearance/desktopTheme"_L1).toString());
}

void Settings::setDesktopTheme(ThemeChoice seen)
{
    if (seen != desktopTheme())
        m_file.setValue("appearance/desktopTheme"_L1, nameOf(seen));
}

QString Settings::language() const
{
    return m_file.value("appearance/language"_L1).toString();
}

void Settings::setLanguage(const QString &locale)
{
    m_file.setValue("appearance/language"_L1, locale);
}

SendKey Settings::sendKey() const
{
    return m_file.value("composer/sendKey"_L1).toString() == "ctrl-enter"_L1 ? SendKey::ControlEnter
                                                                             : SendKey::Enter;
}

void Settings::setSendKey(SendKey key)
{
    m_file.setValue(
        "composer/sendKey"_L1, key == SendKey::ControlEnter ? u"ctrl-enter"_s : u"enter"_s);
}

int Settings::textZoom() const
{
    constexpr int kNatural = 100;
    bool isNumber = false;
    const int percent = m_file.value("appearance/textZoom"_L1, kNatural).toInt(&isNumber);
    return isNumber ? std::clamp(percent, kSmallestZoom, kLargestZoom) : kNatural;
}

void Settings::setTextZoom(int percent)
{
    m_file.setValue("appearance/textZoom"_L1, std::clamp(percent, kSmallestZoom, kLargestZoom));
}

bool Settings::isCodeWrapped() const
{
    return m_file.value("code/wrapped"_L1, false).toBool();
}

void Settings::setCodeWrapped(bool wrapped)
{
    m_file.setValue("code/wrapped"_L1, wrapped);
}

bool Settings::hasCodeNumbers() const
{
    return m_file.value("code/numbers"_L1, false).toBool();
}

void Settings::setCodeNumbers(bool shown)
{
    m_file.setValue("code/numbers"_L1, shown);
}

QString Settings::codeFolder() const
{
    return m_file.value("code/folder"_L1).toString();
}

void Settings::setCodeFolder(const QString &folder)
{
    m_file.setValue("code/folder"_L1, folder);
}

Density Settings::density() const
{
    return m_file.value("appearance/density"_L1).toString() == "compact"_L1 ? Density::Compact
                                                                            : Density::Comfortable;
}

void Settings::setDensity(Density density)
{
    m_file.setValue(
        "appearance/density"_L1, density == Density::Compact ? u"compact"_s : u"comfortable"_s);
}

Notifications Settings::notifications() const
{
    const QString name = m_file.value("privacy/notifications"_L1).toString();
    if (name == "off"_L1)
        return Notifications::Off;
    return name == "with-text"_L1 ? Notifications::WithText : Notifications::TitleOnly;
}

void Settings::setNotifications(Notifications notifications)
{
    const auto name = [notifications] {
        switch (notifications) {
        case Notifications::Off:
            return u"off"_s;
        case Notifications::TitleOnly:
            return u"title"_s;
        case Notifications::WithText:
            return u"with-text"_s;
        }
        Q_UNREACHABLE();
    };
    m_file.setValue("privacy/notifications"_L1, name());
}

QString Settings::provider() const
{
    return m_file.value("conversation/provider"_L1).toString();
}

QString Settings::model() const
{
    return m_file.value("conversation/model"_L1).toString();
}

void Settings::setProviderAndModel(const QString &provider, const QString &model)
{
    m_file.setValue("conversation/provider"_L1, provider);
    m_file.setValue("conversation/model"_L1, model);
}

QByteArray Settings::windowGeometry() const
{
    return m_file.value("window/geometry"_L1).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_file.setValue("window/geometry"_L1, geometry);
}

std::optional<int> Settings::width(QLatin1StringView key) const
{
    const int width = m_file.value(key).toInt();
    return width > 0 ? std::optional(width) : std::nullopt;
}

std::optional<int> Settings::sidebarWidth() const
{
    return width("window/sidebarWidth"_L1);
}

void Settings::setSidebarWidth(int width)
{
    m_file.setValue("window/sidebarWidth"_L1, width);
}

std::optional<int> Settings::pricingPanelWidth() const
{
    return width("window/pricingPanelWidth"_L1);
}

void Settings::setPricingPanelWidth(int width)
{
    m_file.setValue("window/pricingPanelWidth"_L1, width);
}

bool Settings::isSidebarShown() const
{
    return m_file.value("window/sidebar"_L1, true).toBool();
}

void Settings::setSidebarShown(bool shown)
{
    m_file.setValue("window/sidebar"_L1, shown);
}

bool Settings::isPricingPanelShown() const
{
    return m_file.value("window/pricingPanel"_L1, true).toBool();
}

void Settings::setPricingPanelShown(bool shown)
{
    m_file.setValue("window/pricingPanel"_L1, shown);
}

ConversationId Settings::lastConversation() const
{
    return {m_file.value("window/lastConversation"_L1).toLongLong()};
}

void Settings::setLastConversation(ConversationId id)
{
    m_file.setValue("window/lastConversation"_L1, id.value);
}

} // namespace pennyworth
