// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keystore.h"

#include "domain/whendone.h"

#include <QDeadlineTimer>
#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <algorithm>
#include <memory>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxKeyLength = 4096;

Result<QString> validKey(const QString &text)
{
    const QString key = text.trimmed();
    const auto isPrintable = [](QChar c) { return c > u' ' && c < u'\x7f'; };
    if (key.isEmpty())
        return Error{.kind = ErrorKind::InvalidValue, .detail = u"the key is empty"_s};
    if (key.size() > kMaxKeyLength)
        return Error{.kind = ErrorKind::InvalidValue, .detail = u"the key is too long to be one"_s};
    if (!std::ranges::all_of(key, isPrintable)) {
        return Error{.kind = ErrorKind::InvalidValue,
            .detail = u"the key holds spaces, line breaks or characters that no key has"_s};
    }
    return key;
}

QString keyInEnvironment(const Provider &provider)
{
    if (provider.keyVariable.isEmpty())
        return {};
    return qEnvironmentVariable(provider.keyVariable.toLatin1().constData()).trimmed();
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {.kind = ErrorKind::NoKey, .detail = job.errorString()};
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {.kind = ErrorKind::KeychainLocked, .detail = job.errorString()};
    case QKeychain::NoError:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return {.kind = ErrorKind::KeychainUnavailable, .detail = job.errorString()};
}

/// A keyring's "entry not found" as it may be told: it says the same when it is locked.
Error certain(Error error, bool forgotten)
{
    if (error.kind == ErrorKind::NoKey && !forgotten)
        error.kind = ErrorKind::KeychainLocked;
    return error;
}

