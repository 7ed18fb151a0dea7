// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/sentenceannouncer.h"

#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

#include <QAccessible>

namespace pennyworth {

namespace {

// Behind the last sentence that is complete in `text`, 0 where there is none.
qsizetype endOfSentences(QStringView text)
{
    constexpr QStringView kEnds = u".!?\u2026";
    constexpr QStringView kCjkEnds = u"\u3002\uFF01\uFF1F\n";
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        const bool isFollowedBySpace = i + 1 < text.size() && text.at(i + 1).isSpace();
        if (kCjkEnds.contains(text.at(i)) || (kEnds.contains(text.at(i)) && isFollowedBySpace))
            return i + 1;
    }
    return 0;
}

} // namespace

void SentenceAnnouncer::grew(TranscriptView &view, int row)
{
    if (!QAccessible::isActive())
        return;
    const MessageRow &message = view.model()->row(row);
    const qsizetype told = m_told.value(message.id);
    const qsizetype length = endOfSentences(QStringView(message.text).mid(told));
    if (length > 0)
        tell(view, row, length);
}

void SentenceAnnouncer::finished(TranscriptView &view, int row)
{
    const MessageRow &message = view.model()->row(row);
    const auto told = m_told.constFind(message.id);
    if (told == m_told.constEnd())
        return;
    if (message.text.size() > *told)
        tell(view, row, message.text.size() - *told);
    m_told.remove(message.id);
}

void SentenceAnnouncer::tell(TranscriptView &view, int row, qsizetype length)
{
    const MessageRow &message = view.model()->row(row);
    qsizetype &told = m_told[message.id];
    const QString said = wholeText(message.text.mid(told, length), SoftBreaks::Spaces).plain;
    told += length;
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
    QAccessibleInterface *child = list && !said.isEmpty() ? list->child(row) : nullptr;
    if (!child)
        return;
    const int end = child->textInterface()->characterCount();
    QAccessibleTextInsertEvent event(child, std::max(0, end - int(said.size())), said);
    QAccessible::updateAccessibility(&event);
}

} // namespace pennyworth
