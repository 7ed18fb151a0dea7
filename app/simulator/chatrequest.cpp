// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chatrequest.h"

#include "simulator/fieldreader.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostOutput = 393'216;
constexpr qsizetype kMostStops = 16;
constexpr qsizetype kMostTools = 128;
constexpr qsizetype kPromptRead = 4000;

std::variant<QJsonObject, ApiError> parseBody(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return invalidFormat(
            u"Failed to parse the request body as JSON: %1 at offset %2"_s.arg(error.errorString())
                .arg(error.offset));
    if (!document.isObject())
        return invalidFormat(u"Failed to parse the request body as JSON: expected a map"_s);
    return document.object();
}

QString deserializeProblem(const QString &problem)
{
    if (problem.startsWith("Invalid "_L1))
        return problem;
    return u"Failed to deserialize the JSON body into the target type: "_s + problem;
}

void readStops(FieldReader &fields, QStringList &stop)
{
    const QJsonValue value = fields.value("stop"_L1);
    if (value.isString()) {
        stop = {value.toString()};
    } else if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue &entry : list) {
            if (!entry.isString())
                fields.fail(u"stop: invalid type: expected a string or a sequence of strings"_s);
            stop.append(entry.toString());
        }
    } else if (!value.isUndefined()) {
        fields.fail(u"stop: invalid type: expected a string or a sequence of strings"_s);
    }
    if (stop.size() > kMostStops)
        fields.fail(u"Invalid stop value, at most %1 sequences are allowed"_s.arg(kMostStops));
    stop.removeAll(QString());
}

CompletionOptions readOptions(FieldReader &fields, QString &problem)
{
    CompletionOptions options;
    fields.require("model"_L1);
    options.model = fields.string("model"_L1).value_or(QString());
    options.stream = fields.boolean("stream"_L1).value_or(false);
    if (const auto streamOptions = fields.object("stream_options"_L1)) {
        if (!options.stream)
            fields.fail(u"Invalid stream_options value, it is allowed only with stream=true"_s);
        FieldReader inner(*streamOptions, u"stream_options."_s, problem);
        options.includeUsage = inner.boolean("include_usage"_L1).value_or(false);
    }
    options.maxTokens = fields.integer("max_tokens"_L1, 1, kMostOutput);
    if (!options.maxTokens)
        options.maxTokens = fields.integer("max_completion_tokens"_L1, 1, kMostOutput);
    readStops(fields, options.stop);
    fields.number("temperature"_L1, 0, 2);
    fields.number("top_p"_L1, 0, 1);
    fields.number("frequency_penalty"_L1, -2, 2);
    fields.number("presence_penalty"_L1, -2, 2);
    return options;
}

std::optional<WireRole> roleFrom(const QString &name)
{
    if (name == "system"_L1)
        return WireRole::System;
    if (name == "user"_L1)
        return WireRole::User;
    if (name == "assistant"_L1)
        return WireRole::Assistant;
    if (name == "tool"_L1)
        return WireRole::Tool;
    return std::nullopt;
}

void readContent(FieldReader &fields, WireMessage &message, QString &problem)
{
    const QJsonValue content = fields.value("content"_L1);
    if (content.isString()) {
        message.content = content.toString();
    } else if (content.isArray()) {
        const QJsonArray parts = content.toArray();
        for (qsizetype i = 0; i < parts.size(); ++i) {
            FieldReader part(parts.at(i).toObject(),
                fields.placeOf("content"_L1) + u'[' + QString::number(i) + u"]."_s, problem);
            const QString type = part.string("type"_L1).value_or(QString());
            if (type == "text"_L1)
                message.content += part.string("text"_L1).value_or(QString());
            else if (type == "image_url"_L1)
                ++message.images;
            else
                part.fail(part.placeOf("type"_L1)
                    + u": unknown variant `%1`, expected `text` or `image_url`"_s.arg(type));
        }
    } else if (content.isUndefined() && message.role != WireRole::Assistant) {
        fields.require("content"_L1);
    } else if (!content.isUndefined()) {
        fields.fail(
            fields.placeOf("content"_L1) + u": invalid type: expected a string or a sequence"_s);
    }
}

QList<WireToolCall> readToolCalls(FieldReader &fields, QString &problem)
{
    QList<WireToolCall> calls;
    const QJsonArray list = fields.array("tool_calls"_L1).value_or(QJsonArray());
    calls.reserve(list.size());
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = fields.placeOf("tool_calls"_L1) + u'[' + QString::number(i) + u"]."_s;
        FieldReader call(list.at(i).toObject(), place, problem);
        call.require("id"_L1);
        call.require("function"_L1);
        FieldReader function(
            call.object("function"_L1).value_or(QJsonObject()), place + u"function."_s, problem);
        function.require("name"_L1);
        calls.append({.id = call.string("id"_L1).value_or(QString()),
            .name = function.string("name"_L1).value_or(QString()),
            .arguments = function.string("arguments"_L1).value_or(QString())});
    }
    return calls;
}

