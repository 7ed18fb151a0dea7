// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replybody.h"

#include <cstdint>
#include <cstdlib>

using namespace pennyworth;

namespace {

bool isCount(std::optional<qint64> count)
{
    return !count || *count >= 0;
}

/// What no answer may lead to, whoever sends it.
void check(const Delta &delta)
{
    const auto *text = std::get_if<TextDelta>(&delta);
    const auto *reasoning = std::get_if<ReasoningDelta>(&delta);
    const auto *usage = std::get_if<UsageDelta>(&delta);
    bool good = !std::holds_alternative<ErrorDelta>(delta);
    if (text)
        good = !text->text.isEmpty() && text->text.isValidUtf16();
    if (reasoning)
        good = !reasoning->text.isEmpty() && reasoning->text.isValidUtf16();
    if (usage) {
        const Usage &counts = usage->usage;
        good = isCount(counts.prompt) && isCount(counts.cacheHit) && isCount(counts.cacheMiss)
            && isCount(counts.completion) && isCount(counts.reasoning)
            && (!usage->cost || usage->cost->picos >= 0);
        if (counts.prompt && counts.cacheHit && counts.cacheMiss)
            good = good && *counts.prompt == *counts.cacheHit + *counts.cacheMiss;
    }
    if (!good)
        std::abort();
}

} // namespace

/// The first byte chooses the dialect and the length of the pieces.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *input, size_t size)
{
    if (size == 0)
        return 0;
    Provider provider;
    provider.splitsThinkTags = input[0] & 1;
    provider.reportsCost = input[0] & 2;
    const qsizetype length = 1 + (input[0] >> 2);
    const QByteArrayView bytes(input + 1, static_cast<qsizetype>(size) - 1);

    ReplyBody body(provider);
    for (qsizetype at = 0; at < bytes.size(); at += length) {
        for (const Delta &delta : body.append(bytes.sliced(at, qMin(length, bytes.size() - at))))
            check(delta);
    }
    for (const Delta &delta : body.finish())
        check(delta);
    const ReplyEnd end = body.end();
    if (end.error && end.error->detail.size() > 500)
        std::abort();
    return 0;
}
