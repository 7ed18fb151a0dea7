// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/generationsettings.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace pennyworth {

/// Id of the built-in demonstration service. Its requests are labelled and stand in no total.
inline constexpr QLatin1StringView kDemonstrationProvider("demo");

/// Whether earlier reasoning is sent back with the history. (deepseek-api.md 4.9: R1-era services
/// answer 400 to it.)
enum class ReasoningPassBack { Never, Always };

/// How a model is told to reason or not.
enum class ThinkingSwitch {
    None, ///< nothing can be chosen
    ThinkingType, ///< "thinking": {"type": "enabled" | "disabled"} and "reasoning_effort" (DeepSeek
                  ///< V4+)
    ReasoningEffort, ///< "reasoning_effort" only (OpenAI)
    ReasoningObject, ///< "reasoning": {"enabled"…} (OpenRouter)
};

/// How a service takes the limit on the answer's length.
enum class MaxTokensField { MaxTokens, MaxCompletionTokens };

/// One model that a provider offers, as data (resources/providers/*.json or what its /models said).
struct Model {
    QString id; ///< as sent
    QString name; ///< as shown; the id where nothing better is known
    std::optional<qint64> contextTokens;
    std::optional<qint64> maxOutputTokens;
    ThinkingSwitch thinkingSwitch = ThinkingSwitch::None;
    QList<Effort> efforts; ///< empty where effort cannot be chosen
    bool temperatureWhileThinking = true; ///< false: ignored by the service while it thinks
    bool images = false;
    bool retired = false; ///< known from history, no longer offered

    bool operator==(const Model &) const = default;
};

/// A service that speaks the OpenAI chat-completions protocol, as data: where it is and how it
/// deviates.
struct Provider {
    QString id; ///< "deepseek"
    QString name; ///< "DeepSeek"
    QUrl baseUrl; ///< "/chat/completions" is appended to its path
    QUrl betaUrl; ///< for prefix completion; empty where there is none
    QUrl keyPage; ///< where a person gets a key
    QUrl topUpPage;
    QString keyVariable; ///< "DEEPSEEK_API_KEY"; empty where there is none
    bool isOwn = false; ///< set up by the user, so that its settings can be changed
    bool needsKey = true;
    bool billable = true; ///< false: demonstration and local services, no cost and no total
    bool reportsCost = false; ///< usage.cost is the amount charged (OpenRouter)
    bool hasBalance = false; ///< GET /user/balance
    bool takesStreamOptions = true;
    bool takesJsonMode = true;
    MaxTokensField maxTokensField = MaxTokensField::MaxTokens;
    ReasoningPassBack reasoningPassBack = ReasoningPassBack::Never;
    bool prefixCompletion = false;
    bool splitsThinkTags = false; ///< reasoning comes inside the content as <think>…</think>
    QString priceBookProvider; ///< whose price rows apply; empty where none do
    QString defaultModel;
    QList<Model> models; ///< known without asking
    QList<std::pair<QByteArray, QByteArray>> extraHeaders;

    bool operator==(const Provider &) const = default;
    /// The base URL without what may be secret in it: tells services apart whatever they are
    /// called.
    [[nodiscard]] QString address() const
    {
        return baseUrl.toString(
            QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::StripTrailingSlash);
    }
    [[nodiscard]] const Model *findModel(const QString &modelId) const
    {
        for (const Model &model : models) {
            if (model.id == modelId)
                return &model;
        }
        return nullptr;
    }
};

} // namespace pennyworth
