// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace pennyworth::test {

/// What a program that has ended left.
struct Run {
    int status = -1;
    bool crashed = false;
    QByteArray standard;
    QByteArray error;

    [[nodiscard]] QByteArray all() const { return standard + error; }
    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(standard).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(standard).array(); }
};

/// One user's world: a PENNYWORTH_HOME and a HOME of its own, no display, no session bus, no keys.
/// Starts pennyworth in it.
class Home final {
public:
    Home();

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("pennyworth")); }
    [[nodiscard]] QString databaseFile() const
    {
        return path() + QStringLiteral("/pennyworth.sqlite");
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); } ///< holds both homes
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    void setVariable(const QString &name, const QString &value)
    {
        m_environment.insert(name, value);
    }
    void setPath(const QString &path); ///< another PENNYWORTH_HOME

    /// Runs pennyworth to its end, at most a minute.
    [[nodiscard]] Run run(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    [[nodiscard]] static Run waitFor(QProcess &process);

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// Where the programs are; names end with the platform's suffix.
[[nodiscard]] QString programPath(const QString &name);

/// The tests run under sanitizers: everything takes a multiple of its time.
[[nodiscard]] bool isSanitized();

} // namespace pennyworth::test
