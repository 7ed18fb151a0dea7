// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"

#include <QFile>
#include <QRandomGenerator>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

QString sampleDocument()
{
    QFile file(QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/data/transcript/20KB.md"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/data/transcript/20KB.md cannot be read");
    return QString::fromUtf8(file.readAll());
}

MessageRow prompt(qint64 id, const QString &text)
{
    return {.id = {id}, .role = Role::User, .speaker = u"You"_s, .text = text};
}

MessageRow answer(qint64 id, const QString &text, MessageStatus status)
{
    MessageRow row{.id = {id},
        .role = Role::Assistant,
        .status = status,
        .speaker = u"deepseek-flash"_s,
        .text = text};
    if (status == MessageStatus::Complete) {
        row.figures = {
            u"0.42 s to first token"_s, u"61 tok/s"_s, u"1,024 → 768 tokens · 896 cached"_s};
        row.cost = u"$0.00048"_s;
    }
    return row;
}

QList<MessageRow> longConversation(int messages)
{
    const QString document = sampleDocument();
    QRandomGenerator random(10'000);
    QList<MessageRow> rows;
    rows.reserve(messages);
    for (int i = 0; i < messages; ++i) {
        if (i % 2 == 0) {
            rows += prompt(
                i + 1, u"Question %1: what does a checkpoint of the log cost?"_s.arg(i / 2 + 1));
            continue;
        }
        // From the start of a paragraph to the end of one, or a fence might stay open.
        const qsizetype from =
            document.indexOf(u"\n\n", random.bounded(int(document.size()) - 6000)) + 2;
        const qsizetype length = 1000 + random.bounded(4000);
        rows += answer(i + 1, document.mid(from, document.indexOf(u"\n\n", from + length) - from));
    }
    return rows;
}

} // namespace pennyworth::test
