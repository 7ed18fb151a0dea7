// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulator.h"

#include "simulator/tokens.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSaveFile>
#include <QTimeZone>
#include <QUuid>

#include <algorithm>

namespace pennyworth::simulated {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kContext = 1'048'576;
// api-docs.deepseek.com/quick_start/rate_limit: of an account, whatever its keys
constexpr int kConcurrentOfFlash = 2500;
constexpr int kConcurrentOfPro = 500;
constexpr QByteArrayView kChat = "/chat/completions";
constexpr QByteArrayView kFill = "/completions";
constexpr QByteArrayView kModels = "/models";
constexpr QByteArrayView kBalance = "/user/balance";

Instant systemNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

bool takePrefix(QByteArray &path, QByteArrayView prefix)
{
    const bool found =
        path.startsWith(prefix) && path.size() > prefix.size() && path.at(prefix.size()) == '/';
    if (found)
        path.remove(0, prefix.size());
    return found;
}

/// The key of "Authorization: Bearer key"; empty where there is none.
QString bearerKey(const HttpRequest &request)
{
    const QByteArray value = request.header("authorization");
    return value.left(7).toLower() == "bearer " ? QString::fromUtf8(value.mid(7)).trimmed()
                                                : QString();
}

bool seesImages(const QString &model)
{
    return model == "deepseek-flash"_L1 || model.contains("vision"_L1);
}

QByteArray httpDate(Instant instant)
{
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), QTimeZone::utc());
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

} // namespace

Simulator::Simulator(const PriceBook &prices, SimulatorOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_accounts(prices, m_options.scenario.account, m_options.now ? m_options.now : systemNow)
    , m_writer(m_options.seed)
    , m_server(this)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Simulator::accept);
    readCache();
}

Simulator::~Simulator()
{
    writeCache();
}

void Simulator::readCache()
{
    QFile file(m_options.cacheFile);
    if (!m_options.cacheFile.isEmpty() && file.open(QIODevice::ReadOnly))
        m_cache.addBytes(file.readAll());
}

/// The cache is a convenience: where it cannot be kept, the next process begins without it.
void Simulator::writeCache()
{
    if (m_options.cacheFile.isEmpty())
        return;
    readCache(); // what other processes have kept meanwhile
    QDir().mkpath(QFileInfo(m_options.cacheFile).path());
    QSaveFile file(m_options.cacheFile);
    if (file.open(QIODevice::WriteOnly) && file.write(m_cache.toBytes()) >= 0)
        file.commit();
}

Result<quint16> Simulator::listen()
{
    if (m_server.listen(QHostAddress::LocalHost, m_options.port))
        return m_server.serverPort();
    return Error{.kind = ErrorKind::ConnectionFailed,
        .detail = u"127.0.0.1:%1: %2"_s.arg(m_options.port).arg(m_server.errorString())};
}

void Simulator::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new HttpConnection(socket, m_options.limits, this);
        connect(connection, &HttpConnection::requestReceived, this,
            [this, connection](const HttpRequest &request) { receive(connection, request); });
    }
}

void Simulator::receive(HttpConnection *connection, const HttpRequest &request)
{
    Call call{.connection = connection, .request = request, .path = request.path};
    const bool beta = takePrefix(call.path, "/beta");
    takePrefix(call.path, "/v1");
    call.endpoint = beta ? Endpoint::Beta : Endpoint::Stable;
    call.key = bearerKey(request);
    call.traceId = QByteArray::number(++m_ids, 16).rightJustified(32, '0');

    const Fault fault = m_options.scenario.faultFor(call.path, ++m_counts[call.path]);
    call.writer = new ResponseWriter(connection, fault);
    if (fault.delay.count() == 0)
        answer(call);
    else
        QTimer::singleShot(fault.delay, call.writer, [this, call] { answer(call); });
}

