// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/turns.h"

#include "store/conversationtable.h"
#include "store/exchangetable.h"
#include "store/journal.h"
#include "store/ledgertable.h"
#include "store/messagetable.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

Error notInConversation(MessageId message, ConversationId conversation)
{
    return {.kind = ErrorKind::NotFound,
        .detail = u"there is no message %1 in conversation %2"_s.arg(message.value)
                      .arg(conversation.value)};
}

Message continuedReply(Transaction &transaction, const NewTurn &turn, qint64 process)
{
    MessageTable messages(transaction);
    const std::optional<Message> found = messages.find(turn.continues);
    if (!found || found->conversation != turn.conversation || found->role != Role::Assistant) {
        transaction.fail(notInConversation(turn.continues, turn.conversation));
        return {};
    }
    if (found->status == MessageStatus::Streaming) {
        transaction.fail(
            {.kind = ErrorKind::InvalidValue, .detail = u"this reply is still being written"_s});
        return {};
    }
    messages.setStreaming(turn.continues, process);
    Message reply = *found;
    reply.status = MessageStatus::Streaming;
    reply.finishReason = FinishReason::None;
    reply.error = std::nullopt;
    return reply;
}

Message insertMessage(Transaction &transaction, Message message, qint64 process)
{
    message.id = MessageTable(transaction).insert(message, process);
    return message;
}

void insertMessages(
    Transaction &transaction, const NewTurn &turn, qint64 process, CommittedTurn &committed)
{
    const Message common{.conversation = committed.conversation,
        .parent = turn.parent,
        .created = turn.request.sent};
    if (turn.prompt) {
        Message prompt = common;
        prompt.text = *turn.prompt;
        prompt.summarises = turn.summarises;
        committed.prompt = insertMessage(transaction, prompt, process);
    }
    Message reply = common;
    reply.role = Role::Assistant;
    reply.status = MessageStatus::Streaming;
    reply.provider = turn.request.provider;
    reply.model = turn.request.model;
    if (committed.prompt)
        reply.parent = committed.prompt->id;
    committed.reply = insertMessage(transaction, reply, process);
}

bool isIn(Transaction &transaction, MessageId message, ConversationId conversation)
{
    return transaction.exists(u"SELECT 1 FROM message WHERE id = ? AND conversation_id = ?"_s,
        {message.value, conversation.value});
}

} // namespace

CommittedTurn beginTurn(Transaction &transaction, const NewTurn &turn, qint64 process)
{
    CommittedTurn committed;
    ConversationTable conversations(transaction);
    committed.conversation = turn.conversation;
    if (turn.conversation.isValid())
        conversations.setSettings(turn.conversation, turn.settings);
    else
        committed.conversation = conversations.insert(turn.title, turn.settings, turn.request.sent);
    if (turn.parent.isValid() && !isIn(transaction, turn.parent, committed.conversation))
        transaction.fail(notInConversation(turn.parent, committed.conversation));

    if (turn.continues.isValid())
        committed.reply = continuedReply(transaction, turn, process);
    else
        insertMessages(transaction, turn, process, committed);

    LedgerRequest request = turn.request;
    request.conversation = committed.conversation;
    request.message = committed.reply.id;
    committed.request = LedgerTable(transaction).insert(request, process);
    if (turn.sent)
        ExchangeTable(transaction).insert(committed.request, committed.reply.id, *turn.sent);

    conversations.setCurrentLeaf(committed.conversation, committed.reply.id);
    conversations.touch(committed.conversation, turn.request.sent);
    if (turn.prompt && !turn.keepsDraft)
        conversations.setDraft(committed.conversation, {});
    return committed;
}

ConversationId copyBranch(Transaction &transaction, const BranchCopy &copy, Instant now)
{
    ConversationTable conversations(transaction);
    const std::optional<Conversation> from = conversations.find(copy.from);
    if (!from) {
        transaction.fail(noSuchConversation(copy.from));
        return {};
    }
    if (copy.last.isValid() && !isIn(transaction, copy.last, copy.from)) {
        transaction.fail(notInConversation(copy.last, copy.from));
        return {};
    }
    const ConversationId made = conversations.insert(copy.title, from->settings, now);
    MessageTable messages(transaction);
    const QList<Message> branch = messages.branchTo(copy.last);
    MessageId parent;
    QHash<MessageId, MessageId> copies; // by what they are copies of
    for (Message message : branch) {
        const MessageId original = message.id;
        message.conversation = made;
        message.parent = parent;
        message.summarises = copies.value(message.summarises);
        if (message.status == MessageStatus::Streaming) {
            message.status = MessageStatus::Interrupted;
            message.error = Error{.kind = ErrorKind::IncompleteReply};
        }
        parent = messages.insert(message, 0);
        copies.insert(original, parent);
    }
    if (copies.contains(from->contextStart))
        conversations.setContextStart(made, copies.value(from->contextStart));
    conversations.setCurrentLeaf(made, parent);
    conversations.setDraft(made, copy.draft);
    return made;
}

bool finishReply(Transaction &transaction, const Message &reply, const Settlement &settlement)
{
    const bool found = MessageTable(transaction).update(reply);
    if (found) {
        Journal(transaction).clear(reply.id);
        ConversationTable(transaction).touch(reply.conversation, settlement.settled);
    }
    LedgerTable(transaction).insert(settlement);
    return found;
}

} // namespace pennyworth
