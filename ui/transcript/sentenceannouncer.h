// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QHash>
#include <QString>

namespace pennyworth {

struct MessageRow;

/// Decides what a screen reader hears of messages that grow: whole sentences, not tokens.
class SentenceAnnouncer final {
public:
    /// What has become complete since the last time, as plain text; empty where no sentence has.
    [[nodiscard]] QString grew(const MessageRow &message);
    /// The rest, without waiting for a sentence's end; empty for a message that never grew.
    [[nodiscard]] QString finished(const MessageRow &message);

private:
    struct Told {
        qsizetype length = 0; // characters of its Markdown
        bool isInCode = false;
    };

    [[nodiscard]] static QString spoken(QStringView text, Told &told, qsizetype length);

    QHash<MessageId, Told> m_told;
};

} // namespace pennyworth
