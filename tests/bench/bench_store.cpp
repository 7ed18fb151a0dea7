// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include <QTemporaryDir>

#include <benchmark/benchmark.h>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTurnsPerConversation = 10;

NewTurn turnAt(Instant sent)
{
    NewTurn turn;
    turn.title = u"Why is the sky blue?"_s;
    turn.settings.provider = turn.request.provider = u"deepseek"_s;
    turn.settings.model = turn.request.model = u"deepseek-chat"_s;
    turn.prompt = u"Why is the sky blue? "_s.repeated(10);
    turn.request.sent = sent;
    return turn;
}

// A store in a folder of its own; every call waits, since that is what is measured.
class OpenStore final {
public:
    OpenStore() { static_cast<void>(m_store.open().result()); }

    Store &store() { return m_store; }

    CommittedTurn converse(const NewTurn &turn)
    {
        CommittedTurn committed = m_store.beginTurn(turn).result().value();
        committed.reply.status = MessageStatus::Complete;
        committed.reply.text = u"Because short waves scatter more than long ones. "_s.repeated(40);
        Settlement settlement;
        settlement.request = committed.request;
        settlement.settled = turn.request.sent;
        settlement.amount = Money{123456, kUsd};
        settlement.source = CostSource::Computed;
        static_cast<void>(m_store.finishReply(committed.reply, settlement).result());
        return committed;
    }

    void fill(int conversations)
    {
        Instant now{std::chrono::hours(480000)};
        for (int i = 0; i < conversations; ++i) {
            CommittedTurn last = converse(turnAt(now));
            for (int k = 1; k < kTurnsPerConversation; ++k) {
                now += std::chrono::minutes(7);
                NewTurn next = turnAt(now);
                next.conversation = last.conversation;
                next.parent = last.reply.id;
                last = converse(next);
            }
        }
    }

private:
    QTemporaryDir m_folder;
    Store m_store{m_folder.filePath(u"pennyworth.sqlite"_s)};
};

// The list of conversations with the cost of each row; 20 messages a conversation.
void listConversations(benchmark::State &state)
{
    OpenStore opened;
    opened.fill(static_cast<int>(state.range(0)));
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(opened.store().conversations().result());
}

// One piece of a live reply, from the call to the answer.
void commitJournal(benchmark::State &state)
{
    OpenStore opened;
    const MessageId reply = opened.store().beginTurn(turnAt({})).result()->reply.id;
    const QString piece = u"six words or so of text "_s;
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(opened.store().appendJournal(reply, piece, {}).result());
}

// What is painted first of a conversation of so many messages.
void latestMessages(benchmark::State &state)
{
    OpenStore opened;
    CommittedTurn last = opened.converse(turnAt({}));
    for (int i = 1; i < state.range(0) / 2; ++i) {
        NewTurn next = turnAt({});
        next.conversation = last.conversation;
        next.parent = last.reply.id;
        last = opened.converse(next);
    }
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(opened.store().latestMessages(last.conversation, 50).result());
}

// An empty home, from nothing to ready.
void openFresh(benchmark::State &state)
{
    for ([[maybe_unused]] auto round : state) {
        const QTemporaryDir folder;
        Store store(folder.filePath(u"pennyworth.sqlite"_s));
        benchmark::DoNotOptimize(store.open().result());
    }
}

} // namespace

BENCHMARK(listConversations)
    ->Name("store/list")
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(commitJournal)
    ->Name("store/commit_journal")
    ->Unit(benchmark::kMicrosecond)
    ->UseRealTime();
BENCHMARK(latestMessages)
    ->Name("store/latest_50")
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(openFresh)->Name("store/open_fresh")->Unit(benchmark::kMillisecond)->UseRealTime();