/// A promise that callbacks can share; one that nobody keeps ends its future without a result.
template <class T>
std::shared_ptr<QPromise<Result<T>>> startedPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <class T>
void answer(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace

KeyStore::KeyStore(QString service, std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_timeout(timeout)
{
}

KeyStore::~KeyStore() = default;

QFuture<Result<QString>> KeyStore::key(const Provider &provider)
{
    const QString given = keyInEnvironment(provider);
    if (!given.isEmpty())
        return readyFuture(validKey(given));
    if (m_sessionKeys.contains(provider.id))
        return readyFuture(Result<QString>(m_sessionKeys.value(provider.id)));
    if (!provider.needsKey)
        return readyFuture(Result<QString>(QString()));

    const auto promise = startedPromise<QString>();
    const QString id = provider.id;
    read(id, QDeadlineTimer(m_timeout), [this, promise, id](const Result<QString> &found) {
        if (found)
            answer(*promise, found);
        else
            answer<QString>(*promise, certain(found.error(), m_forgotten.contains(id)));
    });
    return promise->future();
}

QFuture<Result<Done>> KeyStore::setKey(const QString &providerId, const QString &key)
{
    const Result<QString> valid = validKey(key);
    if (!valid)
        return readyFuture(Result<Done>(valid.error()));

    const auto promise = startedPromise<Done>();
    const QDeadlineTimer deadline(m_timeout);
    // What a keyring took is not always what it gives: one whose prompt was dismissed reports
    // success.
    const auto compare = [this, promise, providerId, key = *valid](const Result<QString> &kept) {
        if (!kept)
            return answer<Done>(*promise, certain(kept.error(), false));
        if (*kept != key) {
            return answer<Done>(*promise,
                Error{.kind = ErrorKind::KeychainLocked,
                    .detail = u"the keychain kept another key"_s});
        }
        m_forgotten.remove(providerId);
        m_sessionKeys.remove(providerId);
        answer<Done>(*promise, Done{});
    };
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(*valid);
    run(job, providerId, deadline, [=, this](const Result<QString> &written) {
        if (!written)
            return answer<Done>(*promise, certain(written.error(), false));
        read(providerId, deadline, compare);
    });
    return promise->future();
}

Result<Done> KeyStore::setSessionKey(const QString &providerId, const QString &key)
{
    const Result<QString> valid = validKey(key);
    if (!valid)
        return valid.error();
    m_sessionKeys.insert(providerId, *valid);
    return Done{};
}

QFuture<Result<Done>> KeyStore::forgetKey(const QString &providerId)
{
    // Such a key was taken because the keychain takes none.
    if (m_sessionKeys.remove(providerId) > 0)
        return readyFuture(Result<Done>(Done{}));
    const auto promise = startedPromise<Done>();
    const QDeadlineTimer deadline(m_timeout);
    const auto verify = [this, promise, providerId](const Result<QString> &left) {
        if (left)
            return answer<Done>(*promise,
                Error{.kind = ErrorKind::KeychainLocked,
                    .detail = u"the keychain still holds the key"_s});
        if (left.error().kind != ErrorKind::NoKey)
            return answer<Done>(*promise, left.error());
        m_forgotten.insert(providerId);
        answer<Done>(*promise, Done{});
    };
    const auto removed = [this, promise, providerId, deadline, verify](
                             const Result<QString> &result) {
        if (!result)
            return answer<Done>(*promise, certain(result.error(), false));
        read(providerId, deadline, verify);
    };
    // A locked keyring reports the removal of what it does not show as success, so the key is
    // looked at first.
    read(providerId, deadline,
        [this, promise, providerId, deadline, removed](const Result<QString> &held) {
            if (held)
                return run(
                    new QKeychain::DeletePasswordJob(m_service), providerId, deadline, removed);
            if (held.error().kind == ErrorKind::NoKey && m_forgotten.contains(providerId))
                return answer<Done>(*promise, Done{});
            answer<Done>(*promise, certain(held.error(), false));
        });
    return promise->future();
}

QFuture<Result<KeyStatus>> KeyStore::status(const Provider &provider)
{
    KeyStatus status{.provider = provider.id, .variable = provider.keyVariable};
    if (!keyInEnvironment(provider).isEmpty())
        status.place = KeyPlace::Environment;
    else if (m_sessionKeys.contains(provider.id))
        status.place = KeyPlace::Session;
    if (status.place != KeyPlace::None || !provider.needsKey)
        return readyFuture(Result<KeyStatus>(status));

    const auto promise = startedPromise<KeyStatus>();
    read(provider.id, QDeadlineTimer(m_timeout),
        [promise, status](const Result<QString> &found) mutable {
            if (!found && found.error().kind != ErrorKind::NoKey)
                return answer<KeyStatus>(*promise, found.error());
            if (found)
                status.place = KeyPlace::Keychain;
            answer<KeyStatus>(*promise, status);
        });
    return promise->future();
}

void KeyStore::read(const QString &providerId, QDeadlineTimer deadline, const Ended &ended)
{
    run(new QKeychain::ReadPasswordJob(m_service), providerId, deadline, ended);
}

void KeyStore::run(
    QKeychain::Job *job, const QString &providerId, QDeadlineTimer deadline, const Ended &ended)
{
    job->setKey(providerId);
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // never a plain text file

    // The job has no parent and may outlive this object; the timer is what ties it to us.
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [timer, job, ended] {
        QObject::disconnect(job, nullptr, timer, nullptr);
        timer->deleteLater();
        ended(Error{.kind = ErrorKind::KeychainLocked,
            .detail = u"the keychain has not answered in time"_s});
    });
    connect(job, &QKeychain::Job::finished, timer, [timer, ended](QKeychain::Job *finished) {
        timer->stop();
        timer->deleteLater();
        if (finished->error() != QKeychain::NoError)
            return ended(errorOf(*finished));
        const auto *reader = qobject_cast<QKeychain::ReadPasswordJob *>(finished);
        ended(reader ? reader->textData() : QString());
    });
    timer->start(std::chrono::milliseconds(deadline.remainingTime()));
    job->start();
}

void makeProcessUndumpable()
{
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace pennyworth

#include "moc_keystore.cpp"
