// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/answerwriter.h"

#include <cstdint>
#include <cstdlib>

using namespace pennyworth::simulated;

// Any body is answered or refused; the prompt of the next turn begins with this turn and its
// answer.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const AnswerWriter writer(1);
    const auto parsed = parseChatRequest(
        QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), Endpoint::Beta);
    if (const auto *error = std::get_if<ApiError>(&parsed)) {
        if (error->message.isEmpty() || error->status < 400)
            std::abort();
        return 0;
    }
    const auto &request = std::get<ChatRequest>(parsed);
    const Answer answer = writer.answerTo(request);
    const RenderedPrompt prompt = renderPrompt(request);
    const RenderedPrompt answered = renderAnswered(request,
        {.role = WireRole::Assistant,
            .content = answer.content,
            .reasoning = answer.reasoning,
            .toolCalls = answer.toolCalls});
    if (answered.userInputEnd < prompt.userInputEnd
        || answered.trail.hashOfFirst(prompt.userInputEnd)
            != prompt.trail.hashOfFirst(prompt.userInputEnd))
        std::abort();
    return 0;
}
