// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/estimator.h"

#include "domain/whendone.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

/// What is sent again of a reply, whose reasoning is not counted a second time.
std::optional<qint64> answerTokens(const Usage &usage)
{
    if (!usage.completion)
        return {};
    return *usage.completion - usage.reasoning.value_or(0);
}

/// The same of all requests of one reply: an answer that was continued has several. Empty where the
/// service did not count what one of them brought.
std::optional<qint64> answerTokens(const QList<LedgerEntry> &entries)
{
    std::optional<qint64> tokens;
    for (const LedgerEntry &entry : entries) {
        const Settlement settlement = entry.settlement.value_or(Settlement());
        if (const std::optional<qint64> answer = answerTokens(settlement.usage))
            tokens = tokens.value_or(0) + *answer;
        else if (settlement.outputBytes > 0)
            return {};
    }
    return tokens;
}

/// Where the rule of a service's cache is known.
std::optional<CacheRule> cacheRuleOf(const Provider &provider)
{
    return provider.priceBookProvider == "deepseek"_L1 ? std::optional(kDeepSeekCache)
                                                       : std::nullopt;
}

} // namespace

Estimator::Estimator(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

void Estimator::setSession(ChatSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &ChatSession::loaded, this, &Estimator::gather);
        connect(session, &ChatSession::completed, this, &Estimator::gather);
        connect(session, &ChatSession::branchChanged, this, &Estimator::gather);
        connect(session, &ChatSession::settingsChanged, this, &Estimator::gather);
        connect(session, &ChatSession::contextChanged, this, &Estimator::gather);
        connect(session, &ChatSession::replyFinished, this, [this] {
            m_model.clear(); // this reply teaches, too
            gather();
        });
    }
    gather();
}

void Estimator::setEdited(MessageId prompt)
{
    if (prompt == m_edited)
        return;
    m_edited = prompt;
    gather();
}

QList<MessageId> Estimator::branch() const
{
    const MessageTree &messages = m_session->messages();
    return messages.contains(m_edited) ? messages.branchTo(messages.at(m_edited).parent)
                                       : m_session->branch();
}

void Estimator::setQuote(const std::optional<Quote> &quote)
{
    if (quote == m_quote)
        return;
    m_quote = quote;
    emit changed();
}

void Estimator::gather()
{
    const GenerationSettings settings = m_session ? m_session->settings() : GenerationSettings{};
    const Result<Provider> provider = m_services.providers.find(settings.provider);
    const Model *model = provider ? provider->findModel(settings.model) : nullptr;
    m_context = model ? model->contextTokens : std::nullopt;
    m_cache = provider ? cacheRuleOf(*provider) : std::nullopt;
    if (settings.provider != m_provider || settings.model != m_model)
        ask();
    m_history = historyTokens();
    m_sent = lastSent();
    emit changed();
}

void Estimator::ask()
{
    const QString provider = m_session ? m_session->settings().provider : QString();
    const QString model = m_session ? m_session->settings().model : QString();
    m_provider = provider;
    m_model = model;
    if (model.isEmpty())
        return;
    const auto isWanted = [this, provider, model] {
        return provider == m_provider && model == m_model;
    };
    whenDone(m_services.store.replyLengths(provider, model), this,
        [this, isWanted](const Result<QList<qint64>> &read) {
            if (!isWanted())
                return;
            m_lengths = read.valueOr({});
            emit changed();
        });
    whenDone(m_services.store.learnedOutputRate(provider, model), this,
        [this, isWanted](const Result<TokenRate> &read) {
            if (!isWanted() || m_rate == read.valueOr({}))
                return;
            m_rate = read.valueOr({});
            m_history = historyTokens();
            emit changed();
        });
}

qint64 Estimator::tokensOf(QStringView text) const
{
    return estimateTokens(text, m_rate);
}

qint64 Estimator::tokensOf(const Message &message) const
{
    const std::optional<qint64> counted = answerTokens(m_session->entriesOf(message.id));
    return counted ? *counted : tokensOf(message.text);
}

QList<ContextPoint> Estimator::contextPoints() const
{
    QList<ContextPoint> points;
    if (!m_session)
        return points;
    qint64 tokens = tokensOf(m_session->settings().systemPrompt);
    const QList<MessageId> branch = m_session->branch();
    for (auto id = branch.crbegin(); id != branch.crend(); ++id) {
        const Message &message = m_session->messages().at(*id);
        tokens += tokensOf(message);
        if (message.role != Role::User || *id == branch.constFirst())
            continue;
        const Estimate estimate =
            estimateOf({.promptTokens = tokens, .quote = {}, .contextTokens = m_context});
        points.prepend({.first = *id, .tokens = tokens, .percent = estimate.contextPercent});
    }
    return points;
}

/// What the service counted last of what is sent now, and an estimate of what came since.
qint64 Estimator::historyTokens() const
{
    if (!m_session)
        return 0;
    const MessageId first = m_session->contextStart();
    qint64 tokens = 0;
    const QList<MessageId> branch = this->branch();
    for (auto id = branch.crbegin(); id != branch.crend(); ++id) {
        const QList<LedgerEntry> entries = m_session->entriesOf(*id);
        if (!entries.isEmpty() && countsWhatIsSent(entries.constLast())) {
            const Usage &usage = entries.constLast().settlement->usage;
            return tokens + *usage.prompt + answerTokens(usage).value_or(0);
        }
        tokens += tokensOf(m_session->messages().at(*id));
        if (*id == first)
            break;
    }
    return tokens + tokensOf(m_session->settings().systemPrompt);
}

/// Whether the service counted a request that began as the next one will. In an earlier run nobody
/// knows whether messages were left out before it or after it.
bool Estimator::countsWhatIsSent(const LedgerEntry &entry) const
{
    if (!entry.settlement || !entry.settlement->usage.prompt || !entry.settlement->usage.completion)
        return false;
    const std::optional<Instant> changed = m_session->prefixChanged();
    return changed ? entry.request.sent >= *changed : !m_session->contextStart().isValid();
}

/// The latest request to this model on the branch. Kept with it are its prompt and, where the model
/// did not reason, its answer: what it reasoned stands between them and is not sent again.
SentPrefix Estimator::lastSent() const
{
    if (!m_session)
        return {};
    const Instant changed = m_session->prefixChanged().value_or(Instant::min());
    const QList<MessageId> branch = this->branch();
    for (auto id = branch.crbegin(); id != branch.crend(); ++id) {
        const QList<LedgerEntry> entries = m_session->entriesOf(*id);
        if (entries.isEmpty() || !entries.constLast().settlement)
            continue;
        const LedgerEntry &entry = entries.constLast();
        const Usage &usage = entry.settlement->usage;
        if (entry.request.provider != m_provider || entry.request.model != m_model || !usage.prompt)
            continue;
        if (entry.request.sent < changed)
            return {};
        const bool reasoned = usage.reasoning.value_or(0) > 0;
        return {.tokens = *usage.prompt + (reasoned ? 0 : usage.completion.value_or(0)),
            .sent = entry.request.sent};
    }
    return {};
}

Estimate Estimator::estimate(qint64 promptTokens) const
{
    const qint64 whole = m_history + promptTokens;
    const Instant now = m_services.clock.now();
    return estimateOf({.promptTokens = whole,
        .cachedTokens = m_cache ? likelyCached(*m_cache, m_sent, whole, now) : 0,
        .output =
            outputRange(m_lengths, m_session ? m_session->settings().maxTokens : std::nullopt),
        .quote = m_quote,
        .contextTokens = m_context});
}

} // namespace pennyworth

#include "moc_estimator.cpp"
