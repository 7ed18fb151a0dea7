// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace pennyworth {

/// Text that goes with a prompt: a file, or a long paste.
struct Attachment {
    QString name; ///< of the file; empty for a paste
    QString text;

    bool operator==(const Attachment &) const = default;
};

/// What stands unsent in the composer.
struct Draft {
    QString text;
    QList<Attachment> attachments;

    bool operator==(const Draft &) const = default;
    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && attachments.isEmpty(); }
};

/// One string that draftFrom() reads again, as Conversation::draft keeps it. A draft without
/// attachments is its text.
[[nodiscard]] QString storedDraft(const Draft &draft);
[[nodiscard]] Draft draftFrom(const QString &stored);

/// `first`, then what `then` holds.
[[nodiscard]] Draft joined(const Draft &first, const Draft &then);

/// `text` without the control characters that storedDraft() needs, which no prompt has a use for.
[[nodiscard]] QString withoutSeparators(QString text);

/// What is sent: the text without the white space around it, then the attachments; files as fenced
/// code under their names, a fence longer than any in them; pastes as they are. Empty where nothing
/// would be said.
[[nodiscard]] QString promptOf(const Draft &draft);

} // namespace pennyworth
