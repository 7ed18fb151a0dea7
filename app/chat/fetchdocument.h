// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/services.h"
#include "domain/whendone.h"

#include <QPromise>

#include <memory>

namespace pennyworth {

/// GET and parse: what asking a service for a small document takes once its key is known.
/// `make(key)` builds the request, `parse` reads the answer. Nothing is answered where `context`
/// dies first.
template <class T, class Make, class Parse>
QFuture<Result<T>> fetchDocument(const Services &services, const QFuture<Result<QString>> &key,
    QObject *context, Make make, Parse parse)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto end = [promise](Result<T> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    const auto send = [&transport = services.transport, context, make, parse, end](
                          const Result<QString> &found) {
        const Result<WireRequest> request = found ? make(*found) : found.error();
        if (!request)
            return end(request.error());
        whenDone(
            transport.fetch(*request), context, [parse, end](const Result<QByteArray> &answer) {
                end(answer ? parse(*answer) : Result<T>(answer.error()));
            });
    };
    whenDone(key, context, send);
    return promise->future();
}

} // namespace pennyworth
