// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/filledhome.h"

#include "store/store.h"

#include <chrono>

namespace pennyworth::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kApart = std::chrono::hours(3);

CommittedTurn converse(Store &store, const NewTurn &turn)
{
    CommittedTurn committed = store.beginTurn(turn).result().value();
    committed.reply.status = MessageStatus::Complete;
    committed.reply.text =
        u"Short waves **scatter** more than long ones.\n\n- one\n- two\n\n"_s.repeated(8);
    Settlement settlement;
    settlement.request = committed.request;
    settlement.settled = turn.request.sent;
    settlement.amount = Money{123'456'000, kUsd};
    settlement.source = CostSource::Computed;
    static_cast<void>(store.finishReply(committed.reply, settlement).result());
    return committed;
}

} // namespace

void fillHome(Store &store, int conversations, int turns)
{
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    for (int i = 0; i < conversations; ++i) {
        NewTurn turn;
        turn.title = u"Question %1 about the colours of the sky"_s.arg(i);
        turn.settings.provider = turn.request.provider = u"deepseek"_s;
        turn.settings.model = turn.request.model = u"deepseek-flash"_s;
        turn.prompt = u"Why is the sky blue, and why is it red in the evening?"_s;
        turn.request.sent = now - (conversations - i) * kApart;
        turn.request.billable = true;
        for (int k = 0; k < turns; ++k) {
            const CommittedTurn last = converse(store, turn);
            turn.conversation = last.conversation;
            turn.parent = last.reply.id;
            turn.request.sent += std::chrono::minutes(1);
        }
    }
}

} // namespace pennyworth::bench
