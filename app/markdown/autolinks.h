// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace pennyworth {

/// An address found in running text.
struct Autolink {
    qsizetype start = 0;
    qsizetype length = 0;
    QString target; ///< with scheme: http:// before www., mailto: before an e-mail address

    bool operator==(const Autolink &) const = default;
};

/// GFM's extended autolinks (www., http://, https://, e-mail), in one pass whose time is linear in
/// the text. An address also ends before CJK punctuation, where no space separates it from the
/// sentence.
[[nodiscard]] QList<Autolink> findAutolinks(QStringView text);

} // namespace pennyworth
