// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/requestbuilder.h"

#include "api/jsontext.h"
#include "domain/decimal.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kUserAgent = "Pennyworth/" PENNYWORTH_VERSION;

enum class Prefix { No, Yes };

bool isPrefixCompletion(const ChatRequest &request)
{
    return request.continuesLast || !request.forcedPrefix.isEmpty();
}

/// A model that nobody described is taken to be told to reason like the provider's default one.
Model modelOf(const Provider &provider, const QString &id)
{
    if (const Model *known = provider.findModel(id))
        return *known;
    Model model{.id = id, .name = id};
    if (const Model *usual = provider.findModel(provider.defaultModel)) {
        model.thinkingSwitch = usual->thinkingSwitch;
        model.efforts = usual->efforts;
    }
    return model;
}

void appendMessage(QByteArray *json, QByteArrayView role, const QString &content,
    const QString &reasoning = {}, Prefix prefix = Prefix::No)
{
    json->append(json->endsWith('[') ? "{\"role\":\"" : ",{\"role\":\"");
    json->append(role);
    json->append("\",\"content\":");
    appendJsonString(json, content);
    if (!reasoning.isEmpty()) {
        json->append(",\"reasoning_content\":");
        appendJsonString(json, reasoning);
    }
    if (prefix == Prefix::Yes)
        json->append(",\"prefix\":true");
    json->append('}');
}

/// A reply without an answer would only confuse the model; an interrupted one is part of the
/// conversation.
bool isLeftOut(const Message &message)
{
    return message.role == Role::Assistant
        && (message.status == MessageStatus::Failed || message.text.isEmpty());
}

void appendContinued(
    QByteArray *json, const Provider &provider, const ChatRequest &request, const Message &message)
{
    const bool thinks = request.settings.thinking != Thinking::Off
        && modelOf(provider, request.settings.model).thinkingSwitch != ThinkingSwitch::None;
    appendMessage(
        json, "assistant", message.text, thinks ? message.reasoning : QString(), Prefix::Yes);
}

void appendMessages(QByteArray *json, const Provider &provider, const ChatRequest &request)
{
    json->append("\"messages\":[");
    if (!request.settings.systemPrompt.isEmpty())
        appendMessage(json, "system", request.settings.systemPrompt);
    for (const Message &message : request.branch) {
        const bool isContinued = request.continuesLast && &message == &request.branch.constLast();
        if (isContinued) {
            appendContinued(json, provider, request, message);
        } else if (message.role == Role::User) {
            appendMessage(json, "user", message.text);
        } else if (!isLeftOut(message)) {
            const bool passesBack = provider.reasoningPassBack == ReasoningPassBack::Always;
            appendMessage(
                json, "assistant", message.text, passesBack ? message.reasoning : QString());
        }
    }
    if (!request.continuesLast && !request.forcedPrefix.isEmpty())
        appendMessage(json, "assistant", request.forcedPrefix, {}, Prefix::Yes);
    json->append(']');
}

QByteArrayView effortWord(Effort effort)
{
    switch (effort) {
    case Effort::Default:
        return {};
    case Effort::Low:
        return "low";
    case Effort::High:
        return "high";
    case Effort::Max:
        return "max";
    }
    Q_UNREACHABLE();
}

void appendEffort(QByteArray *json, QByteArrayView field, QByteArrayView effort)
{
    if (effort.isEmpty())
        return;
    json->append(field);
    json->append(effort);
    json->append('"');
}

void appendThinking(QByteArray *json, const Model &model, const GenerationSettings &settings)
{
    const bool takesEffort =
        settings.thinking != Thinking::Off && model.efforts.contains(settings.effort);
    const QByteArrayView effort = takesEffort ? effortWord(settings.effort) : QByteArrayView();
    const bool isChosen = settings.thinking != Thinking::Default;
    const bool isOn = settings.thinking == Thinking::On;
    switch (model.thinkingSwitch) {
    case ThinkingSwitch::None:
        return;
    case ThinkingSwitch::ThinkingType:
        if (isChosen)
            json->append(isOn ? ",\"thinking\":{\"type\":\"enabled\"}"
                              : ",\"thinking\":{\"type\":\"disabled\"}");
        appendEffort(json, ",\"reasoning_effort\":\"", effort);
        return;
    case ThinkingSwitch::ReasoningEffort:
        appendEffort(json, ",\"reasoning_effort\":\"", effort);
        return;
    case ThinkingSwitch::ReasoningObject:
        if (!isChosen && effort.isEmpty())
            return;
        json->append(settings.thinking == Thinking::Off ? ",\"reasoning\":{\"enabled\":false"
                                                        : ",\"reasoning\":{\"enabled\":true");
        appendEffort(json, ",\"effort\":\"", effort);
        json->append('}');
        return;
    }
    Q_UNREACHABLE();
}

/// Where the service thinks by default, only an explicit "off" makes it listen to the temperature.
bool takesTemperature(const Model &model, const GenerationSettings &settings)
{
    return model.temperatureWhileThinking || settings.thinking == Thinking::Off;
}

