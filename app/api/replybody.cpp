// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replybody.h"

#include "api/serviceerror.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostForeign = 64 * 1024; // of a body that is not of this API
constexpr qsizetype kMostShown = 1024; // of what looked like an event stream and is none
constexpr qsizetype kLargestDocument = 16 * 1024 * 1024;
constexpr qint64 kLargestReply = 32 * 1024 * 1024; // characters: 64 MiB of text
constexpr QByteArrayView kByteOrderMark = "\xEF\xBB\xBF";

Error failure(ErrorKind kind, const QString &detail = {})
{
    return {
        .kind = kind, .detail = detail, .status = 0, .charged = Charged::Maybe, .retryAfter = {}};
}

/// An event that the end of the stream cut in two says nothing; how the connection ended does.
bool isTorn(const ServerEvent &event)
{
    return event.payload.trimmed() != "[DONE]" && QJsonDocument::fromJson(event.payload).isNull();
}

} // namespace

ReplyBody::ReplyBody(const Provider &provider)
    : m_decoder(provider)
{
}

QList<Delta> ReplyBody::append(QByteArrayView bytes)
{
    QList<Delta> deltas;
    switch (m_kind) {
    case Kind::Unknown:
        m_head.append(bytes);
        if (findKind() && m_kind == Kind::Events)
            appendEvents(std::exchange(m_head, {}), &deltas);
        break;
    case Kind::Events:
        appendEvents(bytes, &deltas);
        break;
    case Kind::Document:
        m_head.append(bytes);
        if (m_head.size() > kLargestDocument)
            fail(u"the answer is larger than 16 MiB"_s);
        break;
    case Kind::Foreign:
        keepHead(bytes, kMostForeign);
        break;
    }
    return deltas;
}

void ReplyBody::appendEvents(QByteArrayView bytes, QList<Delta> *deltas)
{
    takeEvents(m_parser.append(bytes), deltas);
    if (m_parser.isOverfull())
        fail(u"a line of the answer is longer than 16 MiB"_s);
    if (isForeign())
        keepHead(bytes, kMostShown);
}

void ReplyBody::keepHead(QByteArrayView bytes, qsizetype most)
{
    m_head.append(bytes.first(std::clamp<qsizetype>(most - m_head.size(), 0, bytes.size())));
}

/// Whether what came is no event stream although it might have been one.
bool ReplyBody::isForeign() const
{
    return m_kind == Kind::Foreign || (m_kind == Kind::Events && !m_hasEvent && lifeSigns() == 0);
}

QList<Delta> ReplyBody::finish()
{
    QList<Delta> deltas;
    if (m_kind == Kind::Events) {
        QList<ServerEvent> events = m_parser.finish();
        events.removeIf([](const ServerEvent &event) { return isTorn(event); });
        takeEvents(events, &deltas);
    } else if (m_kind == Kind::Document && !m_error)
        take(m_decoder.takeDocument(m_head), &deltas);
    take(m_decoder.finish(), &deltas);
    return deltas;
}

bool ReplyBody::isOver() const
{
    return m_decoder.isDone() || m_error
        || (m_kind == Kind::Foreign && m_head.size() >= kMostForeign);
}

/// False where more bytes are needed to know. Blank lines before a document keep the connection
/// alive.
bool ReplyBody::findKind()
{
    if (m_head.size() < kByteOrderMark.size() && kByteOrderMark.startsWith(m_head))
        return false;
    if (m_head.startsWith(kByteOrderMark))
        m_head.remove(0, kByteOrderMark.size());
    const auto isBlank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    const auto first = std::find_if_not(m_head.cbegin(), m_head.cend(), isBlank);
    m_head.remove(0, first - m_head.cbegin());
    if (m_head.isEmpty()) {
        ++m_emptyEvents;
        return false;
    }
    const char begin = m_head.front();
    if (begin == '{' || begin == '[')
        m_kind = Kind::Document;
    else
        m_kind = begin == '<' ? Kind::Foreign : Kind::Events;
    m_hasEvent = m_kind != Kind::Events;
    return true;
}

void ReplyBody::takeEvents(const QList<ServerEvent> &events, QList<Delta> *deltas)
{
    for (const ServerEvent &event : events) {
        if (m_error)
            return;
        const bool wasDone = m_decoder.isDone();
        QList<Delta> decoded = m_decoder.take(event);
        if (decoded.isEmpty() && !wasDone && !m_decoder.isDone())
            ++m_emptyEvents;
        else
            m_hasEvent = true;
        take(std::move(decoded), deltas);
    }
}

void ReplyBody::take(QList<Delta> &&from, QList<Delta> *deltas)
{
    for (Delta &delta : from) {
        note(delta);
        if (!std::holds_alternative<ErrorDelta>(delta))
            deltas->append(std::move(delta));
    }
    if (m_size > kLargestReply)
        fail(u"the answer is longer than 64 MiB"_s);
}

void ReplyBody::note(const Delta &delta)
{
    if (const auto *text = std::get_if<TextDelta>(&delta))
        m_size += text->text.size();
    else if (const auto *reasoning = std::get_if<ReasoningDelta>(&delta))
        m_size += reasoning->text.size();
    else if (const auto *call = std::get_if<ToolCallDelta>(&delta))
        m_size += call->id.size() + call->name.size() + call->arguments.size();
    else if (const auto *finish = std::get_if<FinishDelta>(&delta))
        m_finish = *finish;
    else if (const auto *error = std::get_if<ErrorDelta>(&delta))
        m_error = m_error.value_or(error->error);
    else if (std::holds_alternative<UsageDelta>(delta))
        m_hasUsage = true;
    m_hasText = m_size > 0;
}

void ReplyBody::fail(const QString &detail)
{
    if (!m_error)
        m_error = failure(ErrorKind::UnexpectedAnswer, detail);
}

ReplyEnd ReplyBody::end() const
{
    ReplyEnd end;
    if (m_error)
        end.error = m_error;
    else if (isForeign())
        end.error = failure(ErrorKind::UnexpectedAnswer, detailFromBody(m_head));
    else if (m_finish)
        return endByFinishReason();
    else if (!m_hasText)
        end.error = failure(ErrorKind::EmptyReply);
    else if (m_decoder.isDone())
        end.note = u"no finish_reason"_s;
    else
        end.error = failure(ErrorKind::IncompleteReply);
    return end;
}

ReplyEnd ReplyBody::endByFinishReason() const
{
    ReplyEnd end;
    const bool isDone = m_decoder.isDone();
    switch (m_finish->reason) {
    case FinishReason::InsufficientResource:
        end.error = failure(ErrorKind::Overloaded, m_finish->word);
        return end;
    case FinishReason::None:
    case FinishReason::Other:
        end.error = failure(ErrorKind::IncompleteReply, "finish_reason "_L1 + m_finish->word);
        return end;
    case FinishReason::Stop:
    case FinishReason::ToolCalls:
        if (!m_hasText)
            end.error = failure(ErrorKind::EmptyReply);
        break;
    case FinishReason::Length:
    case FinishReason::ContentFilter:
        break;
    }
    if (!isDone)
        end.note = u"no [DONE]"_s;
    return end;
}

} // namespace pennyworth
