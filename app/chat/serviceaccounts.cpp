// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/serviceaccounts.h"

#include "api/account.h"
#include "api/requestbuilder.h"
#include "chat/accountcurrency.h"
#include "chat/fetchdocument.h"

namespace pennyworth {

namespace {

/// One check under way: models first, then the balance.
struct Check {
    Services services;
    Provider provider;
    QString key;
    Instant started{};
    QPromise<Result<ServiceReport>> promise;

    void end(Result<ServiceReport> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

void askForBalance(
    const std::shared_ptr<Check> &check, const ServiceReport &report, QObject *context)
{
    if (!check->provider.hasBalance)
        return check->end(report);
    whenDone(fetchDocument<Balance>(
                 check->services, readyFuture(Result<QString>(check->key)), context,
                 [check](const QString &key) { return balanceRequest(check->provider, key); },
                 parseBalance),
        context, [check, report](const Result<Balance> &balance) {
            if (balance.hasError() && balance.error().kind == ErrorKind::WrongKey)
                return check->end(balance.error());
            ServiceReport whole = report;
            if (balance)
                whole.balance = *balance;
            check->end(whole);
        });
}

void askForModels(const std::shared_ptr<Check> &check, QObject *context)
{
    using Models = QList<Model>;
    check->started = check->services.clock.now();
    whenDone(fetchDocument<Models>(
                 check->services, readyFuture(Result<QString>(check->key)), context,
                 [check](const QString &key) { return modelsRequest(check->provider, key); },
                 [check](const QByteArray &json) { return parseModels(json, check->provider); }),
        context, [check, context](const Result<Models> &models) {
            if (!models)
                return check->end(models.error());
            const ServiceReport report{.models = *models,
                .keyMark = keyMark(check->key),
                .took = check->services.clock.now() - check->started};
            askForBalance(check, report, context);
        });
}

} // namespace

ServiceAccounts::ServiceAccounts(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

QFuture<Result<ServiceReport>> ServiceAccounts::check(const Provider &provider, const QString &key)
{
    const std::shared_ptr<Check> check(
        new Check{.services = m_services, .provider = provider, .key = {}, .promise = {}});
    check->promise.start();
    const QFuture<Result<QString>> known =
        key.isEmpty() ? m_services.keys.key(provider) : readyFuture(Result<QString>(key.trimmed()));
    whenDone(known, this, [this, check](const Result<QString> &found) {
        if (!found)
            return check->end(found.error());
        check->key = *found;
        askForModels(check, this);
    });
    return check->promise.future();
}

QFuture<Result<KeyStatus>> ServiceAccounts::keyStatus(const Provider &provider)
{
    return m_services.keys.status(provider);
}

QFuture<Result<Done>> ServiceAccounts::setKey(const QString &providerId, const QString &key)
{
    return m_services.keys.setKey(providerId, key);
}

Result<Done> ServiceAccounts::setSessionKey(const QString &providerId, const QString &key)
{
    return m_services.keys.setSessionKey(providerId, key);
}

QFuture<Result<Done>> ServiceAccounts::forgetKey(const QString &providerId)
{
    return m_services.keys.forgetKey(providerId);
}

} // namespace pennyworth

#include "moc_serviceaccounts.cpp"
