// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "domain/result.h"

#include <QList>
#include <QString>

namespace pennyworth {

class Clock;
class Paths;

/// A database that was removed as a whole and can still be brought back.
struct RemovedData {
    QString name; ///< of its folder in the trash
    Instant removed{};
    qint64 bytes = 0;
};

/// What "delete everything" does: the database moves to a folder beside it, stays there for thirty
/// days and can be brought back, which in turn moves the present one there. An open database cannot
/// be moved, so both are asked for now and happen before the next start opens it. Main thread.
class DataTrash final {
public:
    static constexpr int kDays = 30;

    /// Both outlive it.
    DataTrash(const Paths &paths, const Clock &clock);

    [[nodiscard]] QList<RemovedData> removed() const; ///< the latest first
    Result<Done> requestRemoval();
    Result<Done> requestReturn(const QString &name); ///< of removed(); NotFound
    void cancelRequest();
    [[nodiscard]] bool hasRequest() const;

    /// Does what was asked for, and forgets for good what is older than thirty days. Only while the
    /// database is not open here; StoreUnavailable where another process has it open, which leaves
    /// the request for the next start.
    Result<Done> apply();

private:
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString requestFile() const;
    Result<Done> request(const QString &text);
    Result<Done> moveAway();
    Result<Done> bringBack(const QString &name);
    void purge();

    const Paths &m_paths;
    const Clock &m_clock;
};

} // namespace pennyworth
