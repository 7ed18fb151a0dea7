// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/eventstreamparser.h"
#include "api/replydecoder.h"
#include "api/replystream.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace pennyworth {

/// The body of a successful response: finds out whether it is an event stream, one JSON document or
/// something else, decodes it and judges how it ended. Memory is bounded whatever comes. No
/// QObject; one per response.
class ReplyBody final {
public:
    explicit ReplyBody(const Provider &provider);

    /// What these bytes complete. Errors inside the stream are not among the deltas: they end it,
    /// see end().
    QList<Delta> append(QByteArrayView bytes);
    /// The rest, once no more bytes come.
    QList<Delta> finish();

    [[nodiscard]] bool isOver() const; ///< nothing that may still come matters
    [[nodiscard]] bool hasEvent() const { return m_hasEvent; } ///< more than signs of life came
    [[nodiscard]] bool hasFinishReason() const { return m_finish.has_value(); }
    [[nodiscard]] bool wasUsed() const
    {
        return m_hasText || m_hasUsage;
    } ///< so the service will charge
    /// Signs of life so far: comments, and events that say nothing.
    [[nodiscard]] qint64 lifeSigns() const { return m_parser.commentCount() + m_emptyEvents; }

    /// How it ended, after finish(): the service's own error, or what is missing. `requestLeft` is
    /// left to the caller.
    [[nodiscard]] ReplyEnd end() const;

private:
    enum class Kind { Unknown, Events, Document, Foreign };

    bool findKind();
    void appendEvents(QByteArrayView bytes, QList<Delta> *deltas);
    void keepHead(QByteArrayView bytes, qsizetype most);
    [[nodiscard]] bool isForeign() const;
    void takeEvents(const QList<ServerEvent> &events, QList<Delta> *deltas);
    void take(QList<Delta> &&from, QList<Delta> *deltas);
    void note(const Delta &delta);
    void fail(const QString &detail);
    ReplyEnd endByFinishReason() const;

    EventStreamParser m_parser;
    ReplyDecoder m_decoder;
    Kind m_kind = Kind::Unknown;
    QByteArray m_head; // until the kind is known; afterwards a document, or the beginning of what
                       // is foreign
    std::optional<FinishDelta> m_finish;
    std::optional<Error> m_error; // the first
    qint64 m_size = 0; // of text, reasoning and tool calls, in characters
    qint64 m_emptyEvents = 0;
    bool m_hasEvent = false;
    bool m_hasText = false;
    bool m_hasUsage = false;
};

} // namespace pennyworth
