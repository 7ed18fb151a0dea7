// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/completionformat.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFingerprint = "fp_pennyworth_simulator"_L1;

QByteArray eventOf(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

// Keys stand in the order of the real service's chunks; QJsonObject would sort them, and costs more
// than the whole rest at thousands of tokens a second.
QByteArray deltaOf(const Piece &piece, const Answer &answer, bool thinking)
{
    switch (piece.kind) {
    case PieceKind::Reasoning:
        return R"({"content":null,"reasoning_content":)" + jsonString(piece.text) + '}';
    case PieceKind::Content:
        return R"({"content":)" + jsonString(piece.text)
            + (thinking ? R"(,"reasoning_content":null})" : "}");
    case PieceKind::CallBegin: {
        const WireToolCall &call = answer.toolCalls.at(piece.call);
        return R"({"tool_calls":[{"index":)" + QByteArray::number(piece.call) + R"(,"id":)"
            + jsonString(call.id) + R"(,"type":"function","function":{"name":)"
            + jsonString(call.name) + R"(,"arguments":""}}]})";
    }
    case PieceKind::CallArguments:
        return R"({"tool_calls":[{"index":)" + QByteArray::number(piece.call)
            + R"(,"function":{"arguments":)" + jsonString(piece.text) + "}}]}";
    }
    return "{}";
}

QJsonObject messageOf(const Answer &answer, bool thinking)
{
    QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, answer.content}};
    if (thinking)
        message.insert(u"reasoning_content"_s, answer.reasoning);
    QJsonArray calls;
    for (const WireToolCall &call : answer.toolCalls) {
        const QJsonObject function{{u"name"_s, call.name}, {u"arguments"_s, call.arguments}};
        calls.append(QJsonObject{{u"index"_s, calls.size()}, {u"id"_s, call.id},
            {u"type"_s, u"function"_s}, {u"function"_s, function}});
    }
    if (!calls.isEmpty())
        message.insert(u"tool_calls"_s, calls);
    return message;
}

} // namespace

QByteArray jsonString(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    out.reserve(utf8.size() + 8);
    out += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            out.append('\\').append(c);
        else if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20)
            out += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
        else
            out += c;
    }
    return out += '"';
}

CompletionFormat::CompletionFormat(CompletionIdentity identity, const Fault &fault)
    : m_identity(std::move(identity))
    , m_usagePlace(fault.usagePlace)
    , m_usageChanges(fault.usage)
    , m_sendsDone(fault.sendsDone)
{
    const bool isChat = m_identity.kind == CompletionKind::Chat;
    m_start = R"({"id":)" + jsonString(m_identity.id) + R"(,"object":)"
        + (isChat ? R"("chat.completion.chunk")" : R"("text_completion")") + R"(,"created":)"
        + QByteArray::number(m_identity.created) + R"(,"model":)" + jsonString(m_identity.model)
        + R"(,"system_fingerprint":)" + jsonString(QString(kFingerprint)) + R"(,"choices":)";
}

QJsonObject CompletionFormat::usageObject(const CompletionUsage &usage) const
{
    QJsonObject object{{u"prompt_tokens"_s, usage.hit + usage.miss},
        {u"completion_tokens"_s, usage.completion},
        {u"total_tokens"_s, usage.hit + usage.miss + usage.completion},
        {u"prompt_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, usage.hit}}},
        {u"prompt_cache_hit_tokens"_s, usage.hit}, {u"prompt_cache_miss_tokens"_s, usage.miss}};
    if (m_identity.thinking)
        object.insert(
            u"completion_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, usage.reasoning}});
    for (auto change = m_usageChanges.begin(); change != m_usageChanges.end(); ++change)
        object.insert(change.key(), change.value());
    return object;
}

QByteArray CompletionFormat::usageText(const CompletionUsage &usage) const
{
    return QJsonDocument(usageObject(usage)).toJson(QJsonDocument::Compact);
}

QByteArray CompletionFormat::chunk(const QByteArray &choices, const QByteArray &usage) const
{
    return eventOf(
        m_start + choices + (usage.isEmpty() ? QByteArray() : R"(,"usage":)" + usage) + '}');
}

QByteArray CompletionFormat::choice(
    const QByteArray &deltaOrText, const QByteArray &finishReason) const
{
    return (m_identity.kind == CompletionKind::Chat ? R"([{"index":0,"delta":)"
                                                    : R"([{"index":0,"text":)")
        + deltaOrText + R"(,"logprobs":null,"finish_reason":)" + finishReason + "}]";
}

/// Of a chunk that is not the finishing one.
QByteArray CompletionFormat::middleUsage(const CompletionUsage &usage) const
{
    if (m_usagePlace == UsagePlace::EveryChunk)
        return usageText(usage);
    return m_identity.includeUsage ? QByteArray("null") : QByteArray();
}

QByteArray CompletionFormat::roleEvent(const CompletionUsage &usage) const
{
    const QByteArray delta = m_identity.thinking
        ? R"({"role":"assistant","content":null,"reasoning_content":""})"
        : R"({"role":"assistant","content":""})";
    return chunk(choice(delta, "null"), middleUsage(usage));
}

QByteArray CompletionFormat::event(
    const Piece &piece, const Answer &answer, const CompletionUsage &usage) const
{
    const QByteArray content = m_identity.kind == CompletionKind::Chat
        ? deltaOf(piece, answer, m_identity.thinking)
        : jsonString(piece.text);
    return chunk(choice(content, "null"), middleUsage(usage));
}

QByteArray CompletionFormat::endEvents(
    const QString &finishReason, const CompletionUsage &usage) const
{
    const bool onFinish =
        m_usagePlace == UsagePlace::FinishingChunk || m_usagePlace == UsagePlace::EveryChunk;
    const QByteArray nothing =
        m_identity.kind == CompletionKind::Chat ? R"({"content":"","role":null})" : R"("")";
    QByteArray events = chunk(choice(nothing, jsonString(finishReason)),
        onFinish ? usageText(usage) : middleUsage(usage));
    if (m_usagePlace == UsagePlace::ExtraChunk)
        events += chunk("[]", usageText(usage));
    if (m_sendsDone)
        events += "data: [DONE]\n\n";
    return events;
}

QByteArray CompletionFormat::failureEvent(const QJsonObject &error) const
{
    return eventOf(QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact));
}

QByteArray CompletionFormat::whole(const Answer &answer, const CompletionUsage &usage) const
{
    const bool isChat = m_identity.kind == CompletionKind::Chat;
    QJsonObject choice{{u"index"_s, 0}, {u"logprobs"_s, QJsonValue::Null},
        {u"finish_reason"_s, answer.finishReason}};
    if (isChat)
        choice.insert(u"message"_s, messageOf(answer, m_identity.thinking));
    else
        choice.insert(u"text"_s, answer.content);
    QJsonObject object{{u"id"_s, m_identity.id},
        {u"object"_s, isChat ? u"chat.completion"_s : u"text_completion"_s},
        {u"created"_s, m_identity.created}, {u"model"_s, m_identity.model},
        {u"system_fingerprint"_s, QString(kFingerprint)}, {u"choices"_s, QJsonArray{choice}}};
    if (m_usagePlace != UsagePlace::Missing)
        object.insert(u"usage"_s, usageObject(usage));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace pennyworth::simulated
