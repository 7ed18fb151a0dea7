// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

QString hashOf(const QString &text)
{
    constexpr int kHexDigits = 12;
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256)
                                   .toHex()
                                   .left(kHexDigits));
}

} // namespace

Paths Paths::fromEnvironment()
{
    const QString home = qEnvironmentVariable("PENNYWORTH_HOME");
    if (!home.isEmpty())
        return Paths(home);
    using enum QStandardPaths::StandardLocation;
    Paths paths;
    paths.m_data = QStandardPaths::writableLocation(GenericDataLocation) + u"/pennyworth"_s;
    paths.m_config = QStandardPaths::writableLocation(GenericConfigLocation) + u"/pennyworth"_s;
    paths.m_cache = QStandardPaths::writableLocation(GenericCacheLocation) + u"/pennyworth"_s;
    return paths;
}

Paths::Paths(const QString &home)
    : m_home(QDir(home).absolutePath())
    , m_data(m_home)
    , m_config(m_home)
    , m_cache(m_home + u"/cache"_s)
{
}

QString Paths::databaseFile() const
{
    return m_data + u"/pennyworth.sqlite"_s;
}

QString Paths::settingsFile() const
{
    return m_config + u"/settings.ini"_s;
}

QString Paths::servicesFile() const
{
    return m_config + u"/services.json"_s;
}

QString Paths::demonstrationFile() const
{
    return m_cache + u"/demonstration-context"_s;
}

QString Paths::keychainService() const
{
    return m_home.isEmpty() ? u"pennyworth"_s : u"pennyworth-"_s + hashOf(m_home);
}

QString Paths::windowSocket() const
{
    return u"pennyworth-"_s + hashOf(m_data);
}

} // namespace pennyworth
