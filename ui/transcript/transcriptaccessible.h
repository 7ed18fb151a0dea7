// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

#include <unordered_map>

namespace pennyworth {

class TranscriptView;

/// Offers a TranscriptView to assistive technology: a list whose children are the messages.
class TranscriptAccessible final : public QAccessibleWidget {
public:
    explicit TranscriptAccessible(TranscriptView &view);
    ~TranscriptAccessible() override;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;

private:
    TranscriptView &m_view;
    mutable std::unordered_map<qint64, QAccessible::Id> m_children; // by MessageId
};

/// Makes Qt use it for every TranscriptView; once is enough.
void installTranscriptAccessibility();

/// Tells assistive technology that `text` was added to the end of a message. Qt 6.4 has no
/// announcements; a text-insert event on the message does instead. Nothing where `text` is empty.
void announceText(TranscriptView &view, int row, const QString &text);

/// Tells assistive technology where the caret of the view stands now, in the message of this row,
/// and what is selected there.
void announceCaret(TranscriptView &view, int row);

} // namespace pennyworth
