// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/askoptions.h"

#include "cli/failure.h"
#include "cli/servicechoice.h"
#include "cli/tr.h"
#include "domain/decimal.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

QString builtInQuestion()
{
    return Tr::tr("Why does git bisect find a bug in so few steps?");
}

Result<std::optional<int>> readTemperature(const Arguments &arguments)
{
    constexpr qint64 kHottest = 200;
    if (!arguments.contains(u"temperature"_s))
        return std::optional<int>{};
    const Result<qint64> hundredths = parseDecimal(arguments.value(u"temperature"_s), 2);
    if (!hundredths || *hundredths < 0 || *hundredths > kHottest)
        return wrongUsage(
            Tr::tr("--temperature wants a number from 0 to 2 of at most two decimals, not “%1”.")
                .arg(arguments.value(u"temperature"_s)));
    return std::optional(static_cast<int>(*hundredths));
}

Result<ConversationId> readConversation(const Arguments &arguments)
{
    const Result<std::optional<qint64>> id = arguments.wholeNumber(u"conversation"_s, 1);
    if (!id)
        return id.error();
    return ConversationId{id->value_or(0)};
}

Result<Done> readPrompt(const Arguments &arguments, AskOptions *options)
{
    options->prompt = arguments.parameter(0);
    options->readsPrompt = options->prompt == u"-";
    if (options->continues) {
        if (!options->conversation.isValid())
            return wrongUsage(Tr::tr("--continue needs --conversation ID."));
        if (!options->prompt.isEmpty() || !options->prefix.isEmpty())
            return wrongUsage(Tr::tr("--continue takes neither a prompt nor --prefix."));
        return Done{};
    }
    if (options->prompt.isEmpty() && arguments.contains(u"demo"_s))
        options->prompt = builtInQuestion();
    if (options->prompt.trimmed().isEmpty())
        return wrongUsage(Tr::tr("PROMPT is missing; “-” reads it from standard input, --demo asks "
                                 "a built-in question."));
    return Done{};
}

} // namespace

Result<AskOptions> AskOptions::read(const Arguments &arguments)
{
    const Result<Done> service = ServiceChoice::check(arguments);
    if (!service)
        return service.error();
    const Result<ConversationId> conversation = readConversation(arguments);
    if (!conversation)
        return conversation.error();
    const Result<std::optional<qsizetype>> thinking =
        arguments.oneOf(u"thinking"_s, {u"on"_s, u"off"_s});
    if (!thinking)
        return thinking.error();
    const Result<std::optional<int>> temperature = readTemperature(arguments);
    if (!temperature)
        return temperature.error();
    const Result<std::optional<qint64>> maxTokens = arguments.wholeNumber(u"max-tokens"_s, 1);
    if (!maxTokens)
        return maxTokens.error();

    AskOptions options{.continues = arguments.contains(u"continue"_s),
        .keeps = !arguments.contains(u"no-store"_s),
        .conversation = *conversation,
        .temperatureHundredths = *temperature,
        .maxTokens = *maxTokens,
        .jsonMode = arguments.contains(u"json-mode"_s),
        .prefix = arguments.value(u"prefix"_s)};
    if (arguments.contains(u"model"_s))
        options.model = arguments.value(u"model"_s);
    if (arguments.contains(u"system"_s))
        options.systemPrompt = arguments.value(u"system"_s);
    if (thinking->has_value())
        options.thinking = thinking->value() == 0 ? Thinking::On : Thinking::Off;
    if (!options.keeps && options.conversation.isValid())
        return wrongUsage(Tr::tr("--no-store and --conversation exclude each other."));
    const Result<Done> prompt = readPrompt(arguments, &options);
    if (!prompt)
        return prompt.error();
    return options;
}

GenerationSettings AskOptions::settingsFor(
    const Provider &provider, GenerationSettings before) const
{
    GenerationSettings settings = std::move(before);
    if (settings.provider != provider.id || settings.model.isEmpty())
        settings.model = provider.defaultModel;
    settings.provider = provider.id;
    settings.model = model.value_or(settings.model);
    settings.systemPrompt = systemPrompt.value_or(settings.systemPrompt);
    settings.thinking = thinking.value_or(settings.thinking);
    if (temperatureHundredths)
        settings.temperatureHundredths = temperatureHundredths;
    if (maxTokens)
        settings.maxTokens = maxTokens;
    settings.jsonMode = jsonMode || settings.jsonMode;
    return settings;
}

Syntax askSyntax()
{
    using enum Presence;
    return {.command = u"ask"_s,
        .summary = Tr::tr("ask a question and print the answer as it arrives"),
        .parameters = {{u"PROMPT"_s, Tr::tr("the question, or - to read it from standard input"),
            Optional}},
        .options = {{u"demo"_s, {},
                        Tr::tr("ask the built-in demonstration service; without PROMPT, a built-in "
                               "question")},
            {u"provider"_s, u"NAME"_s,
                Tr::tr("ask this service (see “pennyworth providers”); deepseek where it is left "
                       "out")},
            {u"base-url"_s, u"URL"_s,
                Tr::tr("ask the OpenAI-compatible service at this address; its key, if any, is "
                       "PENNYWORTH_API_KEY")},
            {u"model"_s, u"M"_s,
                Tr::tr("the model; the service's default, or its first, where it is left out")},
            {u"system"_s, u"S"_s, Tr::tr("the system prompt")},
            {u"thinking"_s, u"on|off"_s, Tr::tr("whether the model reasons before it answers")},
            {u"temperature"_s, u"T"_s, Tr::tr("from 0 to 2; without effect while a model thinks")},
            {u"max-tokens"_s, u"N"_s, Tr::tr("end the answer after so many tokens")},
            {u"json-mode"_s, {}, Tr::tr("the answer is to be JSON; say so in the prompt, too")},
            {u"prefix"_s, u"TEXT"_s, Tr::tr("the answer is to begin so (prefix completion)")},
            {u"conversation"_s, u"ID"_s,
                Tr::tr("go on with this conversation; its settings are the defaults")},
            {u"continue"_s, {},
                Tr::tr("with --conversation: write its interrupted last answer on instead of "
                       "asking anew")},
            {u"no-store"_s, {}, Tr::tr("keep nothing but the figures in the ledger")}},
        .details = Tr::tr("The answer goes to standard output, reasoning (on a terminal) and "
                          "figures to standard error. "
                          "What arrived is kept, also when Ctrl-C or a cut connection ends it.\n"
                          "JSON: conversation, message, provider, model, model_answered, text, "
                          "reasoning, finish_reason, "
                          "usage {prompt, cache_hit, cache_miss, completion, reasoning}, cost "
                          "{amount, currency, source, "
                          "low, high, price_row}, timings {first_byte_ms, first_token_ms, "
                          "total_ms}, error {kind, "
                          "status, message, remedy, charged}. Amounts are exact decimal strings, "
                          "what is unknown is null.\n"
                          "Exit status: 0 answered, 1 the request failed, 2 wrong usage, 3 the "
                          "store cannot be used, 130 interrupted.")};
}

} // namespace pennyworth
