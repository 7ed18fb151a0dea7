// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chatrequest.h"

#include <QJsonDocument>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t kBegin = u'b';
constexpr char16_t kTools = u't';
constexpr char16_t kImage = u'i';
constexpr char16_t kReasoningEnd = u'r';
constexpr char16_t kCall = u'c';
constexpr char16_t kAnswer = u'A';
constexpr char16_t kAnswerEnd = u'e';

// At most 384 tokens an image (api-docs.deepseek.com/guides/vision); this service looks at none and
// counts them all alike.
constexpr int kTokensPerImage = 384;

char16_t markOf(WireRole role)
{
    switch (role) {
    case WireRole::System:
        return u'S';
    case WireRole::User:
        return u'U';
    case WireRole::Assistant:
        return kAnswer;
    case WireRole::Tool:
        return u'T';
    }
    return u'U';
}

void appendTools(TokenTrail &trail, const QList<WireTool> &tools)
{
    for (const WireTool &tool : tools) {
        trail.appendMark(kTools);
        trail.append(tool.name);
        trail.append(tool.description);
        trail.append(
            QString::fromUtf8(QJsonDocument(tool.parameters).toJson(QJsonDocument::Compact)));
    }
}

void appendText(TokenTrail &trail, const WireMessage &message, bool withReasoning)
{
    if (withReasoning && message.reasoning && !message.reasoning->isEmpty()) {
        trail.append(*message.reasoning);
        trail.appendMark(kReasoningEnd);
    }
    trail.append(message.content);
    for (int i = 0; i < message.images * kTokensPerImage; ++i)
        trail.appendMark(kImage);
    for (const WireToolCall &call : message.toolCalls) {
        trail.appendMark(kCall);
        trail.append(call.name);
        trail.append(call.arguments);
    }
}

void appendMessage(TokenTrail &trail, const WireMessage &message, bool withReasoning)
{
    trail.appendMark(markOf(message.role));
    appendText(trail, message, withReasoning);
    if (message.role == WireRole::Assistant && !message.prefix)
        trail.appendMark(kAnswerEnd);
}

} // namespace

RenderedPrompt renderPrompt(const ChatRequest &request)
{
    RenderedPrompt prompt;
    prompt.trail.appendMark(kBegin);
    appendTools(prompt.trail, request.tools);
    for (const WireMessage &message : request.messages) {
        if (message.prefix)
            prompt.userInputEnd = prompt.trail.size();
        appendMessage(prompt.trail, message, !request.tools.isEmpty() || message.prefix);
    }
    if (!request.continuesPrefix()) {
        prompt.userInputEnd = prompt.trail.size();
        prompt.trail.appendMark(kAnswer);
    }
    return prompt;
}

RenderedPrompt renderAnswered(const ChatRequest &request, const WireMessage &answer)
{
    ChatRequest answered = request;
    if (request.continuesPrefix()) {
        WireMessage &message = answered.messages.last();
        message.content += answer.content;
        message.prefix = false;
    } else {
        answered.messages.append(answer);
    }
    return renderPrompt(answered);
}

} // namespace pennyworth::simulated
