// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/answer.h"

#include "simulator/tokens.h"

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

void appendPieces(QList<Piece> &pieces, PieceKind kind, const QString &text, qsizetype call = 0)
{
    const QList<QStringView> tokens = tokensOf(text);
    for (const QStringView token : tokens)
        pieces.append({.kind = kind, .text = token.toString(), .call = call});
}

/// Keeps at most `left` tokens of the text and takes them off; true where something was lost.
bool cut(QString &text, qint64 &left)
{
    const QList<QStringView> tokens = tokensOf(text);
    if (tokens.size() <= left) {
        left -= tokens.size();
        return false;
    }
    qsizetype kept = 0;
    for (qint64 i = 0; i < left; ++i)
        kept += tokens.at(i).size();
    left = 0;
    text.truncate(kept);
    return true;
}

} // namespace

QList<Piece> piecesOf(const Answer &answer)
{
    QList<Piece> pieces;
    appendPieces(pieces, PieceKind::Reasoning, answer.reasoning);
    appendPieces(pieces, PieceKind::Content, answer.content);
    for (qsizetype i = 0; i < answer.toolCalls.size(); ++i) {
        const WireToolCall &call = answer.toolCalls.at(i);
        pieces.append({.kind = PieceKind::CallBegin,
            .call = i,
            .tokens = static_cast<int>(countTokens(call.name))});
        appendPieces(pieces, PieceKind::CallArguments, call.arguments, i);
    }
    return pieces;
}

void applyStop(Answer &answer, const QStringList &stop)
{
    qsizetype first = answer.content.size();
    for (const QString &sequence : stop) {
        const qsizetype at = answer.content.indexOf(sequence);
        if (at >= 0)
            first = qMin(first, at);
    }
    answer.content.truncate(first);
}

void applyLimit(Answer &answer, qint64 maxTokens)
{
    qint64 left = maxTokens;
    bool lost = cut(answer.reasoning, left);
    lost = cut(answer.content, left) || lost;
    for (qsizetype i = 0; i < answer.toolCalls.size(); ++i) {
        left -= countTokens(answer.toolCalls.at(i).name);
        if (left < 0) {
            answer.toolCalls.remove(i, answer.toolCalls.size() - i);
            lost = true;
            break;
        }
        lost = cut(answer.toolCalls[i].arguments, left) || lost;
    }
    if (lost)
        answer.finishReason = u"length"_s;
}

} // namespace pennyworth::simulated
