// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricetext.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

// What DeepSeek charged, on both sides of every change. Written from the provider's published
// lists, per million tokens as cache hit / cache miss / output; never from what the program
// answers.

namespace {

struct Fact {
    const char *name;
    const char *model;
    const char *at;
    const char *usd;
    const char *cny;
    const char *window;
    const char *servedAs;
};

constexpr const char *kNone = nullptr; // no price is known

// clang-format off
constexpr Fact kFacts[] {
    // deepseek-chat: V2, V2.5
    {"chat: before the first list", "deepseek-chat", "2024-05-05T23:59:59.999Z", kNone, kNone, kNone, kNone},
    {"chat: first list, without a hit price", "deepseek-chat", "2024-05-06T00:00Z", "-/0.14/0.28", "-/1/2", "standard", "deepseek-chat"},
    {"chat: last moment without a hit price", "deepseek-chat", "2024-08-01T23:59:59.999Z", "-/0.14/0.28", "-/1/2", "standard", "deepseek-chat"},
    {"chat: the cache gets a price", "deepseek-chat", "2024-08-02T00:00Z", "0.014/0.14/0.28", "0.1/1/2", "standard", "deepseek-chat"},
    {"chat: V2.5 at the same price", "deepseek-chat", "2024-09-05T00:00Z", "0.014/0.14/0.28", "0.1/1/2", "standard", "deepseek-chat"},
    // deepseek-coder
    {"coder: before the first list", "deepseek-coder", "2024-06-13T23:59:59.999Z", kNone, kNone, kNone, kNone},
    {"coder: first list", "deepseek-coder", "2024-06-14T00:00Z", "-/0.14/0.28", "-/1/2", "standard", "deepseek-coder"},
    {"coder: the cache gets a price", "deepseek-coder", "2024-08-02T00:00Z", "0.014/0.14/0.28", "0.1/1/2", "standard", "deepseek-coder"},
    {"coder: its last own moment", "deepseek-coder", "2024-09-04T23:59:59.999Z", "0.014/0.14/0.28", "0.1/1/2", "standard", "deepseek-coder"},
    {"coder: an alias from the merger on", "deepseek-coder", "2024-09-05T00:00Z", "0.014/0.14/0.28", "0.1/1/2", "standard", "deepseek-chat"},
    {"coder: gone with V3", "deepseek-coder", "2024-12-26T00:00Z", kNone, kNone, kNone, kNone},
    // V3 and its launch prices
    {"V3 at launch prices", "deepseek-chat", "2024-12-26T00:00Z", "0.014/0.14/0.28", "0.1/1/2", "standard", "deepseek-chat"},
    {"last moment of the launch prices", "deepseek-chat", "2025-02-08T15:59:59.999Z", "0.014/0.14/0.28", "0.1/1/2", "standard", "deepseek-chat"},
    {"first moment of V3's list price", "deepseek-chat", "2025-02-08T16:00Z", "0.07/0.27/1.1", "0.5/2/8", "standard", "deepseek-chat"},
    // R1
    {"R1: before the first list", "deepseek-reasoner", "2025-01-19T23:59:59.999Z", kNone, kNone, kNone, kNone},
    {"R1: first list", "deepseek-reasoner", "2025-01-20T00:00Z", "0.14/0.55/2.19", "1/4/16", "standard", "deepseek-reasoner"},
    {"R1 has no part in the end of the launch prices", "deepseek-reasoner", "2025-02-08T16:00Z", "0.14/0.55/2.19", "1/4/16", "standard", "deepseek-reasoner"},
    // nightly discount of 2025: 16:30 to 00:30 UTC
    {"chat: before the first discount", "deepseek-chat", "2025-02-26T16:29:59.999Z", "0.07/0.27/1.1", "0.5/2/8", "standard", "deepseek-chat"},
    {"chat: first moment of the first discount", "deepseek-chat", "2025-02-26T16:30Z", "0.035/0.135/0.55", "0.25/1/4", "off-peak", "deepseek-chat"},
    {"chat: the discount goes on past midnight", "deepseek-chat", "2025-02-27T00:00Z", "0.035/0.135/0.55", "0.25/1/4", "off-peak", "deepseek-chat"},
    {"chat: last moment of the first discount", "deepseek-chat", "2025-02-27T00:29:59.999Z", "0.035/0.135/0.55", "0.25/1/4", "off-peak", "deepseek-chat"},
    {"chat: after the first discount", "deepseek-chat", "2025-02-27T00:30Z", "0.07/0.27/1.1", "0.5/2/8", "standard", "deepseek-chat"},
    {"chat: no discount in the night before", "deepseek-chat", "2025-02-26T00:15Z", "0.07/0.27/1.1", "0.5/2/8", "standard", "deepseek-chat"},
    {"R1: before the first discount", "deepseek-reasoner", "2025-02-26T16:29:59.999Z", "0.14/0.55/2.19", "1/4/16", "standard", "deepseek-reasoner"},
    {"R1: first moment of the first discount", "deepseek-reasoner", "2025-02-26T16:30Z", "0.035/0.135/0.55", "0.25/1/4", "off-peak", "deepseek-reasoner"},
    {"R1: last moment of the first discount", "deepseek-reasoner", "2025-02-27T00:29:59.999Z", "0.035/0.135/0.55", "0.25/1/4", "off-peak", "deepseek-reasoner"},
    {"R1: after the first discount", "deepseek-reasoner", "2025-02-27T00:30Z", "0.14/0.55/2.19", "1/4/16", "standard", "deepseek-reasoner"},
    {"the discount survives the change to V3-0324 at midnight", "deepseek-chat", "2025-03-24T00:00Z", "0.035/0.135/0.55", "0.25/1/4", "off-peak", "deepseek-chat"},
    {"a Chinese holiday of 2025 has its discount at night only", "deepseek-chat", "2025-05-01T02:00Z", "0.07/0.27/1.1", "0.5/2/8", "standard", "deepseek-chat"},
    {"R1-0528 at the same price", "deepseek-reasoner", "2025-05-28T12:00Z", "0.14/0.55/2.19", "1/4/16", "standard", "deepseek-reasoner"},
    {"a Saturday has the discount too", "deepseek-reasoner", "2025-05-31T20:00Z", "0.035/0.135/0.55", "0.25/1/4", "off-peak", "deepseek-reasoner"},
    {"V3.1 at the old price, discounted", "deepseek-chat", "2025-08-21T00:29:59.999Z", "0.035/0.135/0.55", "0.25/1/4", "off-peak", "deepseek-chat"},
    {"V3.1 at the old price", "deepseek-chat", "2025-08-21T00:30Z", "0.07/0.27/1.1", "0.5/2/8", "standard", "deepseek-chat"},
    {"last moment of the last discount", "deepseek-chat", "2025-09-05T00:29:59.999Z", "0.035/0.135/0.55", "0.25/1/4", "off-peak", "deepseek-chat"},
    {"after the last discount", "deepseek-chat", "2025-09-05T00:30Z", "0.07/0.27/1.1", "0.5/2/8", "standard", "deepseek-chat"},
    // V3.1
    {"chat: last moment of the list of February", "deepseek-chat", "2025-09-05T15:59:59.999Z", "0.07/0.27/1.1", "0.5/2/8", "standard", "deepseek-chat"},
    {"chat: first moment of V3.1's list", "deepseek-chat", "2025-09-05T16:00Z", "0.07/0.56/1.68", "0.5/4/12", "standard", "deepseek-chat"},
    {"chat: no discount from then on", "deepseek-chat", "2025-09-05T16:30Z", "0.07/0.56/1.68", "0.5/4/12", "standard", "deepseek-chat"},
    {"R1's price until V3.1's list", "deepseek-reasoner", "2025-09-05T15:59:59.999Z", "0.14/0.55/2.19", "1/4/16", "standard", "deepseek-reasoner"},
    {"reasoner: first moment of V3.1's list", "deepseek-reasoner", "2025-09-05T16:00Z", "0.07/0.56/1.68", "0.5/4/12", "standard", "deepseek-reasoner"},
    {"reasoner: no discount from then on", "deepseek-reasoner", "2025-09-06T00:15Z", "0.07/0.56/1.68", "0.5/4/12", "standard", "deepseek-reasoner"},
    {"V3.1-Terminus at the same price", "deepseek-chat", "2025-09-22T00:00Z", "0.07/0.56/1.68", "0.5/4/12", "standard", "deepseek-chat"},
    // V3.2
    {"chat: before V3.2-Exp", "deepseek-chat", "2025-09-28T23:59:59.999Z", "0.07/0.56/1.68", "0.5/4/12", "standard", "deepseek-chat"},
    {"chat: V3.2-Exp", "deepseek-chat", "2025-09-29T00:00Z", "0.028/0.28/0.42", "0.2/2/3", "standard", "deepseek-chat"},
    {"reasoner: before V3.2-Exp", "deepseek-reasoner", "2025-09-28T23:59:59.999Z", "0.07/0.56/1.68", "0.5/4/12", "standard", "deepseek-reasoner"},
    {"reasoner: V3.2-Exp", "deepseek-reasoner", "2025-09-29T00:00Z", "0.028/0.28/0.42", "0.2/2/3", "standard", "deepseek-reasoner"},
    {"V3.2 at the same price", "deepseek-chat", "2025-12-01T00:00Z", "0.028/0.28/0.42", "0.2/2/3", "standard", "deepseek-chat"},
    // V4
    {"chat: before V4", "deepseek-chat", "2026-04-23T23:59:59.999Z", "0.028/0.28/0.42", "0.2/2/3", "standard", "deepseek-chat"},
    {"chat: billed as V4-Flash", "deepseek-chat", "2026-04-24T00:00Z", "0.028/0.14/0.28", "0.2/1/2", "standard", "deepseek-chat"},
    {"reasoner: before V4", "deepseek-reasoner", "2026-04-23T23:59:59.999Z", "0.028/0.28/0.42", "0.2/2/3", "standard", "deepseek-reasoner"},
    {"reasoner: billed as V4-Flash", "deepseek-reasoner", "2026-04-24T00:00Z", "0.028/0.14/0.28", "0.2/1/2", "standard", "deepseek-reasoner"},
    {"V4-Flash: before its launch", "deepseek-v4-flash", "2026-04-23T23:59:59.999Z", kNone, kNone, kNone, kNone},
    {"V4-Flash: launch", "deepseek-v4-flash", "2026-04-24T00:00Z", "0.028/0.14/0.28", "0.2/1/2", "standard", "deepseek-v4-flash"},
    {"V4-Pro: before its launch", "deepseek-v4-pro", "2026-04-23T23:59:59.999Z", kNone, kNone, kNone, kNone},
    {"V4-Pro: launch", "deepseek-v4-pro", "2026-04-24T00:00Z", "0.145/1.74/3.48", "1/12/24", "standard", "deepseek-v4-pro"},
    {"V4-Pro: last moment of its launch price", "deepseek-v4-pro", "2026-04-25T15:59:59.999Z", "0.145/1.74/3.48", "1/12/24", "standard", "deepseek-v4-pro"},
    {"V4-Pro: 75 % off", "deepseek-v4-pro", "2026-04-25T16:00Z", "0.03625/0.435/0.87", "0.25/3/6", "standard", "deepseek-v4-pro"},
    {"V4-Pro: before the cut of the hit price", "deepseek-v4-pro", "2026-04-26T12:14:59.999Z", "0.03625/0.435/0.87", "0.25/3/6", "standard", "deepseek-v4-pro"},
    {"V4-Pro: the hit price is a tenth", "deepseek-v4-pro", "2026-04-26T12:15Z", "0.003625/0.435/0.87", "0.025/3/6", "standard", "deepseek-v4-pro"},
    {"V4-Flash: before the cut of the hit price", "deepseek-v4-flash", "2026-04-26T12:14:59.999Z", "0.028/0.14/0.28", "0.2/1/2", "standard", "deepseek-v4-flash"},
    {"V4-Flash: the hit price is a tenth", "deepseek-v4-flash", "2026-04-26T12:15Z", "0.0028/0.14/0.28", "0.02/1/2", "standard", "deepseek-v4-flash"},
    {"chat: before the cut of the hit price", "deepseek-chat", "2026-04-26T12:14:59.999Z", "0.028/0.14/0.28", "0.2/1/2", "standard", "deepseek-chat"},
    {"chat: the hit price is a tenth", "deepseek-chat", "2026-04-26T12:15Z", "0.0028/0.14/0.28", "0.02/1/2", "standard", "deepseek-chat"},
    {"reasoner: before the cut of the hit price", "deepseek-reasoner", "2026-04-26T12:14:59.999Z", "0.028/0.14/0.28", "0.2/1/2", "standard", "deepseek-reasoner"},
    {"reasoner: the hit price is a tenth", "deepseek-reasoner", "2026-04-26T12:15Z", "0.0028/0.14/0.28", "0.02/1/2", "standard", "deepseek-reasoner"},
    {"V4-Pro: the discount did not end in May", "deepseek-v4-pro", "2026-05-31T15:59Z", "0.003625/0.435/0.87", "0.025/3/6", "standard", "deepseek-v4-pro"},
    {"V4-Flash: a holiday before there were windows", "deepseek-v4-flash", "2026-06-19T02:00Z", "0.0028/0.14/0.28", "0.02/1/2", "standard", "deepseek-v4-flash"},
    {"chat: last moment before its retirement", "deepseek-chat", "2026-07-24T15:58:59.999Z", "0.0028/0.14/0.28", "0.02/1/2", "standard", "deepseek-chat"},
    {"chat: retired", "deepseek-chat", "2026-07-24T15:59Z", kNone, kNone, kNone, kNone},
    {"reasoner: last moment before its retirement", "deepseek-reasoner", "2026-07-24T15:58:59.999Z", "0.0028/0.14/0.28", "0.02/1/2", "standard", "deepseek-reasoner"},
    {"reasoner: retired", "deepseek-reasoner", "2026-07-24T15:59Z", kNone, kNone, kNone, kNone},
    // peak and off-peak, at first every day
    {"V4-Flash: before there were windows", "deepseek-v4-flash", "2026-08-16T15:59:59.999Z", "0.0028/0.14/0.28", "0.02/1/2", "standard", "deepseek-v4-flash"},
    {"V4-Flash: the windows begin", "deepseek-v4-flash", "2026-08-16T16:00Z", "0.007/0.22/0.66", "0.05/1.5/4.5", "off-peak", "deepseek-v4-flash"},
    {"V4-Flash: its first peak", "deepseek-v4-flash", "2026-08-17T01:00Z", "0.014/0.44/1.32", "0.1/3/9", "peak", "deepseek-v4-flash"},
    {"V4-Pro: before there were windows", "deepseek-v4-pro", "2026-08-16T15:59:59.999Z", "0.003625/0.435/0.87", "0.025/3/6", "standard", "deepseek-v4-pro"},
    {"V4-Pro: the windows begin", "deepseek-v4-pro", "2026-08-16T16:00Z", "0.022/0.66/1.98", "0.15/4.5/13.5", "off-peak", "deepseek-v4-pro"},
    {"V4-Pro: its first peak", "deepseek-v4-pro", "2026-08-17T01:00Z", "0.044/1.32/3.96", "0.3/9/27", "peak", "deepseek-v4-pro"},
    {"Vision: before its launch", "deepseek-v4-flash-vision-exp", "2026-08-20T23:59:59.999Z", kNone, kNone, kNone, kNone},
    {"Vision: launch, off-peak", "deepseek-v4-flash-vision-exp", "2026-08-21T00:00Z", "0.007/0.22/0.66", "0.05/1.5/4.5", "off-peak", "deepseek-v4-flash-vision-exp"},
    {"Vision: its first peak", "deepseek-v4-flash-vision-exp", "2026-08-21T01:00Z", "0.014/0.44/1.32", "0.1/3/9", "peak", "deepseek-v4-flash-vision-exp"},
    {"V4-Flash: a Saturday with peaks", "deepseek-v4-flash", "2026-08-22T06:00Z", "0.014/0.44/1.32", "0.1/3/9", "peak", "deepseek-v4-flash"},
    {"V4-Pro: a Saturday with peaks", "deepseek-v4-pro", "2026-08-22T06:00Z", "0.044/1.32/3.96", "0.3/9/27", "peak", "deepseek-v4-pro"},
    {"Vision: a Saturday with peaks", "deepseek-v4-flash-vision-exp", "2026-08-22T06:00Z", "0.014/0.44/1.32", "0.1/3/9", "peak", "deepseek-v4-flash-vision-exp"},
    // weekends off-peak from 2026-08-22T16:00Z on
    {"V4-Flash: off-peak on both sides of the weekend rule", "deepseek-v4-flash", "2026-08-22T15:59:59.999Z", "0.007/0.22/0.66", "0.05/1.5/4.5", "off-peak", "deepseek-v4-flash"},
    {"V4-Flash: the weekend rule begins", "deepseek-v4-flash", "2026-08-22T16:00Z", "0.007/0.22/0.66", "0.05/1.5/4.5", "off-peak", "deepseek-v4-flash"},
    {"V4-Flash: the first Sunday without peaks", "deepseek-v4-flash", "2026-08-23T01:00Z", "0.007/0.22/0.66", "0.05/1.5/4.5", "off-peak", "deepseek-v4-flash"},
    {"V4-Flash: the Monday after it", "deepseek-v4-flash", "2026-08-24T01:00Z", "0.014/0.44/1.32", "0.1/3/9", "peak", "deepseek-v4-flash"},
    {"V4-Pro: the first Sunday without peaks", "deepseek-v4-pro", "2026-08-23T01:00Z", "0.022/0.66/1.98", "0.15/4.5/13.5", "off-peak", "deepseek-v4-pro"},
    {"Vision: the first Sunday without peaks", "deepseek-v4-flash-vision-exp", "2026-08-23T01:00Z", "0.007/0.22/0.66", "0.05/1.5/4.5", "off-peak", "deepseek-v4-flash-vision-exp"},
    // V4.1-Flash
    {"deepseek-flash: before its launch", "deepseek-flash", "2026-09-10T03:59:59.999Z", kNone, kNone, kNone, kNone},
    {"deepseek-flash: launch, as a peak ends", "deepseek-flash", "2026-09-10T04:00Z", "0.003/0.15/0.6", "0.02/1/4", "off-peak", "deepseek-flash"},
    {"deepseek-flash: its first peak", "deepseek-flash", "2026-09-10T06:00Z", "0.006/0.3/1.2", "0.04/2/8", "peak", "deepseek-flash"},
    {"V4-Flash: its last own moment, at peak", "deepseek-v4-flash", "2026-09-10T03:59:59.999Z", "0.014/0.44/1.32", "0.1/3/9", "peak", "deepseek-v4-flash"},
    {"V4-Flash: an alias from then on", "deepseek-v4-flash", "2026-09-10T04:00Z", "0.003/0.15/0.6", "0.02/1/4", "off-peak", "deepseek-flash"},
    {"V4-Flash: the alias at peak", "deepseek-v4-flash", "2026-09-10T06:00Z", "0.006/0.3/1.2", "0.04/2/8", "peak", "deepseek-flash"},
    {"Vision: its last own moment, at peak", "deepseek-v4-flash-vision-exp", "2026-09-10T03:59:59.999Z", "0.014/0.44/1.32", "0.1/3/9", "peak", "deepseek-v4-flash-vision-exp"},
    {"Vision: an alias from then on", "deepseek-v4-flash-vision-exp", "2026-09-10T04:00Z", "0.003/0.15/0.6", "0.02/1/4", "off-peak", "deepseek-flash"},
    {"V4-Pro: not touched by V4.1-Flash", "deepseek-v4-pro", "2026-09-10T04:00Z", "0.022/0.66/1.98", "0.15/4.5/13.5", "off-peak", "deepseek-v4-pro"},
    {"V4-Pro: never re-routed to Flash", "deepseek-v4-pro", "2026-09-14T06:00Z", "0.044/1.32/3.96", "0.3/9/27", "peak", "deepseek-v4-pro"},
    // Chinese holidays off-peak from 2026-09-18T16:00Z on
    {"deepseek-flash: before the holiday rule", "deepseek-flash", "2026-09-18T15:59:59.999Z", "0.003/0.15/0.6", "0.02/1/4", "off-peak", "deepseek-flash"},
    {"deepseek-flash: the holiday rule begins", "deepseek-flash", "2026-09-18T16:00Z", "0.003/0.15/0.6", "0.02/1/4", "off-peak", "deepseek-flash"},
    {"V4-Pro: the holiday rule begins", "deepseek-v4-pro", "2026-09-18T16:00Z", "0.022/0.66/1.98", "0.15/4.5/13.5", "off-peak", "deepseek-v4-pro"},
    {"V4-Pro: the last peak before the rule", "deepseek-v4-pro", "2026-09-18T09:59:59.999Z", "0.044/1.32/3.96", "0.3/9/27", "peak", "deepseek-v4-pro"},
    {"deepseek-flash: the first holiday that the rule frees", "deepseek-flash", "2026-09-25T02:00Z", "0.003/0.15/0.6", "0.02/1/4", "off-peak", "deepseek-flash"},
    {"V4-Pro: the first holiday that the rule frees", "deepseek-v4-pro", "2026-09-25T02:00Z", "0.022/0.66/1.98", "0.15/4.5/13.5", "off-peak", "deepseek-v4-pro"},
    {"V4-Flash: the holiday through the alias", "deepseek-v4-flash", "2026-09-25T02:00Z", "0.003/0.15/0.6", "0.02/1/4", "off-peak", "deepseek-flash"},
    // V4.1-Flash-1017
    {"deepseek-flash: before version 1017", "deepseek-flash", "2026-10-16T23:59:59.999Z", "0.003/0.15/0.6", "0.02/1/4", "off-peak", "deepseek-flash"},
    {"deepseek-flash: version 1017 at the same price", "deepseek-flash", "2026-10-17T00:00Z", "0.003/0.15/0.6", "0.02/1/4", "off-peak", "deepseek-flash"},
    {"deepseek-flash: version 1017 at peak", "deepseek-flash", "2026-10-19T01:00Z", "0.006/0.3/1.2", "0.04/2/8", "peak", "deepseek-flash"},
    {"Vision: still an alias in November", "deepseek-v4-flash-vision-exp", "2026-11-16T09:59:59.999Z", "0.006/0.3/1.2", "0.04/2/8", "peak", "deepseek-flash"},
    {"V4-Pro: unchanged in November", "deepseek-v4-pro", "2026-11-16T10:00Z", "0.022/0.66/1.98", "0.15/4.5/13.5", "off-peak", "deepseek-v4-pro"},
};
// clang-format on

} // namespace