void Simulator::answer(const Call &call)
{
    if (const auto &canned = call.writer->fault().canned) {
        call.writer->respond({.status = canned->status, .headers = canned->headers}, canned->body);
        return;
    }
    const bool isPost =
        call.path == kChat || (call.path == kFill && call.endpoint == Endpoint::Beta);
    if (!isPost && call.path != kModels && call.path != kBalance) {
        HttpHeaders headers = commonHeaders(call);
        headers.emplaceBack("Content-Type", "application/json");
        call.writer->respond(
            {.status = 404, .headers = headers}, notFoundBody(QString::fromLatin1(call.traceId)));
    } else if (call.request.method != (isPost ? "POST" : "GET")) {
        respond(call, methodNotAllowed());
    } else if (const auto error = refusal(call)) {
        respond(call, *error);
    } else if (call.path == kModels) {
        QJsonArray list;
        const QStringList models = m_accounts.models();
        for (const QString &id : models)
            list.append(QJsonObject{
                {u"id"_s, id}, {u"object"_s, u"model"_s}, {u"owned_by"_s, u"deepseek"_s}});
        respond(call, {{u"object"_s, u"list"_s}, {u"data"_s, list}});
    } else if (call.path == kBalance) {
        respond(call, m_accounts.balance(call.key));
    } else if (call.path == kChat) {
        completeChat(call);
    } else {
        fillMiddle(call);
    }
}

/// What the key alone decides. The keys that fail on purpose are documented in README.md.
std::optional<ApiError> Simulator::refusal(const Call &call) const
{
    if (m_options.keyRule == KeyRule::Needed && call.key.isEmpty())
        return keyMissing();
    if (call.key == "sk-wrong"_L1)
        return keyWrong(call.key);
    if (call.path != kChat && call.path != kFill)
        return std::nullopt;
    if (call.key == "sk-limited"_L1)
        return rateLimited();
    if (call.key == "sk-broken"_L1)
        return serverFailed();
    if (call.key == "sk-busy"_L1)
        return overloaded();
    if (!m_accounts.hasMoney(call.key))
        return balanceUsedUp();
    return std::nullopt;
}

std::optional<ApiError> Simulator::refusal(
    const Call &call, const CompletionOptions &options, qint64 promptTokens, int images) const
{
    const Result<Quote> quote = m_accounts.quote(options.model);
    if (!quote)
        return invalidFormat(u"Model Not Exist"_s);
    if (images > 0 && !seesImages(quote->servedAs) && !seesImages(options.model))
        return invalidFormat(u"This model does not support image"_s);
    const qint64 wanted = promptTokens + options.maxTokens.value_or(0);
    if (wanted > kContext)
        return invalidFormat(
            u"This model's maximum context length is %1 tokens. However, you requested %2 tokens "
            u"(%3 in the "
            "messages, %4 in the completion). Please reduce the length of the messages or completion."_s
                .arg(kContext)
                .arg(wanted)
                .arg(promptTokens)
                .arg(options.maxTokens.value_or(0)));
    const int most = m_options.scenario.account.concurrentRequests.value_or(
        quote->servedAs == "deepseek-v4-pro"_L1 ? kConcurrentOfPro : kConcurrentOfFlash);
    if (m_underWay.value(queueOf(call.key, options.model)) >= most)
        return rateLimited();
    return std::nullopt;
}

/// What is counted together against the limit on concurrent requests: an account and a model.
QString Simulator::queueOf(const QString &key, const QString &model) const
{
    return key + u'\n' + m_accounts.quote(model)->servedAs;
}

void Simulator::completeChat(const Call &call)
{
    const auto parsed = parseChatRequest(call.request.body, call.endpoint);
    if (const auto *error = std::get_if<ApiError>(&parsed)) {
        respond(call, *error);
        return;
    }
    const auto &request = std::get<ChatRequest>(parsed);
    const RenderedPrompt prompt = renderPrompt(request);
    int images = 0;
    for (const WireMessage &message : request.messages)
        images += message.images;
    if (const auto error = refusal(call, request.options, prompt.trail.size(), images)) {
        respond(call, *error);
        return;
    }

    const QString owner = call.key + u'\n' + request.userId + u'\n'
        + m_accounts.quote(request.options.model)->servedAs;
    CompletionExchange::Job job;
    job.answer = m_writer.answerTo(request);
    job.identity.thinking = request.thinking;
    job.hitTokens = m_cache.hits(owner, prompt.trail);
    job.missTokens = prompt.trail.size() - job.hitTokens;
    m_cache.store(owner, prompt.trail, prompt.userInputEnd);

    const WireMessage message{.role = WireRole::Assistant,
        .content = job.answer.content,
        .reasoning = job.answer.reasoning,
        .toolCalls = job.answer.toolCalls};
    run(call, std::move(job), request.options, [this, owner, request, message] {
        const RenderedPrompt answered = renderAnswered(request, message);
        m_cache.store(owner, answered.trail, answered.userInputEnd);
    });
}

