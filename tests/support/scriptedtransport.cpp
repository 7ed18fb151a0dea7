// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedtransport.h"

#include "domain/whendone.h"

namespace pennyworth::test {

void ScriptedStream::cancel()
{
    if (std::exchange(m_hasEnded, true))
        return;
    const Charged charged = !m_left ? Charged::No : m_hasByte ? Charged::Yes : Charged::Maybe;
    const ReplyEnd cancelled{
        .error = Error{.kind = ErrorKind::Cancelled, .charged = charged}, .requestLeft = m_left};
    QMetaObject::invokeMethod(
        this, [this, cancelled] { emit finished(cancelled); }, Qt::QueuedConnection);
}

void ScriptedStream::leave()
{
    if (!std::exchange(m_left, true))
        emit requestSent();
}

void ScriptedStream::tell(const Delta &delta)
{
    leave();
    if (!std::exchange(m_hasByte, true))
        emit firstByte();
    emit deltas({delta});
}

void ScriptedStream::say(const QString &text)
{
    tell(TextDelta{text});
}

void ScriptedStream::think(const QString &reasoning)
{
    tell(ReasoningDelta{reasoning});
}

void ScriptedStream::report(const Usage &usage, const std::optional<Money> &cost)
{
    tell(UsageDelta{usage, cost});
}

void ScriptedStream::complete(FinishReason reason)
{
    tell(FinishDelta{reason,
        reason == FinishReason::Length ? QStringLiteral("length") : QStringLiteral("stop")});
    end({.requestLeft = true});
}

void ScriptedStream::fail(Error error)
{
    end({.error = std::move(error), .requestLeft = m_left});
}

void ScriptedStream::refuseLimitField(Error error)
{
    end({.error = std::move(error), .requestLeft = m_left, .limitFieldRefused = true});
}

void ScriptedStream::end(const ReplyEnd &end)
{
    if (!std::exchange(m_hasEnded, true))
        emit finished(end);
}

std::unique_ptr<ReplyStream> ScriptedTransport::post(const WireRequest &request, const Provider &)
{
    m_posts.append(request);
    auto stream = std::make_unique<ScriptedStream>();
    m_stream = stream.get();
    if (m_script) {
        const int attempt = static_cast<int>(m_posts.size());
        QMetaObject::invokeMethod(
            stream.get(), [this, stream = stream.get(), attempt] { m_script(*stream, attempt); },
            Qt::QueuedConnection);
    }
    return stream;
}

QFuture<Result<QByteArray>> ScriptedTransport::fetch(const WireRequest &request)
{
    m_fetches.append(request);
    if (!m_holdsDocuments)
        return readyFuture(document(request.url.path()));
    const auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    m_held.append({.path = request.url.path(), .promise = promise});
    return promise->future();
}

void ScriptedTransport::releaseDocuments()
{
    m_holdsDocuments = false;
    const QList<HeldFetch> held = std::exchange(m_held, {});
    for (const HeldFetch &fetch : held) {
        fetch.promise->addResult(document(fetch.path));
        fetch.promise->finish();
    }
}

Result<QByteArray> ScriptedTransport::document(const QString &path) const
{
    const Error nothing{.kind = ErrorKind::NotFound, .status = 404};
    return m_documents.value(path, Result<QByteArray>(nothing));
}

} // namespace pennyworth::test

#include "moc_scriptedtransport.cpp"
