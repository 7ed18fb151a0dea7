// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pennyworth::test {

/// JSON that is written with apostrophes for its quotation marks. moc does not find a class that
/// has raw strings in it.
[[nodiscard]] inline QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

} // namespace pennyworth::test
