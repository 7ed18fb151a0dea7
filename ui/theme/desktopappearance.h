// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/settings.h"

#include <QDBusVariant>
#include <QObject>
#include <QVariantMap>

namespace pennyworth {

/// What the desktop wants the interface to look like, asked of the XDG settings portal
/// (org.freedesktop.appearance) without waiting for it. Where there is no portal nothing is ever
/// said. Owned by Theme, main thread.
class DesktopAppearance final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void
    start(); ///< asks, and goes on listening; after the first paint, since it opens the session bus

signals:
    /// Light, Dark or HighContrast; Desktop where the desktop has no preference.
    void changed(pennyworth::ThemeChoice wanted);
    void motionChanged(bool wanted); ///< whether things may move; not said: they may

private slots:
    void takeChange(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QString &key, const QVariant &value);
    void announce();

    uint m_colorScheme = 0; // 0 no preference, 1 dark, 2 light
    uint m_contrast = 0; // 1 high
    uint m_reducedMotion = 0; // 1 reduced
    bool m_animations = true;
};

} // namespace pennyworth
