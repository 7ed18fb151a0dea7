// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QStringList>

namespace pennyworth {

/// The schema as numbered SQL scripts (migrations/001.sql …), the first of which makes version 1.
/// Scripts that were released are never edited: a change is a further one.
class Migrations final {
public:
    static Migrations builtIn();
    explicit Migrations(QStringList scripts); ///< in order; for tests

    [[nodiscard]] qint64 version() const { return m_scripts.size(); } ///< what apply() leads to
    /// Runs what the file lacks, one transaction each. StoreNewer where the file is ahead of us,
    /// StoreDamaged where it is a database of something else; then nothing was changed.
    Result<Done> apply(Database &database) const;
    /// Only the check, before anything is written.
    Result<Done> accepts(Database &database) const;

private:
    QStringList m_scripts;
};

} // namespace pennyworth
