// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/conversationpage.h"

#include "cli/failure.h"
#include "cli/figures.h"
#include "cli/replyfigures.h"
#include "cli/tr.h"
#include "domain/messagetree.h"
#include "store/storednames.h"

#include <QJsonArray>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

QString asQuotation(const QString &text)
{
    return u"> "_s + QString(text.trimmed()).replace(u'\n', u"\n> "_s);
}

/// How the reply ended, where that was not well; empty otherwise.
QString endingText(const Message &reply)
{
    switch (reply.status) {
    case MessageStatus::Streaming:
        return Tr::tr("Still being written.", "an answer");
    case MessageStatus::Complete:
        return {};
    case MessageStatus::Interrupted:
        return reply.error ? Tr::tr("Interrupted: %1").arg(errorMessage(*reply.error))
                           : Tr::tr("Interrupted.");
    case MessageStatus::Failed:
        return reply.error ? Tr::tr("Failed: %1").arg(errorMessage(*reply.error))
                           : Tr::tr("Failed.");
    }
    Q_UNREACHABLE();
}

QJsonObject requestJson(const LedgerEntry &entry)
{
    const Settlement settlement = entry.settlement.value_or(Settlement());
    return {{u"request"_s, entry.request.id.value}, {u"attempt"_s, entry.request.attempt},
        {u"sent"_s, formatInstant(entry.request.sent)}, {u"provider"_s, entry.request.provider},
        {u"model"_s, entry.request.model},
        {u"model_answered"_s, jsonOrNull(settlement.modelAnswered)},
        {u"finish_reason"_s, jsonOrNull(settlement.finishReason)},
        {u"usage"_s, usageJson(settlement.usage)}, {u"cost"_s, costJson(settlement)},
        {u"timings"_s, timingsJson(settlement.timings)}};
}

} // namespace

QList<Message> ConversationPage::branch() const
{
    MessageTree tree;
    for (const Message &message : messages)
        tree.insert(message);
    QList<Message> shown;
    const QList<MessageId> ids = tree.branchTo(conversation.currentLeaf);
    for (const MessageId id : ids)
        shown.append(tree.at(id));
    return shown;
}

QList<LedgerEntry> ConversationPage::entriesOf(MessageId message) const
{
    QList<LedgerEntry> found;
    std::ranges::copy_if(entries, std::back_inserter(found),
        [message](const LedgerEntry &entry) { return entry.request.message == message; });
    return found;
}

QString ConversationPage::replyMarkdown(const Message &reply) const
{
    QStringList parts{u"## "_s + (reply.model.isEmpty() ? Tr::tr("Answer") : reply.model)};
    if (!reply.reasoning.isEmpty())
        parts += asQuotation(reply.reasoning);
    if (!reply.text.isEmpty())
        parts += reply.text.trimmed();
    if (const QString ending = endingText(reply); !ending.isEmpty())
        parts += u"*"_s + ending + u"*"_s;
    for (const LedgerEntry &entry : entriesOf(reply.id))
        parts += u"*"_s + figuresText(entry) + u"*"_s;
    return parts.join(u"\n\n"_s);
}

QString ConversationPage::toMarkdown() const
{
    QStringList parts{u"# "_s + conversation.title,
        Tr::tr("*Conversation %1, begun %2*")
            .arg(conversation.id.value)
            .arg(minuteText(conversation.created))};
    if (!conversation.settings.systemPrompt.isEmpty())
        parts +=
            u"## "_s + Tr::tr("System") + u"\n\n"_s + conversation.settings.systemPrompt.trimmed();
    for (const Message &message : branch())
        parts += message.role == Role::User
            ? u"## "_s + Tr::tr("You") + u"\n\n"_s + message.text.trimmed()
            : replyMarkdown(message);
    return parts.join(u"\n\n"_s) + u'\n';
}

QJsonObject ConversationPage::toJson() const
{
    QJsonArray shown;
    for (const Message &message : branch()) {
        QJsonArray requests;
        for (const LedgerEntry &entry : entriesOf(message.id))
            requests.append(requestJson(entry));
        shown.append(QJsonObject{{u"message"_s, message.id.value},
            {u"role"_s, storedName(message.role)}, {u"status"_s, storedName(message.status)},
            {u"text"_s, message.text}, {u"reasoning"_s, jsonOrNull(message.reasoning)},
            {u"provider"_s, jsonOrNull(message.provider)}, {u"model"_s, jsonOrNull(message.model)},
            {u"created"_s, formatInstant(message.created)},
            {u"error"_s, message.error ? QJsonValue(errorJson(*message.error)) : QJsonValue()},
            {u"requests"_s, requests}});
    }
    return {{u"conversation"_s, conversation.id.value}, {u"title"_s, conversation.title},
        {u"created"_s, formatInstant(conversation.created)},
        {u"updated"_s, formatInstant(conversation.updated)},
        {u"system"_s, jsonOrNull(conversation.settings.systemPrompt)}, {u"messages"_s, shown}};
}

} // namespace pennyworth
