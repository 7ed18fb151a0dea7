// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace pennyworth {

/// Whether a picture may be fetched from there, once somebody asks for it: by http or https, and
/// not in anybody's name.
[[nodiscard]] inline bool isPictureAddress(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.isValid()
        && (scheme == QLatin1StringView("http") || scheme == QLatin1StringView("https"))
        && !url.host().isEmpty() && url.userInfo().isEmpty();
}

} // namespace pennyworth
