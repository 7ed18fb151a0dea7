// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/messagelayout.h"

#include <QHash>
#include <QSet>

#include <map>
#include <memory>
#include <unordered_map>
#include <utility>

namespace pennyworth {

class MessageListModel;

/// The messages that are laid out: those seen lately, up to a bound. Made from the model when asked
/// for. Main thread.
class MessageLayouts final {
public:
    void setModel(const MessageListModel *model); ///< never null; forgets all

    /// Laid out at the present width. Stays until the next call of trim().
    [[nodiscard]] MessageLayout &at(int row);
    [[nodiscard]] MessageLayout *find(MessageId id); ///< null where it is not laid out

    void setStyle(const TranscriptStyle &style); ///< forgets all
    void setWidth(qreal width) { m_width = width; }
    [[nodiscard]] qreal width() const { return m_width; }
    [[nodiscard]] const TranscriptStyle &style() const { return m_style; }

    void update(int row); ///< the row is another one now
    std::optional<qreal> grow(int row); ///< its text only grew; as MessageLayout::grow
    void forget(MessageId id);
    void clear();
    [[nodiscard]] MessageLayout *reading(); ///< used last of those that are; null: none is
    QList<MessageId> takeTypesetting(); ///< those in which anything is new
    void trim(); ///< drops what was not used for longest; only after painting

    void setReasoningShown(int row, bool shown);
    void setCodeDisplay(int row, const BlockPlace &place, const CodeDisplay &display);

private:
    using CodeDisplays = std::map<int, CodeDisplay>; // by the number of the code block
    struct Entry {
        std::unique_ptr<MessageLayout> layout;
        quint64 lastUse = 0;
    };

    const MessageListModel *m_model = nullptr;
    TranscriptStyle m_style;
    qreal m_width = 1;
    quint64 m_uses = 0;
    std::unordered_map<qint64, Entry> m_entries; // by MessageId
    // These outlive the layouts.
    QSet<MessageId> m_reasoningShown;
    std::map<std::pair<qint64, Section>, CodeDisplays> m_codeDisplays; // by MessageId
};

} // namespace pennyworth