WireMessage readMessage(FieldReader fields, QString &problem)
{
    WireMessage message;
    fields.require("role"_L1);
    const QString roleName = fields.string("role"_L1).value_or(QString());
    const std::optional<WireRole> role = roleFrom(roleName);
    if (!role)
        fields.fail(fields.placeOf("role"_L1)
            + u": unknown variant `%1`, expected one of `system`, `user`, `assistant`, `tool`"_s
                  .arg(roleName));
    message.role = role.value_or(WireRole::User);
    readContent(fields, message, problem);
    if (message.role == WireRole::Tool)
        fields.require("tool_call_id"_L1);
    if (message.role == WireRole::Assistant) {
        message.reasoning = fields.string("reasoning_content"_L1);
        message.prefix = fields.boolean("prefix"_L1).value_or(false);
        message.toolCalls = readToolCalls(fields, problem);
    }
    return message;
}

void readTools(FieldReader &fields, ChatRequest &request, QString &problem)
{
    static const QRegularExpression validName(u"\\A[A-Za-z0-9_-]{1,64}\\z"_s);
    const QJsonArray list = fields.array("tools"_L1).value_or(QJsonArray());
    if (list.size() > kMostTools)
        fields.fail(u"Invalid tools value, at most %1 functions are allowed"_s.arg(kMostTools));
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = u"tools[%1]."_s.arg(i);
        FieldReader tool(list.at(i).toObject(), place, problem);
        tool.require("function"_L1);
        FieldReader function(
            tool.object("function"_L1).value_or(QJsonObject()), place + u"function."_s, problem);
        const QString name = function.string("name"_L1).value_or(QString());
        if (!validName.match(name).hasMatch())
            function.fail(u"Invalid %1 value, expected [A-Za-z0-9_-]{1,64}"_s.arg(
                function.placeOf("name"_L1)));
        request.tools.append({.name = name,
            .description = function.string("description"_L1).value_or(QString()),
            .parameters = function.object("parameters"_L1).value_or(QJsonObject())});
    }
    request.toolChoice = request.tools.isEmpty() ? ToolChoice::None : ToolChoice::Auto;
}

void readToolChoice(FieldReader &fields, ChatRequest &request)
{
    const QJsonValue choice = fields.value("tool_choice"_L1);
    if (choice.isUndefined())
        return;
    if (choice == QJsonValue("none"_L1)) {
        request.toolChoice = ToolChoice::None;
    } else if (choice == QJsonValue("required"_L1) && !request.tools.isEmpty()) {
        request.toolChoice = ToolChoice::Required;
    } else if (choice.isObject()) {
        request.forcedTool = choice[u"function"][u"name"].toString();
        const auto isForced = [&request](
                                  const WireTool &tool) { return tool.name == request.forcedTool; };
        if (std::none_of(request.tools.cbegin(), request.tools.cend(), isForced))
            fields.fail(
                u"Invalid tool_choice value, there is no function `%1`"_s.arg(request.forcedTool));
        request.toolChoice = ToolChoice::Required;
    } else if (choice != QJsonValue("auto"_L1)) {
        fields.fail(
            u"Invalid tool_choice value, expected none, auto, required with tools, or a function"_s);
    }
}

