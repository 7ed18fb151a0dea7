// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/askcommand.h"

#include "cli/failure.h"
#include "cli/figures.h"
#include "cli/replyfigures.h"
#include "cli/tr.h"

#include <QFile>

#include <cstdio>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kDefaultProvider = "deepseek"_L1;

Result<QString> promptFromStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::FileFailed, .detail = input.errorString()};
    const QString prompt = QString::fromUtf8(input.readAll());
    if (prompt.trimmed().isEmpty())
        return wrongUsage(Tr::tr("There is no prompt on standard input."));
    return prompt;
}

/// Only then it may help to ask for something else.
bool hasAnswered(const Error &error)
{
    return error.kind == ErrorKind::UnexpectedAnswer
        || (error.status != 0 && error.kind != ErrorKind::WrongKey);
}

QJsonValue idJson(qint64 id)
{
    return id > 0 ? QJsonValue(id) : QJsonValue();
}

QJsonObject answerJson(ConversationId conversation, const Message &message,
    const Settlement &settlement, const std::optional<Error> &error)
{
    return {{u"conversation"_s, idJson(conversation.value)},
        {u"message"_s, idJson(message.id.value)}, {u"provider"_s, jsonOrNull(message.provider)},
        {u"model"_s, jsonOrNull(message.model)},
        {u"model_answered"_s, jsonOrNull(settlement.modelAnswered)}, {u"text"_s, message.text},
        {u"reasoning"_s, jsonOrNull(message.reasoning)},
        {u"finish_reason"_s, jsonOrNull(settlement.finishReason)},
        {u"usage"_s, usageJson(settlement.usage)}, {u"cost"_s, costJson(settlement)},
        {u"timings"_s, timingsJson(settlement.timings)},
        {u"error"_s, error ? QJsonValue(errorJson(*error)) : QJsonValue()}};
}

} // namespace

AskCommand::AskCommand(OwnedServices &services, const Output &output)
    : Command(output)
    , m_services(services)
    , m_choice(services)
{
}

AskCommand::~AskCommand() = default;

void AskCommand::start(const Arguments &arguments)
{
    const Result<AskOptions> options = AskOptions::read(arguments);
    if (!options) {
        fail(options.error());
        return;
    }
    m_arguments = arguments;
    m_options = *options;
    if (m_options.readsPrompt) {
        const Result<QString> prompt = promptFromStandardInput();
        if (!prompt) {
            fail(prompt.error());
            return;
        }
        m_options.prompt = *prompt;
    }
    m_interruption = std::make_unique<Interruption>();
    connect(m_interruption.get(), &Interruption::requested, this, &AskCommand::interrupt);
    connect(&output().standard(), &Channel::closed, this, &AskCommand::interrupt);
    whenDone(m_services.services().store.open(), this, [this](const Result<Done> &opened) {
        if (opened)
            loadConversation();
        else
            refuse(opened.error());
    });
}

void AskCommand::loadConversation()
{
    if (!m_options.conversation.isValid()) {
        chooseService({});
        return;
    }
    m_session = std::make_unique<ChatSession>(m_services.services(), m_options.conversation);
    watch(*m_session);
    connect(m_session.get(), &ChatSession::completed, this,
        [this] { chooseService(m_session->settings()); });
}

void AskCommand::chooseService(const GenerationSettings &before)
{
    const QString fallback =
        before.provider.isEmpty() ? QString(kDefaultProvider) : before.provider;
    const Result<Provider> provider = m_choice.choose(m_arguments, fallback);
    if (!provider) {
        refuse(provider.error());
        return;
    }
    const GenerationSettings settings = m_options.settingsFor(*provider,
        before.provider.isEmpty() ? m_services.providers().startingSettings(provider->id) : before);
    m_asked.provider = settings.provider;
    m_asked.model = settings.model;
    if (settings.model.isEmpty())
        chooseModel(*provider, settings);
    else
        openSession(settings);
}

/// A service that was named by its address alone: its first model.
void AskCommand::chooseModel(const Provider &provider, GenerationSettings settings)
{
    auto *workspace = new Workspace(m_services.services(), this);
    const QFuture<Result<QList<Model>>> fetched = workspace->fetchModels(provider.id);
    whenDone(fetched, this, [this, settings](const Result<QList<Model>> &models) mutable {
        if (!models || models->isEmpty()) {
            Error error = models ? Error{.kind = ErrorKind::UnknownModel} : models.error();
            if (models || hasAnswered(error)) {
                const QString hint = Tr::tr("the service tells no models; name one with --model");
                error.detail = error.detail.isEmpty() ? hint : error.detail + u"; "_s + hint;
            }
            refuse(error);
            return;
        }
        settings.model = models->constFirst().id;
        m_asked.model = settings.model;
        openSession(settings);
    });
}

