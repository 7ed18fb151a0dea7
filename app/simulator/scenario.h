// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/result.h"
#include "simulator/httpconnection.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <chrono>
#include <optional>
#include <set>

namespace pennyworth::simulated {

enum class LineEnd { Lf, Cr, CrLf };

/// Where the usage figures of a stream are, apart from the finishing chunk.
enum class UsagePlace { FinishingChunk, ExtraChunk, EveryChunk, Missing };

/// An answer given instead of the real one.
struct CannedAnswer {
    int status = 500;
    HttpHeaders headers;
    QByteArray body;
};

/// The point of a response at which something happens: an offset into its body, or before any byte
/// of it, head included.
struct BreakPoint {
    std::optional<qint64> afterBytes; ///< empty: before the head
    DropKind kind = DropKind::Close; ///< of a drop
};

/// An error object sent within a stream.
struct StreamFailure {
    int afterTokens = 0;
    QJsonObject error;
};

/// Everything that one misbehaving answer does. The default misbehaves in nothing.
struct Fault {
    std::chrono::milliseconds delay{0}; ///< before the head
    std::optional<CannedAnswer> canned;
    std::optional<BreakPoint> stall; ///< nothing more until the client closes
    std::optional<BreakPoint> drop;
    std::set<qint64> splitAt; ///< offsets into the body before which the rest waits a moment
    LineEnd lineEnd = LineEnd::Lf;
    bool sendsDone = true;
    bool gzip = false;
    QByteArray contentType; ///< empty: the right one
    std::optional<StreamFailure> streamFailure;
    UsagePlace usagePlace = UsagePlace::FinishingChunk;
    QJsonObject usage; ///< replaces fields of the usage reported
    qint64 floodBytes = 0; ///< of content sent before the answer as fast as the client takes it

    /// Whether the body is altered on its way, so that it cannot simply be written.
    [[nodiscard]] bool altersBody() const
    {
        return stall || drop || !splitAt.empty() || lineEnd != LineEnd::Lf || gzip;
    }
};

/// Which requests a fault hits. Requests are counted from 1 for each path.
struct FaultRule {
    QByteArray path; ///< without /v1 and /beta: "/chat/completions", "/completions", "/models",
                     ///< "/user/balance"
    std::set<int> requests; ///< empty: all
    Fault fault;

    [[nodiscard]] bool matches(const QByteArray &requestPath, int number) const
    {
        return path == requestPath && (requests.empty() || requests.contains(number));
    }
};

/// What an account starts with and what it may do.
struct AccountSettings {
    Money granted{.picos = 0, .currency = kUsd};
    Money toppedUp{.picos = 10'000'000'000'000, .currency = kUsd};
    std::optional<int> concurrentRequests; ///< of each model; empty: as the real service
};

/// How the simulator is to misbehave, read from a scenario file (app/simulator/SCENARIOS.md).
struct Scenario {
    AccountSettings account;
    QList<FaultRule> rules;

    /// The first rule's fault that matches.
    [[nodiscard]] Fault faultFor(const QByteArray &path, int number) const;
};

/// Reads a scenario file's content. InvalidValue with a detail that names the place otherwise;
/// unknown names are errors, since a fault that is silently not injected makes a test worthless.
Result<Scenario> parseScenario(const QByteArray &json);

} // namespace pennyworth::simulated
