// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QUrl>

#include <array>
#include <optional>

namespace pennyworth {

/// A word of a file and what it stands for.
template <class T>
using Word = std::pair<QLatin1StringView, T>;

inline constexpr std::array<Word<MaxTokensField>, 2> kMaxTokensFields{
    {{QLatin1StringView("max_tokens"), MaxTokensField::MaxTokens},
        {QLatin1StringView("max_completion_tokens"), MaxTokensField::MaxCompletionTokens}}};
inline constexpr std::array<Word<ReasoningPassBack>, 2> kPassBacks{
    {{QLatin1StringView("never"), ReasoningPassBack::Never},
        {QLatin1StringView("always"), ReasoningPassBack::Always}}};
inline constexpr std::array<Word<ThinkingSwitch>, 4> kSwitches{
    {{QLatin1StringView("none"), ThinkingSwitch::None},
        {QLatin1StringView("thinking_type"), ThinkingSwitch::ThinkingType},
        {QLatin1StringView("reasoning_effort"), ThinkingSwitch::ReasoningEffort},
        {QLatin1StringView("reasoning_object"), ThinkingSwitch::ReasoningObject}}};
inline constexpr std::array<Word<Effort>, 3> kEfforts{{{QLatin1StringView("low"), Effort::Low},
    {QLatin1StringView("high"), Effort::High}, {QLatin1StringView("max"), Effort::Max}}};

inline constexpr std::array<Word<Thinking>, 2> kThinkings{
    {{QLatin1StringView("on"), Thinking::On}, {QLatin1StringView("off"), Thinking::Off}}};

/// The word for a value of one of these lists; empty where there is none.
template <class T, size_t N>
[[nodiscard]] QString wordFor(const std::array<Word<T>, N> &words, T value)
{
    for (const auto &[word, meaning] : words) {
        if (meaning == value)
            return word;
    }
    return {};
}

/// Takes the fields of an object one by one and remembers the first that is missing, wrong or
/// unknown.
class ProviderFields final {
public:
    explicit ProviderFields(const QJsonObject &object)
        : m_object(object)
    {
    }

    void require(QLatin1StringView name, QString *target)
    {
        read(name, target);
        if (target->isEmpty())
            fail(name, QLatin1StringView("is missing"));
    }
    void read(QLatin1StringView name, QString *target)
    {
        if (const auto value = take(name, QJsonValue::String))
            *target = value->toString();
    }
    void read(QLatin1StringView name, bool *target)
    {
        if (const auto value = take(name, QJsonValue::Bool))
            *target = value->toBool();
    }
    void read(QLatin1StringView name, QUrl *target)
    {
        const auto value = take(name, QJsonValue::String);
        if (!value)
            return;
        *target = QUrl(value->toString(), QUrl::StrictMode);
        if (!target->isValid() || target->host().isEmpty())
            fail(name, QLatin1StringView("is no address"));
    }
    void read(QLatin1StringView name, std::optional<qint64> *target)
    {
        const auto value = take(name, QJsonValue::Double);
        if (!value)
            return;
        *target = value->toInteger(-1);
        if (**target <= 0)
            fail(name, QLatin1StringView("is no count"));
    }
    template <class T, size_t N>
    void read(QLatin1StringView name, const std::array<Word<T>, N> &words, T *target)
    {
        if (const auto value = take(name, QJsonValue::String))
            *target = find(name, words, value->toString());
    }
    QJsonArray takeArray(QLatin1StringView name)
    {
        return take(name, QJsonValue::Array).value_or(QJsonArray()).toArray();
    }
    QJsonObject takeObject(QLatin1StringView name)
    {
        return take(name, QJsonValue::Object).value_or(QJsonObject()).toObject();
    }

    template <class T, size_t N>
    T find(QLatin1StringView name, const std::array<Word<T>, N> &words, const QString &text)
    {
        for (const auto &[word, value] : words) {
            if (text == word)
                return value;
        }
        fail(name, QLatin1StringView("has an unknown word"));
        return words.front().second;
    }

    void fail(QLatin1StringView name, QLatin1StringView why)
    {
        if (m_problem.isEmpty())
            m_problem = name + QLatin1Char(' ') + why;
    }
    /// Empty where all fields were good and known.
    [[nodiscard]] QString problem() const
    {
        if (!m_problem.isEmpty())
            return m_problem;
        for (const QString &key : m_object.keys()) {
            if (!m_taken.contains(key))
                return QString(key + QLatin1StringView(" is no field"));
        }
        return {};
    }

private:
    std::optional<QJsonValue> take(QLatin1StringView name, QJsonValue::Type type)
    {
        m_taken.insert(name);
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined())
            return {};
        if (value.type() == type)
            return value;
        fail(name, QLatin1StringView("is of the wrong kind"));
        return {};
    }

    const QJsonObject m_object;
    QSet<QString> m_taken;
    QString m_problem;
};

} // namespace pennyworth
