// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennyworth {

/// Where everything lies. PENNYWORTH_HOME puts all of it into one directory; otherwise the
/// platform's standard places are used (QStandardPaths).
class Paths final {
public:
    static Paths fromEnvironment();
    explicit Paths(const QString &home); ///< everything below `home`

    [[nodiscard]] QString dataFolder() const
    {
        return m_data;
    } ///< holds the database and the process locks
    [[nodiscard]] QString databaseFile() const;
    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString servicesFile() const; ///< what the user made of the services
    [[nodiscard]] QString cacheFolder() const { return m_cache; }
    /// What the demonstration service has read, as hashes: its context cache.
    [[nodiscard]] QString demonstrationFile() const;
    /// The name under which keys lie in the OS keychain: "pennyworth", with a hash of the home
    /// where that is not the standard one, so that a test or a second home never touches the user's
    /// keys.
    [[nodiscard]] QString keychainService() const;
    /// The name of the local socket by which a second start raises the first window of this home.
    [[nodiscard]] QString windowSocket() const;

private:
    Paths() = default;

    QString m_home; // empty where the standard places are used
    QString m_data;
    QString m_config;
    QString m_cache;
};

} // namespace pennyworth
