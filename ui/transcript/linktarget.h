// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>
#include <QUrl>

namespace pennyworth {

/// Where a link leads, and what is not as it looks.
struct LinkTarget {
    QUrl url; ///< invalid where it is not opened: anything but http, https and mailto
    QString
        address; ///< to be shown: what cannot be seen or could be taken for Latin is written out
    QString warning; ///< empty where it leads where it says

    [[nodiscard]] bool isDisguised() const { return !warning.isEmpty(); }
};

/// `text` is what the link shows.
[[nodiscard]] LinkTarget linkTarget(const QString &address, const QString &text);

/// The address in that width. What of its host cannot be shown is left out at the front: who owns
/// it stands at its end.
[[nodiscard]] QString elidedAddress(
    const LinkTarget &target, const QFontMetrics &metrics, int width);

/// Characters that turn the direction of text are shown as a mark; as long as before.
[[nodiscard]] QString withVisibleControls(QString text);

} // namespace pennyworth
