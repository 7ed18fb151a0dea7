// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/delta.h"

#include <QList>
#include <QString>

#include <optional>

class QJsonArray;
class QJsonObject;

namespace pennyworth {

/// Finds out which call each piece of a streamed tool call belongs to, for services that leave out
/// the index or the id, give every call index 0, or repeat id and name in each piece
/// (deepseek-api.md 8.3, case 17).
class ToolCallPieces final {
public:
    /// The `tool_calls` of one delta. Pieces that say nothing new are left out; more than 1024
    /// calls are ignored.
    QList<ToolCallDelta> take(const QJsonArray &pieces);

private:
    struct Call {
        std::optional<int> wireIndex;
        QString id;
        QString name;
        QString arguments;
    };

    qsizetype findCall(std::optional<int> wireIndex, const QString &id, const QString &name) const;
    std::optional<ToolCallDelta> takePiece(const QJsonObject &piece);

    QList<Call> m_calls;
};

} // namespace pennyworth
