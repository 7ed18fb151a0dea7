// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace pennyworth {

/// Code without its lines that are too long: they are empty.
class ShortLines final {
public:
    ShortLines(const QString &code, qsizetype longest);

    [[nodiscard]] const QString &code() const { return m_code; }
    /// Where in the whole code something stands that stands at `offset` of code().
    [[nodiscard]] int wholeOffset(int offset) const;

private:
    struct Cut {
        int offset = 0; ///< in code()
        int removed = 0; ///< characters, by this one and those before
    };

    QString m_code;
    std::vector<Cut> m_cuts;
};

} // namespace pennyworth