class PriceHistoryTest : public QObject {
    Q_OBJECT

private:
    const PriceBook m_book = builtInBook();

private slots:
    void quotesWhatWasCharged_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("prices");
        QTest::addColumn<QString>("window");
        QTest::addColumn<QString>("servedAs");
        const auto text = [](const char *latin) { return QString::fromLatin1(latin); };
        for (const Fact &fact : kFacts) {
            QTest::addRow("%s, USD", fact.name)
                << text(fact.model) << text(fact.at) << u"USD"_s << text(fact.usd)
                << text(fact.window) << text(fact.servedAs);
            QTest::addRow("%s, CNY", fact.name)
                << text(fact.model) << text(fact.at) << u"CNY"_s << text(fact.cny)
                << text(fact.window) << text(fact.servedAs);
        }
    }

    void quotesWhatWasCharged()
    {
        QFETCH(QString, model);
        QFETCH(QString, instant);
        QFETCH(QString, currency);
        QFETCH(QString, prices);
        QFETCH(QString, window);
        QFETCH(QString, servedAs);
        const Result<Quote> quote =
            m_book.quote(deepSeek(), model, at(instant), *Currency::fromCode(currency));
        if (prices.isEmpty()) {
            QVERIFY(quote.hasError());
            QCOMPARE(quote.error().kind, ErrorKind::UnknownPrice);
            return;
        }
        QVERIFY2(quote.hasValue(), qPrintable(instant));
        QCOMPARE(pricesText(quote->prices), prices);
        QCOMPARE(quote->holidayPrices, quote->prices);
        QCOMPARE(quote->window, window);
        QCOMPARE(quote->servedAs, servedAs);
        QCOMPARE(quote->model, model);
        QCOMPARE(quote->currency.code(), currency);
        QVERIFY(quote->confidence != Confidence::CalendarUnknown);
    }

    void namesTheVersionThatAnswers_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("priceRow");
        QTest::newRow("V3") << u"deepseek-chat"_s << u"2025-02-08T16:00Z"_s << u"DeepSeek-V3"_s
                            << u"deepseek-chat/USD/2025-02-08"_s;
        QTest::newRow("V3-0324") << u"deepseek-chat"_s << u"2025-03-24T00:00Z"_s
                                 << u"DeepSeek-V3-0324"_s << u"deepseek-chat/USD/2025-03-24"_s;
        QTest::newRow("before 1017")
            << u"deepseek-flash"_s << u"2026-10-16T23:59:59Z"_s << u"DeepSeek-V4.1-Flash"_s
            << u"deepseek-flash/USD/2026-09-18"_s;
        QTest::newRow("1017 through the alias")
            << u"deepseek-v4-flash"_s << u"2026-10-17T00:00Z"_s << u"DeepSeek-V4.1-Flash-1017"_s
            << u"deepseek-flash/USD/2026-10-17"_s;
    }

    void namesTheVersionThatAnswers()
    {
        QFETCH(QString, model);
        QFETCH(QString, instant);
        QFETCH(QString, version);
        QFETCH(QString, priceRow);
        const Result<Quote> quote = m_book.quote(deepSeek(), model, at(instant), kUsd);
        QVERIFY(quote.hasValue());
        QCOMPARE(quote->modelVersion, version);
        QCOMPARE(quote->priceRow, priceRow);
    }

    void tellsHowSureItIs_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("confidence");
        QTest::newRow("on the official page")
            << u"deepseek-chat"_s << u"2025-03-01T12:00Z"_s << u"USD"_s << u"high"_s;
        QTest::newRow("two sources")
            << u"deepseek-chat"_s << u"2024-06-01T12:00Z"_s << u"USD"_s << u"medium"_s;
        QTest::newRow("V3.1 in CNY was not seen on a page")
            << u"deepseek-chat"_s << u"2025-09-10T12:00Z"_s << u"CNY"_s << u"medium"_s;
        QTest::newRow("a derived price")
            << u"deepseek-v4-pro"_s << u"2026-04-26T00:00Z"_s << u"USD"_s << u"low"_s;
    }

    void tellsHowSureItIs()
    {
        QFETCH(QString, model);
        QFETCH(QString, instant);
        QFETCH(QString, currency);
        QFETCH(QString, confidence);
        const Result<Quote> quote =
            m_book.quote(deepSeek(), model, at(instant), *Currency::fromCode(currency));
        QVERIFY(quote.hasValue());
        QCOMPARE(confidenceName(quote->confidence), confidence);
    }
};

PENNYWORTH_TEST(PriceHistoryTest)

#include "tst_pricehistory.moc"
