// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/eventstreamparser.h"

#include <cstdint>
#include <cstdlib>

using namespace pennyworth;

/// The first byte says how long the pieces are: whatever the cut, the events are the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *input, size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype length = 1 + input[0] % 16;
    const QByteArrayView bytes(input + 1, static_cast<qsizetype>(size) - 1);

    EventStreamParser whole;
    QList<ServerEvent> expected = whole.append(bytes);
    expected += whole.finish();

    EventStreamParser cut;
    QList<ServerEvent> events;
    for (qsizetype at = 0; at < bytes.size(); at += length)
        events += cut.append(bytes.sliced(at, qMin(length, bytes.size() - at)));
    events += cut.finish();
    if (events != expected || cut.commentCount() != whole.commentCount())
        std::abort();
    return 0;
}
