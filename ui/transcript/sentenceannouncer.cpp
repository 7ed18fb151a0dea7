// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/sentenceannouncer.h"

#include "transcript/messagerow.h"
#include "transcript/selectedtext.h"

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

QString SentenceAnnouncer::grew(const MessageRow &message)
{
    qsizetype &told = m_told[message.id];
    const QStringView rest = QStringView(message.text).mid(told);
    const qsizetype length = endOfSentences(rest);
    told += length;
    return wholeText(rest.left(length).toString(), SoftBreaks::Spaces).plain;
}

QString SentenceAnnouncer::finished(const MessageRow &message)
{
    if (!m_told.contains(message.id))
        return {};
    return wholeText(message.text.mid(m_told.take(message.id)), SoftBreaks::Spaces).plain;
}

} // namespace pennyworth