void appendLimits(QByteArray *json, const Provider &provider, const Model &model,
    const GenerationSettings &settings)
{
    if (settings.temperatureHundredths && takesTemperature(model, settings)) {
        json->append(",\"temperature\":");
        json->append(formatDecimal(*settings.temperatureHundredths, 2).toLatin1());
    }
    if (settings.maxTokens) {
        const bool isOld = provider.maxTokensField == MaxTokensField::MaxTokens;
        json->append(isOld ? ",\"max_tokens\":" : ",\"max_completion_tokens\":");
        json->append(QByteArray::number(*settings.maxTokens));
    }
    if (settings.jsonMode && provider.takesJsonMode)
        json->append(",\"response_format\":{\"type\":\"json_object\"}");
}

Result<QUrl> endpoint(const QUrl &base, QLatin1StringView path)
{
    const bool isHttp = base.scheme() == "https"_L1 || base.scheme() == "http"_L1;
    if (!base.isValid() || !isHttp || base.host().isEmpty()) {
        return Error{.kind = ErrorKind::InvalidValue,
            .detail =
                QString("not a web address: "_L1 + base.toDisplayString(QUrl::RemoveUserInfo))};
    }
    QUrl url = base;
    QString whole = base.path(QUrl::FullyEncoded);
    while (whole.endsWith(u'/'))
        whole.chop(1);
    url.setPath(whole + path, QUrl::TolerantMode);
    return url;
}

/// What a key may consist of: anything else would not survive a header, or would smuggle in another
/// one.
bool isSendable(const QString &key)
{
    return std::ranges::all_of(key, [](QChar c) { return c > u' ' && c < QChar(0x7F); });
}

Result<WireRequest> wireRequest(
    const Provider &provider, const QUrl &base, QLatin1StringView path, const QString &key)
{
    const Result<QUrl> url = endpoint(base, path);
    if (url.hasError())
        return url.error();
    const QString trimmedKey = key.trimmed();
    if (!isSendable(trimmedKey))
        return Error{.kind = ErrorKind::InvalidValue,
            .detail = u"the API key holds characters that cannot be sent"_s};
    WireRequest request{
        .url = *url, .headers = {{"User-Agent", kUserAgent.toByteArray()}}, .body = {}};
    if (!trimmedKey.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + trimmedKey.toLatin1());
    request.headers += provider.extraHeaders;
    return request;
}

Result<WireRequest> documentRequest(
    const Provider &provider, QLatin1StringView path, const QString &key)
{
    Result<WireRequest> request = wireRequest(provider, provider.baseUrl, path, key);
    if (request.hasError())
        return request;
    WireRequest result = std::move(request).value();
    result.headers.emplaceBack("Accept", "application/json");
    return result;
}

} // namespace

QByteArray chatBody(const Provider &provider, const ChatRequest &request)
{
    const GenerationSettings &settings = request.settings;
    const Model model = modelOf(provider, settings.model);
    QByteArray json = "{\"model\":";
    appendJsonString(&json, settings.model);
    json.append(',');
    appendMessages(&json, provider, request);
    json.append(",\"stream\":true");
    if (provider.takesStreamOptions)
        json.append(",\"stream_options\":{\"include_usage\":true}");
    appendThinking(&json, model, settings);
    appendLimits(&json, provider, model, settings);
    json.append('}');
    return json;
}

Result<WireRequest> chatRequest(
    const Provider &provider, const ChatRequest &request, const QString &key)
{
    const bool isPrefix = isPrefixCompletion(request);
    if (isPrefix && (!provider.prefixCompletion || provider.betaUrl.isEmpty())) {
        return Error{.kind = ErrorKind::InvalidRequest,
            .detail = QString(provider.name + " cannot continue a given beginning"_L1)};
    }
    if (request.continuesLast
        && (request.branch.isEmpty() || request.branch.constLast().role != Role::Assistant))
        return Error{
            .kind = ErrorKind::InvalidRequest, .detail = u"there is no reply to continue"_s};
    const QUrl &base = isPrefix ? provider.betaUrl : provider.baseUrl;
    Result<WireRequest> wire = wireRequest(provider, base, "/chat/completions"_L1, key);
    if (wire.hasError())
        return wire;
    WireRequest result = std::move(wire).value();
    result.headers.emplaceBack("Accept", "text/event-stream");
    result.headers.emplaceBack("Content-Type", "application/json");
    result.body = chatBody(provider, request);
    return result;
}

Result<WireRequest> modelsRequest(const Provider &provider, const QString &key)
{
    return documentRequest(provider, "/models"_L1, key);
}

Result<WireRequest> balanceRequest(const Provider &provider, const QString &key)
{
    if (!provider.hasBalance)
        return Error{.kind = ErrorKind::InvalidRequest,
            .detail = QString(provider.name + " tells no balance"_L1)};
    return documentRequest(provider, "/user/balance"_L1, key);
}

} // namespace pennyworth