void Simulator::fillMiddle(const Call &call)
{
    const auto parsed = parseFillRequest(call.request.body);
    if (const auto *error = std::get_if<ApiError>(&parsed)) {
        respond(call, *error);
        return;
    }
    const auto &request = std::get<FillRequest>(parsed);
    TokenTrail prompt;
    prompt.appendMark(u'F');
    prompt.append(request.prompt);
    prompt.appendMark(u'G');
    prompt.append(request.suffix);
    prompt.appendMark(u'H');
    if (const auto error = refusal(call, request.options, prompt.size(), 0)) {
        respond(call, *error);
        return;
    }

    const QString owner = call.key + u'\n' + m_accounts.quote(request.options.model)->servedAs;
    CompletionExchange::Job job;
    job.identity.kind = CompletionKind::Fill;
    job.answer = m_writer.fill(request);
    job.hitTokens = m_cache.hits(owner, prompt);
    job.missTokens = prompt.size() - job.hitTokens;
    m_cache.store(owner, prompt, prompt.size() - 1);
    run(call, std::move(job), request.options, [] {});
}

void Simulator::run(const Call &call, CompletionExchange::Job job, const CompletionOptions &options,
    std::function<void()> rememberAnswer)
{
    job.stream = options.stream;
    job.identity.id = newId();
    job.identity.created =
        std::chrono::duration_cast<std::chrono::seconds>(m_accounts.now().time_since_epoch())
            .count();
    job.identity.model = m_accounts.quote(options.model)->servedAs;
    job.identity.includeUsage = options.includeUsage;
    job.headers = commonHeaders(call);
    auto *exchange =
        new CompletionExchange(call.connection, call.writer, std::move(job), m_options.pace);
    const QString queue = queueOf(call.key, options.model);
    ++m_underWay[queue];
    connect(exchange, &CompletionExchange::finished, this,
        [this, queue, key = call.key, model = options.model, remember = std::move(rememberAnswer)](
            const CompletionUsage &usage, bool isWhole) {
            --m_underWay[queue];
            m_accounts.charge(
                key, model, {.hit = usage.hit, .miss = usage.miss, .output = usage.completion});
            if (isWhole)
                remember();
        });
    exchange->start();
}

HttpHeaders Simulator::commonHeaders(const Call &call) const
{
    return {{"Server", "pennyworth-simulator"}, {"Date", httpDate(m_accounts.now())},
        {"x-ds-trace-id", call.traceId}};
}

QString Simulator::newId()
{
    const QByteArray name = QByteArray::number(m_options.seed) + '/' + QByteArray::number(++m_ids);
    return QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces);
}

void Simulator::respond(const Call &call, const QJsonObject &body)
{
    HttpHeaders headers = commonHeaders(call);
    headers.emplaceBack("Content-Type", "application/json");
    call.writer->respond(
        {.status = 200, .headers = headers}, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void Simulator::respond(const Call &call, const ApiError &error)
{
    HttpHeaders headers = commonHeaders(call);
    headers.emplaceBack("Content-Type", "application/json");
    if (error.retryAfterSeconds > 0)
        headers.emplaceBack("Retry-After", QByteArray::number(error.retryAfterSeconds));
    call.writer->respond({.status = error.status, .headers = headers}, error.body());
}

} // namespace pennyworth::simulated

#include "moc_simulator.cpp"
