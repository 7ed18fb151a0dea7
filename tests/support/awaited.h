// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QFuture>
#include <QTest>

namespace pennyworth::test {

/// The result of `future`, waited for in the event loop; an Error with a telling detail where it
/// does not come.
template <class T>
Result<T> awaited(
    const QFuture<Result<T>> &future, std::chrono::milliseconds limit = std::chrono::seconds(10))
{
    if (!QTest::qWaitFor(
            [&future] { return future.isFinished(); }, static_cast<int>(limit.count())))
        return Error{.detail = QStringLiteral("the future was not ready in time")};
    if (future.resultCount() == 0)
        return Error{.detail = QStringLiteral("the future ended without a result")};
    return future.result();
}

} // namespace pennyworth::test
