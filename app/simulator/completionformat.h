// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/scenario.h"

#include <QByteArray>
#include <QJsonObject>

namespace pennyworth::simulated {

enum class CompletionKind { Chat, Fill };

/// What all parts of one completion say of themselves.
struct CompletionIdentity {
    CompletionKind kind = CompletionKind::Chat;
    QString id;
    qint64 created = 0; ///< seconds since 1970
    QString model;
    bool thinking = false;
    bool includeUsage = false; ///< the other chunks carry "usage": null
};

struct CompletionUsage {
    qint64 hit = 0;
    qint64 miss = 0;
    qint64 reasoning = 0;
    qint64 completion = 0; ///< reasoning included
};

/// Writes a completion as the service does: the events of a stream or one JSON object
/// (api-docs.deepseek.com/api/create-chat-completion).
class CompletionFormat final {
public:
    CompletionFormat(CompletionIdentity identity, const Fault &fault);

    [[nodiscard]] QByteArray roleEvent(const CompletionUsage &usage) const;
    [[nodiscard]] QByteArray event(
        const Piece &piece, const Answer &answer, const CompletionUsage &usage) const;
    /// The finishing chunk, with the usage or followed by it, and the end of the stream.
    [[nodiscard]] QByteArray endEvents(
        const QString &finishReason, const CompletionUsage &usage) const;
    [[nodiscard]] QByteArray failureEvent(const QJsonObject &error) const;

    [[nodiscard]] QByteArray whole(const Answer &answer, const CompletionUsage &usage) const;

private:
    [[nodiscard]] QJsonObject usageObject(const CompletionUsage &usage) const;
    [[nodiscard]] QByteArray usageText(const CompletionUsage &usage) const;
    [[nodiscard]] QByteArray chunk(const QByteArray &choices, const QByteArray &usage) const;
    [[nodiscard]] QByteArray choice(
        const QByteArray &deltaOrText, const QByteArray &finishReason) const;
    [[nodiscard]] QByteArray middleUsage(const CompletionUsage &usage) const;

    CompletionIdentity m_identity;
    UsagePlace m_usagePlace;
    QJsonObject m_usageChanges;
    bool m_sendsDone;
    QByteArray m_start; ///< of each chunk, up to its choices
};

/// `text` as a JSON string with its quotes, in UTF-8.
[[nodiscard]] QByteArray jsonString(QStringView text);

} // namespace pennyworth::simulated
