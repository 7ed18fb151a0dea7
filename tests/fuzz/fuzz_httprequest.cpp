// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httprequestparser.h"

#include <cstdint>
#include <cstdlib>

using namespace pennyworth::simulated;

namespace {

struct Outcome {
    QList<HttpRequest> requests;
    int errorStatus = 0;
};

Outcome parsedInSteps(const QByteArray &bytes, qsizetype step)
{
    HttpRequestParser parser(HttpLimits{.head = 2000, .body = 20'000});
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        parser.addBytes(bytes.mid(at, step));
        while (auto request = parser.next())
            outcome.requests.append(*request);
    }
    outcome.errorStatus = parser.errorStatus();
    return outcome;
}

bool same(const HttpRequest &a, const HttpRequest &b)
{
    return a.method == b.method && a.path == b.path && a.query == b.query && a.headers == b.headers
        && a.body == b.body;
}

} // namespace

// However the bytes are split, the same requests come out, and the same error.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const Outcome whole = parsedInSteps(bytes, qMax<qsizetype>(1, bytes.size()));
    const Outcome pieces = parsedInSteps(bytes, 1 + data[0] % 32);
    if (whole.errorStatus != pieces.errorStatus || whole.requests.size() != pieces.requests.size())
        std::abort();
    for (qsizetype i = 0; i < whole.requests.size(); ++i) {
        if (!same(whole.requests.at(i), pieces.requests.at(i)))
            std::abort();
    }
    return 0;
}
