// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replydecoder.h"

#include "api/jsontext.h"
#include "api/serviceerror.h"
#include "api/usagefields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 256; // of what is kept in the ledger for ever

FinishReason finishReason(const QString &word)
{
    constexpr std::pair<QLatin1StringView, FinishReason> words[] = {{"stop"_L1, FinishReason::Stop},
        {"length"_L1, FinishReason::Length}, {"model_length"_L1, FinishReason::Length},
        {"content_filter"_L1, FinishReason::ContentFilter},
        {"tool_calls"_L1, FinishReason::ToolCalls}, {"function_call"_L1, FinishReason::ToolCalls},
        {"insufficient_system_resource"_L1, FinishReason::InsufficientResource}};
    for (const auto &[known, reason] : words) {
        if (word.compare(known, Qt::CaseInsensitive) == 0)
            return reason;
    }
    return FinishReason::Other;
}

/// `text` behind the half left over from the chunk before; a half at its end is left over for the
/// next one. What never finds its other half becomes U+FFFD.
QString joinHalves(const QString &text, QChar *half)
{
    QString joined;
    if (!half->isNull())
        joined += std::exchange(*half, QChar());
    joined += text;
    if (!joined.isEmpty() && joined.back().isHighSurrogate()) {
        *half = joined.back();
        joined.chop(1);
    }
    return wellFormed(joined);
}

QString textOfDetails(const QJsonArray &details)
{
    QString text;
    for (const QJsonValue &detail : details) {
        const QString words = detail["text"_L1].toString();
        text += words.isEmpty() ? detail["summary"_L1].toString() : words;
    }
    return text;
}

Error broken(const QByteArray &payload, const QString &why)
{
    const QString shown =
        QString::fromUtf8(payload.first(std::min<qsizetype>(payload.size(), 800)));
    return {.kind = ErrorKind::UnexpectedAnswer,
        .detail = shortened("broken JSON ("_L1 + why + "): "_L1 + shown),
        .status = 0,
        .charged = Charged::Maybe,
        .retryAfter = {}};
}

} // namespace

ReplyDecoder::ReplyDecoder(const Provider &provider)
    : m_provider(provider)
{
}

QList<Delta> ReplyDecoder::take(const ServerEvent &event)
{
    const QByteArray payload = event.payload.trimmed();
    // Some proxies wrap a comment as data; some services send data without anything in it.
    if (m_done || payload.isEmpty() || payload.startsWith(':'))
        return {};
    if (payload == "[DONE]") {
        m_done = true;
        return {};
    }
    if (event.type == "error")
        takeStreamError(payload);
    else
        takeJson(payload);
    return std::exchange(m_deltas, {});
}

QList<Delta> ReplyDecoder::takeDocument(const QByteArray &json)
{
    if (m_done)
        return {};
    takeJson(json.trimmed());
    m_done = true;
    return std::exchange(m_deltas, {});
}

QList<Delta> ReplyDecoder::finish()
{
    if (!std::exchange(m_reasoningHalf, QChar()).isNull())
        m_deltas.append(ReasoningDelta{QString(QChar::ReplacementCharacter)});
    if (!std::exchange(m_textHalf, QChar()).isNull())
        addText(QString(QChar::ReplacementCharacter));
    append(m_splitter.finish());
    return std::exchange(m_deltas, {});
}

void ReplyDecoder::takeJson(const QByteArray &json)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error == QJsonParseError::IllegalUTF8String) // one bad byte shall not cost the rest
        document = QJsonDocument::fromJson(QString::fromUtf8(json).toUtf8(), &error);
    if (document.isObject())
        takeAnswer(document.object());
    else if (document.isArray() && !serviceMessage(document.array()).isEmpty())
        takeError(document.array());
    else if (error.error == QJsonParseError::NoError)
        m_deltas.append(ErrorDelta{broken(json, u"no object"_s)});
    else
        m_deltas.append(ErrorDelta{broken(json, error.errorString())});
}

void ReplyDecoder::takeAnswer(const QJsonObject &answer)
{
    takeOrigin(answer);
    takeUsage(answer);
    const QJsonArray choices = answer["choices"_L1].toArray();
    for (const QJsonValue &choice : choices) {
        if (choice["index"_L1].toInt() == 0)
            takeChoice(choice.toObject());
    }
    const QJsonValue error = answer["error"_L1];
    if (!error.isUndefined() && !error.isNull() && error != QJsonValue(false))
        takeError(error);
    else if (!answer.contains("choices"_L1)
        && (answer.contains("message"_L1) || answer.contains("detail"_L1)))
        takeError(answer);
}

