// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryFile>

namespace pennyworth::test {

/// A pennyworth-simulator of its own process, fast unless told otherwise; ends with this.
class Service final {
public:
    /// `scenario` is the content of a scenario file, with ' for "; empty: nothing misbehaves.
    explicit Service(const QByteArray &scenario = {}, const QStringList &options = {});
    ~Service();

    [[nodiscard]] bool isRunning() const { return !m_address.isEmpty(); }
    [[nodiscard]] QString address() const { return m_address; } ///< "http://127.0.0.1:4711"
    /// `ask` at this service with a model it has.
    [[nodiscard]] QStringList ask(const QStringList &arguments) const;

private:
    QTemporaryFile m_scenario;
    QProcess m_process;
    QString m_address;
};

} // namespace pennyworth::test
