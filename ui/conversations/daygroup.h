// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

#include <QString>

#include <chrono>

namespace pennyworth {

/// The heading under which a conversation stands: Pinned, Today, Yesterday, Previous 7 days, then
/// one a month. Equal values share a heading.
class DayGroup final {
public:
    /// Both days are local.
    DayGroup(std::chrono::sys_days day, std::chrono::sys_days today);

    [[nodiscard]] static DayGroup pinned(); ///< of whatever day

    [[nodiscard]] QString title() const;
    /// For a model's role: equal where the groups are equal.
    [[nodiscard]] int key() const { return m_key; }
    [[nodiscard]] static DayGroup fromKey(int key) { return DayGroup(key); }

    bool operator==(const DayGroup &) const = default;

private:
    explicit DayGroup(int key)
        : m_key(key)
    {
    }

    int m_key; // -1 pinned, 0 today, 1 yesterday, 2 the week before, otherwise year × 12 + month −
               // 1
};

/// The local day of an instant at a fixed offset from UTC.
[[nodiscard]] std::chrono::sys_days localDay(Instant at, int utcOffsetMinutes);

} // namespace pennyworth