void ReplyDecoder::takeOrigin(const QJsonObject &answer)
{
    OriginDelta origin = m_origin;
    const auto update = [&answer](QLatin1StringView key, QString *field) {
        const QString value = answer[key].toString().left(kLongestName);
        if (!value.isEmpty())
            *field = value;
    };
    update("id"_L1, &origin.responseId);
    update("model"_L1, &origin.model);
    update("system_fingerprint"_L1, &origin.fingerprint);
    if (origin == m_origin)
        return;
    m_origin = origin;
    m_deltas.append(origin);
}

void ReplyDecoder::takeUsage(const QJsonObject &answer)
{
    // Top level by the protocol; Moonshot puts it into the choice, Groq into a field of its own.
    const QJsonValue places[] = {
        answer["usage"_L1], answer["choices"_L1][0]["usage"_L1], answer["x_groq"_L1]["usage"_L1]};
    for (const QJsonValue &place : places) {
        if (const auto delta = usageDelta(place, m_provider)) {
            m_deltas.append(*delta);
            return;
        }
    }
}

void ReplyDecoder::takeChoice(const QJsonObject &choice)
{
    const bool isPiece = choice["delta"_L1].isObject();
    const QJsonObject piece = choice[isPiece ? "delta"_L1 : "message"_L1].toObject();
    // A whole message behind the pieces only repeats them.
    if (isPiece || !m_hasText) {
        takeReasoning(piece);
        takeContent(piece["content"_L1]);
        addText(piece["refusal"_L1].toString());
        const QList<ToolCallDelta> calls = m_toolCalls.take(piece["tool_calls"_L1].toArray());
        std::ranges::copy(calls, std::back_inserter(m_deltas));
    }
    takeFinish(choice["finish_reason"_L1].toString());
    if (choice["error"_L1].isObject())
        takeError(choice["error"_L1]);
}

void ReplyDecoder::takeReasoning(const QJsonObject &piece)
{
    addReasoning(ReasoningSource::ReasoningContent, piece["reasoning_content"_L1].toString());
    addReasoning(ReasoningSource::Reasoning, piece["reasoning"_L1].toString());
    addReasoning(ReasoningSource::Details, textOfDetails(piece["reasoning_details"_L1].toArray()));
}

void ReplyDecoder::takeContent(const QJsonValue &content)
{
    addText(content.toString());
    const QJsonArray parts = content.toArray(); // Mistral
    for (const QJsonValue &part : parts) {
        if (part["type"_L1] == "thinking"_L1) {
            const QJsonValue thinking = part["thinking"_L1];
            addReasoning(ReasoningSource::Content,
                thinking.isString() ? thinking.toString() : textOfDetails(thinking.toArray()));
        } else {
            addText(part["text"_L1].toString());
        }
    }
}

void ReplyDecoder::takeFinish(const QString &written)
{
    const QString word = written.left(kLongestName);
    if (word.isEmpty() || word == m_finishWord)
        return;
    m_finishWord = word;
    m_deltas.append(FinishDelta{.reason = finishReason(word), .word = word});
}

void ReplyDecoder::takeStreamError(const QByteArray &payload)
{
    const QJsonDocument document = QJsonDocument::fromJson(payload);
    if (document.isObject())
        takeError(document.object());
    else if (document.isArray())
        takeError(document.array());
    else
        takeError(QString::fromUtf8(payload));
}

void ReplyDecoder::takeError(const QJsonValue &error)
{
    const QString message = serviceMessage(error);
    m_deltas.append(ErrorDelta{
        {.kind = saysContextTooLong(message) ? ErrorKind::ContextTooLong : ErrorKind::StreamError,
            .detail = shortened(message),
            .status = 0,
            .charged = Charged::Maybe,
            .retryAfter = {}}});
}

/// The first place where reasoning stands is the one that counts: OpenRouter repeats it in a second
/// one.
void ReplyDecoder::addReasoning(ReasoningSource source, const QString &text)
{
    if (text.isEmpty()
        || (m_reasoningSource != ReasoningSource::None && m_reasoningSource != source))
        return;
    if (std::exchange(m_reasoningSource, source) == ReasoningSource::None)
        append(
            m_splitter
                .finish()); // where reasoning has a place of its own, a tag in the answer is text
    const QString joined = joinHalves(text, &m_reasoningHalf);
    if (!joined.isEmpty())
        m_deltas.append(ReasoningDelta{joined});
}

void ReplyDecoder::addText(const QString &text)
{
    if (text.isEmpty())
        return;
    const QString joined = joinHalves(text, &m_textHalf);
    m_hasText = true;
    if (m_provider.splitsThinkTags)
        append(m_splitter.take(joined));
    else
        append({.reasoning = {}, .text = joined});
}

void ReplyDecoder::append(const ThinkSplitter::Pieces &pieces)
{
    if (!pieces.reasoning.isEmpty())
        m_deltas.append(ReasoningDelta{pieces.reasoning});
    if (!pieces.text.isEmpty())
        m_deltas.append(TextDelta{pieces.text});
}

} // namespace pennyworth
