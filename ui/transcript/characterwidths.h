// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QHash>
#include <QStringView>

#include <array>

namespace pennyworth {

/// How wide the characters of a font are, each by itself: what a text of them takes without setting
/// it. Exact for scripts that do not join their letters; each is measured once.
class CharacterWidths final {
public:
    explicit CharacterWidths(const QFont &font);

    /// Where a text ends, in pixels, that stands behind `x` pixels of its row.
    [[nodiscard]] qreal endOf(QStringView text, qreal x = 0);
    [[nodiscard]] qreal tabStop() const { return m_tabStop; } ///< pixels from one to the next
    /// Whether endOf() of the text is what it takes when it is set.
    [[nodiscard]] static bool isExact(QStringView text);

private:
    [[nodiscard]] qreal of(char32_t character);

    QFontMetricsF m_metrics;
    qreal m_tabStop;
    std::array<qreal, 128> m_ascii; // below 0: not measured
    QHash<char32_t, qreal> m_others;
};

} // namespace pennyworth
