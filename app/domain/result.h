// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QtGlobal>

#include <utility>
#include <variant>

namespace pennyworth {

/// Either a value or an Error. Returned wherever something can fail for a reason that a user can
/// meet.
template <class T>
class [[nodiscard]] Result final {
public:
    // Implicit, so that `return value;` and `return error;` both read as what they mean.
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool hasValue() const { return m_state.index() == 0; }
    [[nodiscard]] bool hasError() const { return m_state.index() == 1; }
    explicit operator bool() const { return hasValue(); }

    /// Only where hasValue().
    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(hasValue());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T &&value() &&
    {
        Q_ASSERT(hasValue());
        return std::get<0>(std::move(m_state));
    }
    [[nodiscard]] T valueOr(T fallback) const { return hasValue() ? value() : std::move(fallback); }
    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }

    /// Only where hasError().
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(hasError());
        return std::get<1>(m_state);
    }

    bool operator==(const Result &) const = default;

private:
    std::variant<T, Error> m_state;
};

/// Success without a value.
struct Done {
    bool operator==(const Done &) const = default;
};

} // namespace pennyworth
