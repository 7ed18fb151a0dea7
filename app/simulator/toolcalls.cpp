// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/toolcalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 8;
constexpr qsizetype kShortestWord = 4;

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression separators(u"[^\\p{L}\\p{N}]+"_s);
    QStringList words = text.toLower().split(separators, Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return word.size() < kShortestWord; });
    return words;
}

bool isAbout(const QString &prompt, const WireTool &tool)
{
    const QStringList asked = wordsOf(prompt);
    const QStringList known = wordsOf(tool.name + u' ' + tool.description);
    return std::any_of(
        asked.begin(), asked.end(), [&known](const QString &word) { return known.contains(word); });
}

/// A name in the prompt: the capitalised words after "in", "for", …, else the last capitalised
/// word, else the prompt.
QString nameIn(const QString &prompt)
{
    static const QRegularExpression place(
        u"\\b(?:in|for|of|at|to|from|near)\\s+(\\p{Lu}[\\p{L}'-]*(?:\\s+\\p{Lu}[\\p{L}'-]*)*)"_s);
    static const QRegularExpression capitalised(u"(?<=\\s)\\p{Lu}[\\p{L}'-]+"_s);
    if (const QRegularExpressionMatch match = place.match(prompt); match.hasMatch())
        return match.captured(1);
    if (const QRegularExpressionMatch match = capitalised.match(prompt); match.hasMatch())
        return match.captured();
    return prompt.simplified().left(80);
}

double numberIn(const QString &prompt)
{
    static const QRegularExpression digits(u"\\d+(?:\\.\\d+)?"_s);
    const QRegularExpressionMatch match = digits.match(prompt);
    return match.hasMatch() ? match.captured().toDouble() : 1;
}

QJsonValue valueFor(const QJsonObject &schema, const QString &prompt, int depth);

QJsonObject objectFor(const QJsonObject &schema, const QString &prompt, int depth)
{
    const QJsonObject properties = schema.value(u"properties").toObject();
    const QJsonArray required = schema.value(u"required").toArray();
    QJsonObject object;
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        if (required.isEmpty() || required.contains(property.key()))
            object.insert(property.key(), valueFor(property.value().toObject(), prompt, depth + 1));
    }
    return object;
}

QJsonValue valueFor(const QJsonObject &schema, const QString &prompt, int depth)
{
    if (const QJsonArray choices = schema.value(u"enum").toArray(); !choices.isEmpty())
        return choices.first();
    const QJsonValue typeValue = schema.value(u"type");
    const QString type =
        typeValue.isArray() ? typeValue.toArray().first().toString() : typeValue.toString();
    if (depth > kDeepest)
        return QJsonValue::Null;
    if (type == "object"_L1)
        return objectFor(schema, prompt, depth);
    if (type == "array"_L1)
        return QJsonArray{valueFor(schema.value(u"items").toObject(), prompt, depth + 1)};
    if (type == "integer"_L1)
        return static_cast<qint64>(qMin(numberIn(prompt), 1e15));
    if (type == "number"_L1)
        return numberIn(prompt);
    if (type == "boolean"_L1)
        return true;
    return nameIn(prompt);
}

const WireTool *chosenTool(const ChatRequest &request)
{
    const auto find = [&request](auto fits) -> const WireTool * {
        const auto found = std::find_if(request.tools.cbegin(), request.tools.cend(), fits);
        return found == request.tools.cend() ? nullptr : &*found;
    };
    const QString prompt = request.lastPrompt();
    const WireTool *fitting =
        find([&prompt](const WireTool &tool) { return isAbout(prompt, tool); });
    switch (request.toolChoice) {
    case ToolChoice::None:
        return nullptr;
    case ToolChoice::Auto:
        return fitting;
    case ToolChoice::Required:
        if (!request.forcedTool.isEmpty())
            return find(
                [&request](const WireTool &tool) { return tool.name == request.forcedTool; });
        return fitting != nullptr ? fitting : &request.tools.first();
    }
    return nullptr;
}

} // namespace

std::optional<WireToolCall> toolCallFor(const ChatRequest &request, quint64 number)
{
    if (request.messages.last().role == WireRole::Tool || request.continuesPrefix())
        return std::nullopt; // the results are there: now it answers
    const WireTool *tool = chosenTool(request);
    if (tool == nullptr)
        return std::nullopt;
    const QJsonObject arguments = objectFor(tool->parameters, request.lastPrompt(), 0);
    return WireToolCall{.id = u"call_00_"_s + QString::number(number, 36),
        .name = tool->name,
        .arguments = QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))};
}

} // namespace pennyworth::simulated