void AskCommand::openSession(const GenerationSettings &settings)
{
    if (m_session) {
        m_session->setSettings(settings);
    } else {
        const Keep keep = m_options.keeps ? Keep::Conversation : Keep::LedgerOnly;
        m_session = std::make_unique<ChatSession>(m_services.services(), settings, keep);
        watch(*m_session);
    }
    send();
}

void AskCommand::watch(ChatSession &session)
{
    connect(&session, &ChatSession::replyStarted, this, &AskCommand::followReply);
    connect(&session, &ChatSession::refused, this, &AskCommand::refuse);
    connect(&session, &ChatSession::failed, this, [this](const Error &error) {
        if (m_session->isStreaming())
            m_storeError = error; // the answer goes on; said at its end
        else
            refuse(error);
    });
}

void AskCommand::send()
{
    if (!m_options.continues) {
        m_session->send(m_options.prompt, m_options.prefix);
        return;
    }
    if (!m_session->canContinue()) {
        refuse(wrongUsage(Tr::tr("The conversation does not end with an interrupted answer of a "
                                 "service that can continue it.")));
        return;
    }
    m_session->continueReply();
}

void AskCommand::followReply()
{
    const Reply *reply = m_session->reply();
    connect(reply, &Reply::appended, this, &AskCommand::printText);
    connect(reply, &Reply::phaseChanged, this, [this, reply] { tellPhase(*reply); });
    connect(reply, &Reply::finished, this, [this, reply] { endReply(*reply); });
}

void AskCommand::printText(const QString &text, const QString &reasoning)
{
    if (output().isJson())
        return;
    if (!reasoning.isEmpty()) {
        output().whisper(reasoning);
        m_reasoning = true;
    }
    if (text.isEmpty())
        return;
    if (std::exchange(m_reasoning, false))
        output().whisper(u"\n\n"_s);
    output().print(text);
    m_atLineStart = text.endsWith(u'\n');
}

void AskCommand::tellPhase(const Reply &reply)
{
    if (reply.phase() != ReplyPhase::Retrying || !reply.lastError())
        return;
    const QString message = errorMessage(*reply.lastError());
    const auto delay = reply.retryAt() - m_services.services().clock.now();
    output().note(delay.count() <= 0
            ? Tr::tr("pennyworth: %1 Trying again at once.", "an error's sentence").arg(message)
            : Tr::tr("pennyworth: %1 Trying again in %2.", "an error's sentence and a duration")
                  .arg(message, spanText(delay)));
}

void AskCommand::endReply(const Reply &reply)
{
    // A store that cannot keep the answer is the worse news: the answer itself has been printed.
    const bool isKept = reply.isKept();
    report(reply.message(), reply.entries().constLast(),
        isKept ? reply.message().error : m_storeError);
}

void AskCommand::refuse(const Error &error)
{
    report(m_asked, {}, error);
}

void AskCommand::report(
    const Message &message, const LedgerEntry &entry, const std::optional<Error> &error)
{
    const ConversationId conversation = m_session ? m_session->id() : ConversationId();
    if (output().isJson()) {
        output().print(
            answerJson(conversation, message, entry.settlement.value_or(Settlement()), error));
        finish(error ? exitStatusFor(*error) : ExitStatus::Done);
        return;
    }
    if (!m_atLineStart)
        output().print(u"\n"_s);
    if (m_reasoning)
        output().whisper(u"\n"_s);
    if (entry.settlement) {
        const QString kept = conversation.isValid()
            ? Tr::tr("conversation %1").arg(conversation.value)
            : Tr::tr("not kept", "a conversation");
        output().note(figuresText(entry) + u" · "_s + kept);
    }
    if (message.finishReason == FinishReason::Length && !error)
        noteCut();
    if (m_storeError && error == m_storeError)
        output().note(Tr::tr("The answer stands above; not all of it could be kept."));
    if (error)
        fail(*error);
    else
        finish(ExitStatus::Done);
}

/// Otherwise an answer that ends in the middle, or is all reasoning, would look like a whole one.
void AskCommand::noteCut()
{
    output().note(Tr::tr("The answer reached its limit and was cut off."));
    if (m_session->canContinue())
        output().note(Tr::tr("“pennyworth ask --conversation %1 --continue” goes on with it.")
                          .arg(m_session->id().value));
}

/// A second time it ends at once; what arrived is saved when the session goes.
void AskCommand::interrupt()
{
    const bool isFirst = !std::exchange(m_interrupted, true);
    if (isFirst && m_session && m_session->isBusy()) {
        m_session->stop();
        return;
    }
    const bool isLive = m_session && m_session->isStreaming();
    const bool isBilled = m_services.providers().find(m_asked.provider).valueOr({}).billable;
    refuse({.kind = ErrorKind::Cancelled,
        .charged = isLive && isBilled ? Charged::Maybe : Charged::No});
}

} // namespace pennyworth

#include "moc_askcommand.cpp"
