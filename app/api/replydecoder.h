// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/delta.h"
#include "api/eventstreamparser.h"
#include "api/thinksplitter.h"
#include "api/toolcallpieces.h"
#include "domain/provider.h"

#include <QByteArray>
#include <QList>

class QJsonObject;
class QJsonValue;

namespace pennyworth {

/// Events of one streamed reply in, typed deltas out, whichever dialect of the OpenAI protocol the
/// service speaks (deepseek-api.md 2, 8.1, 8.3). Reasoning is taken from one of its possible places
/// only; the halves of a surrogate pair that come in two chunks are joined, so that every delta is
/// valid text. One per response; no QObject.
class ReplyDecoder final {
public:
    explicit ReplyDecoder(const Provider &provider);

    /// Nothing for [DONE], for a sign of life and for whatever comes after [DONE]. An ErrorDelta
    /// does not end the decoding.
    QList<Delta> take(const ServerEvent &event);
    /// A whole answer in one JSON document, as of a service that does not stream.
    QList<Delta> takeDocument(const QByteArray &json);
    /// What was held back, at the end of the stream.
    QList<Delta> finish();

    [[nodiscard]] bool isDone() const { return m_done; } ///< [DONE] came, or a whole document

private:
    enum class ReasoningSource { None, ReasoningContent, Reasoning, Details, Content };

    void takeJson(const QByteArray &json);
    void takeAnswer(const QJsonObject &answer);
    void takeOrigin(const QJsonObject &answer);
    void takeUsage(const QJsonObject &answer);
    void takeChoice(const QJsonObject &choice);
    void takeReasoning(const QJsonObject &piece);
    void takeContent(const QJsonValue &content);
    void takeFinish(const QString &written);
    void takeStreamError(const QByteArray &payload); ///< of an `event: error`
    void takeError(const QJsonValue &error);
    void addReasoning(ReasoningSource source, const QString &text);
    void addText(const QString &text);
    void append(const ThinkSplitter::Pieces &pieces);

    const Provider m_provider;
    QList<Delta> m_deltas; // of the event being taken
    ReasoningSource m_reasoningSource = ReasoningSource::None;
    ThinkSplitter m_splitter;
    ToolCallPieces m_toolCalls;
    OriginDelta m_origin;
    QString m_finishWord;
    QChar m_textHalf; // a high surrogate whose low one has not come
    QChar m_reasoningHalf;
    bool m_hasText = false;
    bool m_done = false;
};

} // namespace pennyworth
