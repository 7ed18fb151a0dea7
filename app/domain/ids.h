// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace pennyworth {

// Row ids of the store. AUTOINCREMENT: an id is never used again; 0 is no row.

struct ConversationId {
    qint64 value = 0;
    auto operator<=>(const ConversationId &) const = default;
    [[nodiscard]] bool isValid() const { return value > 0; }
};

struct MessageId {
    qint64 value = 0;
    auto operator<=>(const MessageId &) const = default;
    [[nodiscard]] bool isValid() const { return value > 0; }
};

struct RequestId {
    qint64 value = 0;
    auto operator<=>(const RequestId &) const = default;
    [[nodiscard]] bool isValid() const { return value > 0; }
};

inline size_t qHash(ConversationId id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}
inline size_t qHash(MessageId id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}
inline size_t qHash(RequestId id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

} // namespace pennyworth
