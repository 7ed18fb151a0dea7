// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace pennyworth {

/// `text` with each surrogate that lacks its other half replaced by U+FFFD.
[[nodiscard]] QString wellFormed(QString text);

/// Appends `text` as a JSON string, quotes included (RFC 8259): UTF-8 as it is, except that quotes,
/// backslashes and control characters are escaped, always in the same way, and that lone surrogates
/// become U+FFFD.
void appendJsonString(QByteArray *json, QStringView text);

} // namespace pennyworth