void readModes(FieldReader &fields, ChatRequest &request, QString &problem)
{
    static const QRegularExpression validUser(u"\\A[A-Za-z0-9_-]{1,512}\\z"_s);
    if (const auto thinking = fields.object("thinking"_L1)) {
        FieldReader inner(*thinking, u"thinking."_s, problem);
        const QString type = inner.string("type"_L1).value_or(u"enabled"_s);
        if (type != "enabled"_L1 && type != "disabled"_L1)
            fields.fail(
                u"thinking.type: unknown variant `%1`, expected `enabled` or `disabled`"_s.arg(
                    type));
        request.thinking = type == "enabled"_L1;
    }
    // Before V4 the name decided, not a switch.
    if (request.options.model == "deepseek-chat"_L1 || request.options.model == "deepseek-coder"_L1)
        request.thinking = false;
    else if (request.options.model == "deepseek-reasoner"_L1)
        request.thinking = true;
    const QString effort = fields.string("reasoning_effort"_L1).value_or(u"high"_s);
    if (!QStringList{u"minimal"_s, u"low"_s, u"medium"_s, u"high"_s, u"xhigh"_s, u"max"_s}.contains(
            effort))
        fields.fail(
            u"reasoning_effort: unknown variant `%1`, expected one of `low`, `high`, `max`"_s.arg(
                effort));
    if (const auto format = fields.object("response_format"_L1)) {
        FieldReader inner(*format, u"response_format."_s, problem);
        const QString type = inner.string("type"_L1).value_or(u"text"_s);
        if (type != "text"_L1 && type != "json_object"_L1)
            fields.fail(
                u"response_format.type: unknown variant `%1`, expected `text` or `json_object`"_s
                    .arg(type));
        request.jsonMode = type == "json_object"_L1;
    }
    const bool logprobs = fields.boolean("logprobs"_L1).value_or(false);
    if (fields.integer("top_logprobs"_L1, 0, 20) && !logprobs)
        fields.fail(
            u"Invalid top_logprobs value, logprobs must be true when top_logprobs is set"_s);
    request.userId = fields.string("user_id"_L1).value_or(QString());
    if (!request.userId.isEmpty() && !validUser.match(request.userId).hasMatch())
        fields.fail(u"Invalid user_id value, expected [A-Za-z0-9_-]{1,512}"_s);
}

/// What is wrong with messages that are each well formed; empty where nothing is. Answers 400.
QString conversationProblem(const ChatRequest &request, Endpoint endpoint)
{
    QSet<QString> askedCalls;
    for (qsizetype i = 0; i < request.messages.size(); ++i) {
        const WireMessage &message = request.messages.at(i);
        const bool isLast = i + 1 == request.messages.size();
        if (message.prefix && endpoint == Endpoint::Stable)
            return u"The `prefix` parameter is a beta feature: set the base URL to .../beta to use it"_s;
        if (message.prefix && !isLast)
            return u"Only the last message may have `prefix` set"_s;
        for (const WireToolCall &call : message.toolCalls)
            askedCalls.insert(call.id);
        if (message.role == WireRole::Tool && askedCalls.isEmpty())
            return u"Messages with role 'tool' must be a response to a preceding message with 'tool_calls'"_s;
        const bool mustReason = request.thinking && !request.tools.isEmpty() && !message.prefix;
        if (mustReason && message.role == WireRole::Assistant && !message.reasoning)
            return u"The `reasoning_content` in the thinking mode must be passed back to the API."_s;
    }
    return {};
}

} // namespace

QString ChatRequest::lastPrompt() const
{
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        if (message->role == WireRole::User)
            return message->content.left(kPromptRead);
    }
    return messages.first().content.left(kPromptRead);
}

std::variant<ChatRequest, ApiError> parseChatRequest(const QByteArray &body, Endpoint endpoint)
{
    const auto parsed = parseBody(body);
    if (const auto *error = std::get_if<ApiError>(&parsed))
        return *error;
    QString problem;
    FieldReader fields(std::get<QJsonObject>(parsed), {}, problem);

    ChatRequest request;
    request.options = readOptions(fields, problem);
    fields.require("messages"_L1);
    const QJsonArray messages = fields.array("messages"_L1).value_or(QJsonArray());
    for (qsizetype i = 0; i < messages.size() && problem.isEmpty(); ++i)
        request.messages.append(
            readMessage({messages.at(i).toObject(), u"messages[%1]."_s.arg(i), problem}, problem));
    readTools(fields, request, problem);
    readToolChoice(fields, request);
    readModes(fields, request, problem);
    if (!problem.isEmpty())
        return invalidParameter(deserializeProblem(problem));
    if (request.messages.isEmpty())
        return invalidFormat(u"Empty input messages"_s);
    if (const QString wrong = conversationProblem(request, endpoint); !wrong.isEmpty())
        return invalidFormat(wrong);
    return request;
}

std::variant<FillRequest, ApiError> parseFillRequest(const QByteArray &body)
{
    const auto parsed = parseBody(body);
    if (const auto *error = std::get_if<ApiError>(&parsed))
        return *error;
    QString problem;
    FieldReader fields(std::get<QJsonObject>(parsed), {}, problem);

    FillRequest request;
    request.options = readOptions(fields, problem);
    fields.require("prompt"_L1);
    request.prompt = fields.string("prompt"_L1).value_or(QString());
    request.suffix = fields.string("suffix"_L1).value_or(QString());
    request.echo = fields.boolean("echo"_L1).value_or(false);
    fields.integer("logprobs"_L1, 0, 20);
    if (!problem.isEmpty())
        return invalidParameter(deserializeProblem(problem));
    return request;
}

} // namespace pennyworth::simulated
