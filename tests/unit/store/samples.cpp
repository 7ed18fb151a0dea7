// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

namespace pennyworth::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

GenerationSettings sampleSettings()
{
    return {.provider = u"deepseek"_s,
        .model = u"deepseek-chat"_s,
        .systemPrompt = u"Be brief."_s,
        .thinking = Thinking::On,
        .effort = Effort::High,
        .temperatureHundredths = 130,
        .maxTokens = 4096,
        .jsonMode = true};
}

LedgerRequest sampleRequest(Instant sent)
{
    LedgerRequest request;
    request.provider = u"deepseek"_s;
    request.model = u"deepseek-chat"_s;
    request.priceBook = u"deepseek"_s;
    request.sent = sent;
    request.utcOffsetMinutes = 480;
    request.requestBytes = 1000;
    return request;
}

NewTurn sampleTurn(Instant sent)
{
    NewTurn turn;
    turn.title = u"Why is the sky blue?"_s;
    turn.settings = sampleSettings();
    turn.prompt = u"Why is the sky blue? 为什么？ 🌌"_s;
    turn.request = sampleRequest(sent);
    return turn;
}

NewTurn nextTurn(const CommittedTurn &before, Instant sent)
{
    NewTurn turn = sampleTurn(sent);
    turn.conversation = before.conversation;
    turn.parent = before.reply.id;
    return turn;
}

Settlement sampleSettlement(RequestId request, qint64 picos)
{
    Settlement settlement;
    settlement.request = request;
    settlement.settled = launchDay(5s);
    settlement.timings = {.sent = launchDay(),
        .firstByte = launchDay(300ms),
        .firstReasoning = launchDay(400ms),
        .firstText = launchDay(900ms),
        .end = launchDay(5s)};
    settlement.modelAnswered = u"deepseek-chat-0324"_s;
    settlement.fingerprint = u"fp_1"_s;
    settlement.finishReason = u"stop"_s;
    settlement.usage = {
        .prompt = 300, .cacheHit = 100, .cacheMiss = 200, .completion = 50, .reasoning = 20};
    settlement.outputBytes = 210;
    settlement.amount = Money{picos, kUsd};
    settlement.low = Money{picos - 1, kUsd};
    settlement.high = Money{picos + 1, kUsd};
    settlement.source = CostSource::Computed;
    settlement.confidence = u"exact"_s;
    settlement.priceRow = u"row-1"_s;
    settlement.priceHit = UnitPrice{14000};
    settlement.priceMiss = UnitPrice{140000};
    settlement.priceOutput = UnitPrice{280000};
    return settlement;
}

Message finished(const CommittedTurn &turn, const QString &text)
{
    Message reply = turn.reply;
    reply.status = MessageStatus::Complete;
    reply.text = text;
    reply.reasoning = u"Rayleigh…"_s;
    reply.reasoningMs = 500;
    reply.finishReason = FinishReason::Stop;
    return reply;
}

} // namespace pennyworth::test
