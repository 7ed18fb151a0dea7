// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/desktopappearance.h"

#include "theme/sessionbus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
const auto kService = "org.freedesktop.portal.Desktop"_L1;
const auto kPath = "/org/freedesktop/portal/desktop"_L1;
const auto kInterface = "org.freedesktop.portal.Settings"_L1;
const auto kGroup = "org.freedesktop.appearance"_L1;
const auto kGnome = "org.gnome.desktop.interface"_L1; // where older portals tell of motion

using Groups = QMap<QString, QVariantMap>;

} // namespace

void DesktopAppearance::start()
{
    if (!hasSessionBus())
        return;
    qDBusRegisterMetaType<Groups>();
    QDBusConnection bus = QDBusConnection::sessionBus();
    // The signature in moc's normal form, without spaces.
    // clang-format off
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
        SLOT(takeChange(QString,QString,QDBusVariant)));
    // clang-format on

    QDBusMessage question =
        QDBusMessage::createMethodCall(kService, kPath, kInterface, u"ReadAll"_s);
    question << QStringList{kGroup, kGnome};
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<Groups> answer = *watcher;
        if (answer.isError())
            return;
        const Groups groups = answer.value();
        for (const auto group : {kGroup, kGnome}) {
            const QVariantMap values = groups.value(group);
            for (auto it = values.cbegin(); it != values.cend(); ++it)
                take(it.key(), it.value());
        }
        announce();
    });
}

void DesktopAppearance::takeChange(
    const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != kGroup && group != kGnome)
        return;
    take(key, value.variant());
    announce();
}

void DesktopAppearance::take(const QString &key, const QVariant &value)
{
    if (key == "color-scheme"_L1)
        m_colorScheme = value.toUInt();
    else if (key == "contrast"_L1)
        m_contrast = value.toUInt();
    else if (key == "reduced-motion"_L1)
        m_reducedMotion = value.toUInt();
    else if (key == "enable-animations"_L1)
        m_animations = value.toBool();
}

void DesktopAppearance::announce()
{
    emit motionChanged(m_animations && m_reducedMotion != 1);
    if (m_contrast == 1)
        emit changed(ThemeChoice::HighContrast);
    else if (m_colorScheme == 1)
        emit changed(ThemeChoice::Dark);
    else if (m_colorScheme == 2)
        emit changed(ThemeChoice::Light);
    else
        emit changed(ThemeChoice::Desktop);
}

} // namespace pennyworth
