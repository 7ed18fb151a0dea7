// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QHash>

namespace pennyworth {

class TranscriptView;

/// Tells a screen reader what is added to messages, whole sentences at a time and not token by
/// token. Qt 6.4 has no announcements; a text-insert event on the message does instead. Does
/// nothing while no assistive technology listens.
class SentenceAnnouncer final {
public:
    void grew(TranscriptView &view, int row);
    void finished(
        TranscriptView &view, int row); ///< the rest, without waiting for a sentence's end

private:
    void tell(TranscriptView &view, int row, qsizetype length);

    QHash<MessageId, qsizetype> m_told; // characters of its Markdown
};

} // namespace pennyworth
