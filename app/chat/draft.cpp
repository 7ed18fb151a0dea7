// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/draft.h"

#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kBetweenAttachments{0x1C}; // the separators that ASCII has for it
constexpr QChar kAfterName{0x1D};

qsizetype longestRun(QStringView text, QChar wanted)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == wanted ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

QString codeSpan(const QString &name)
{
    const QString quote(longestRun(name, u'`') + 1, u'`');
    const QString space = name.startsWith(u'`') || name.endsWith(u'`') ? u" "_s : QString();
    return quote + space + name + space + quote;
}

/// The word that tells highlighters the language: the suffix, where it could be one.
QString languageOf(const QString &name)
{
    constexpr qsizetype kLongest = 10;
    const QString suffix = QFileInfo(name).suffix().toLower();
    const bool isWord = suffix.size() <= kLongest
        && std::ranges::all_of(suffix, [](QChar c) { return c.isLetterOrNumber() || c == u'+'; });
    return isWord && suffix != "txt"_L1 ? suffix : QString();
}

QString blockOf(const Attachment &attachment)
{
    if (attachment.name.isEmpty())
        return attachment.text;
    constexpr qsizetype kShortestFence = 3;
    const QString fence(std::max(kShortestFence, longestRun(attachment.text, u'`') + 1), u'`');
    const QString end = attachment.text.endsWith(u'\n') ? QString() : u"\n"_s;
    return codeSpan(attachment.name) + u"\n\n"_s + fence + languageOf(attachment.name) + u'\n'
        + attachment.text + end + fence;
}

} // namespace

QString storedDraft(const Draft &draft)
{
    QString stored = draft.text;
    for (const Attachment &attachment : draft.attachments)
        stored += kBetweenAttachments + attachment.name + kAfterName + attachment.text;
    return stored;
}

Draft draftFrom(const QString &stored)
{
    const QStringList parts = stored.split(kBetweenAttachments);
    Draft draft{.text = parts.constFirst(), .attachments = {}};
    for (const QString &part : parts.sliced(1)) {
        const qsizetype end = part.indexOf(kAfterName);
        if (end >= 0)
            draft.attachments.append({.name = part.left(end), .text = part.sliced(end + 1)});
    }
    return draft;
}

Draft joined(const Draft &first, const Draft &then)
{
    const bool needsBreak = !first.text.isEmpty() && !then.text.isEmpty();
    return {.text = first.text + (needsBreak ? u"\n"_s : QString()) + then.text,
        .attachments = first.attachments + then.attachments};
}

QString withoutSeparators(QString text)
{
    return text.remove(kBetweenAttachments).remove(kAfterName);
}

QString promptOf(const Draft &draft)
{
    QStringList parts;
    if (const QString text = draft.text.trimmed(); !text.isEmpty())
        parts += text;
    for (const Attachment &attachment : draft.attachments)
        parts += blockOf(attachment);
    return parts.join(u"\n\n"_s);
}

} // namespace pennyworth
