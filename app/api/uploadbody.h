// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace pennyworth {

/// The body of a POST that can be read once only. Qt asks for it when the connection stands, so the
/// first `taken` says that the request begins to leave.
class UploadBody final : public QIODevice {
    Q_OBJECT

public:
    explicit UploadBody(const QByteArray &body, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool reset() override { return false; } // QIODevice would warn before it refuses
    qint64 bytesAvailable() const override;

signals:
    void taken(); ///< a part of it

protected:
    qint64 readData(char *target, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_body;
    qint64 m_position = 0;
};

} // namespace pennyworth
