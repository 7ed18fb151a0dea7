// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/apierror.h"
#include "simulator/prefixcache.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace pennyworth::simulated {

enum class WireRole { System, User, Assistant, Tool };

struct WireToolCall {
    QString id;
    QString name;
    QString arguments; ///< JSON as text
};

/// A message of a request, as far as the service looks at it.
struct WireMessage {
    WireRole role = WireRole::User;
    QString content; ///< the texts of all parts
    std::optional<QString> reasoning;
    QList<WireToolCall> toolCalls;
    bool prefix = false;
    int images = 0;
};

struct WireTool {
    QString name;
    QString description;
    QJsonObject parameters; ///< JSON Schema
};

enum class ToolChoice { None, Auto, Required };

/// Where a request came in: some features exist under /beta only.
enum class Endpoint { Stable, Beta };

/// What both kinds of completion take.
struct CompletionOptions {
    QString model;
    bool stream = false;
    bool includeUsage = false;
    std::optional<qint64> maxTokens;
    QStringList stop;
};

/// A valid POST /chat/completions.
struct ChatRequest {
    CompletionOptions options;
    QList<WireMessage> messages;
    bool thinking = true;
    bool jsonMode = false;
    QList<WireTool> tools;
    ToolChoice toolChoice = ToolChoice::None;
    QString forcedTool; ///< the function that has to be called; empty: any
    QString userId;

    [[nodiscard]] bool continuesPrefix() const { return messages.last().prefix; }
    /// The text of the latest message of the user, at most its first 4,000 characters: more is not
    /// needed to choose an answer, and prompts may be megabytes.
    [[nodiscard]] QString lastPrompt() const;
};

/// A valid POST /beta/completions: fill in the middle.
struct FillRequest {
    CompletionOptions options;
    QString prompt;
    QString suffix;
    bool echo = false;
};

/// Reads and checks a body as the service documents it
/// (api-docs.deepseek.com/api/create-chat-completion); what is not documented is ignored. The
/// model's name is not checked here.
[[nodiscard]] std::variant<ChatRequest, ApiError> parseChatRequest(
    const QByteArray &body, Endpoint endpoint);
[[nodiscard]] std::variant<FillRequest, ApiError> parseFillRequest(const QByteArray &body);

/// A prompt as the model reads it.
struct RenderedPrompt {
    TokenTrail trail;
    qint64 userInputEnd = 0; ///< tokens before the mark that asks the model to answer
};

/// One mark at the begin and one before each message, an end mark behind each finished answer, and
/// one mark that asks for the answer. Reasoning of earlier turns is read only where there are
/// tools.
[[nodiscard]] RenderedPrompt renderPrompt(const ChatRequest &request);
/// The same with the model's answer behind it: the next request of the conversation begins with the
/// first `userInputEnd` tokens of it.
[[nodiscard]] RenderedPrompt renderAnswered(const ChatRequest &request, const WireMessage &answer);

} // namespace pennyworth::simulated
