// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/toolcallpieces.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostCalls = 1024;
constexpr qsizetype kLongestChecked =
    64 * 1024; // beyond it, arguments are never taken for complete

QString argumentsOf(const QJsonObject &function)
{
    const QJsonValue value = function["arguments"_L1];
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toString();
}

bool isCompleteObject(const QString &arguments)
{
    return arguments.size() <= kLongestChecked && arguments.trimmed().endsWith(u'}')
        && QJsonDocument::fromJson(arguments.toUtf8()).isObject();
}

} // namespace

QList<ToolCallDelta> ToolCallPieces::take(const QJsonArray &pieces)
{
    QList<ToolCallDelta> deltas;
    for (const QJsonValue &piece : pieces) {
        if (const auto delta = takePiece(piece.toObject()))
            deltas.append(*delta);
    }
    return deltas;
}

/// The call that a piece continues, or -1 where it begins a new one.
qsizetype ToolCallPieces::findCall(
    std::optional<int> wireIndex, const QString &id, const QString &name) const
{
    const auto fits = [&](const Call &call) {
        if (!id.isEmpty() && !call.id.isEmpty())
            return call.id == id;
        return !wireIndex || !call.wireIndex || *wireIndex == *call.wireIndex;
    };
    const auto found = std::find_if(m_calls.crbegin(), m_calls.crend(), fits);
    if (found == m_calls.crend())
        return -1;
    // Without an id, a name behind complete arguments can only belong to the next call.
    const bool beginsNext = id.isEmpty() && !name.isEmpty() && !found->name.isEmpty()
        && (found->name != name || isCompleteObject(found->arguments));
    return beginsNext ? -1 : std::distance(found, m_calls.crend()) - 1;
}

std::optional<ToolCallDelta> ToolCallPieces::takePiece(const QJsonObject &piece)
{
    const QJsonObject function = piece["function"_L1].toObject();
    const QString id = piece["id"_L1].toString();
    const QString name = function["name"_L1].toString();
    const QString arguments = argumentsOf(function);
    std::optional<int> wireIndex;
    if (piece["index"_L1].isDouble())
        wireIndex = piece["index"_L1].toInt();

    qsizetype index = findCall(wireIndex, id, name);
    if (index < 0) {
        if (m_calls.size() >= kMostCalls || (id.isEmpty() && name.isEmpty() && arguments.isEmpty()))
            return {};
        index = m_calls.size();
        m_calls.append(Call{.wireIndex = wireIndex, .id = {}, .name = {}, .arguments = {}});
    }
    Call &call = m_calls[index];
    ToolCallDelta delta{
        .index = static_cast<int>(index), .id = {}, .name = {}, .arguments = arguments};
    if (call.id.isEmpty())
        delta.id = call.id = id;
    if (call.name.isEmpty())
        delta.name = call.name = name;
    call.arguments += arguments;
    if (delta.id.isEmpty() && delta.name.isEmpty() && delta.arguments.isEmpty())
        return {};
    return delta;
}

} // namespace pennyworth
