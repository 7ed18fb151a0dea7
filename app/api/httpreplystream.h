// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connectionpool.h"
#include "api/exchangerecord.h"
#include "api/replybody.h"
#include "api/replystream.h"
#include "api/transport.h"
#include "api/wirerequest.h"

#include <QByteArray>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace pennyworth {

/// The ReplyStream of a real connection. What the network says is noted at once and signalled from
/// one queued flush(), so that a receiver may delete the stream in any of its signals.
class HttpReplyStream final : public ReplyStream {
    Q_OBJECT

public:
    HttpReplyStream(ConnectionPool *pool, const WireRequest &request, const Provider &provider,
        Watchdogs watchdogs);
    ~HttpReplyStream() override;

    void cancel() override;
    [[nodiscard]] ReceivedResponse received() const override
    {
        return m_record.response(m_request);
    }

private:
    enum class Phase { Connecting, Sending, Waiting, Streaming, Ending };

    void noteUpload();
    void noteSent();
    void noteHead();
    void read();
    void readAnswer(const QByteArray &bytes);
    void readError(const QByteArray &bytes);
    void readEnd();
    void giveUp();
    void prod();

    void enter(Phase phase);
    void end(const Error &error);
    void end(ReplyEnd end);
    void add(QList<Delta> &&deltas);
    void schedule();
    void flush();
    void release();
    [[nodiscard]] Charged charged() const;

    const WireRequest m_request;
    const Watchdogs m_watchdogs;
    const QPointer<ConnectionPool> m_pool;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QNetworkReply *m_reply = nullptr; // owned, until release()
    QTimer m_watchdog;
    QTimer m_prodTimer; // runs from the head to the end of the answer
    Phase m_phase = Phase::Connecting;
    ReplyBody m_body;
    ResponseRecord m_record;
    QByteArray m_errorBody;
    QStringList m_certificateProblems;
    bool m_left = false; // a part of the request has left this computer

    // What flush() has to signal.
    bool m_isSent = false;
    bool m_sentIsTold = false;
    bool m_firstByteIsNew = false;
    bool m_hasFirstByte = false;
    qint64 m_lifeSignsTold = 0;
    QList<Delta> m_deltas;
    std::optional<ReplyEnd> m_end;
    bool m_isScheduled = false;
    bool m_isFinished = false;
};

} // namespace pennyworth
