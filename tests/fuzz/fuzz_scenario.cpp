// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario.h"

#include <cstdint>
#include <cstdlib>

using namespace pennyworth;
using namespace pennyworth::simulated;

// Any file is a scenario or an error that says something.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<Scenario> scenario =
        parseScenario(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (scenario.hasError() && scenario.error().detail.isEmpty())
        std::abort();
    if (scenario.hasValue() && scenario->faultFor("/chat/completions", 1).delay.count() < 0)
        std::abort();
    return 0;
}
