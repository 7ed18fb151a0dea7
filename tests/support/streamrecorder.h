// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/replystream.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace pennyworth::test {

/// Owns a ReplyStream and writes down what it signals.
class StreamRecorder final : public QObject {
    Q_OBJECT

public:
    explicit StreamRecorder(std::unique_ptr<ReplyStream> stream);

    [[nodiscard]] ReplyStream &stream() const { return *m_stream; }
    void drop() { m_stream.reset(); }

    [[nodiscard]] const QStringList &order() const
    {
        return m_order;
    } ///< names of the signals, repeats once
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString reasoning() const;
    [[nodiscard]] const QList<Delta> &deltas() const { return m_deltas; }
    [[nodiscard]] int deltaSignals() const { return m_deltaSignals; }
    [[nodiscard]] int finishedCount() const { return m_finished; }
    [[nodiscard]] bool isFinished() const { return m_finished > 0; }
    [[nodiscard]] const ReplyEnd &end() const { return m_end; }

signals:
    void changed();

private:
    void note(const QString &name);

    std::unique_ptr<ReplyStream> m_stream;
    QStringList m_order;
    QList<Delta> m_deltas;
    ReplyEnd m_end;
    int m_deltaSignals = 0;
    int m_finished = 0;
};

} // namespace pennyworth::test
