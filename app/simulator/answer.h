// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chatrequest.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace pennyworth::simulated {

/// What the simulated model says.
struct Answer {
    QString reasoning;
    QString content;
    QList<WireToolCall> toolCalls;
    QString finishReason; ///< "stop", "length", "tool_calls"
};

enum class PieceKind { Reasoning, Content, CallBegin, CallArguments };

/// What one streamed event adds.
struct Piece {
    PieceKind kind = PieceKind::Content;
    QString text; ///< empty for CallBegin
    qsizetype call = 0; ///< index into Answer::toolCalls
    int tokens = 1;
};

/// The answer in the pieces that are streamed: one token each, but a call's name comes at once.
[[nodiscard]] QList<Piece> piecesOf(const Answer &answer);

/// Ends the content before the first of the stop sequences.
void applyStop(Answer &answer, const QStringList &stop);

/// Ends the answer after `maxTokens` tokens, reasoning included; finish reason "length" where
/// anything was lost.
void applyLimit(Answer &answer, qint64 maxTokens);

} // namespace pennyworth::simulated
