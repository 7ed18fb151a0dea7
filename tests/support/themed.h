// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QTemporaryDir>

namespace pennyworth::test {

/// Settings in a folder of their own and the theme that goes with them, for a test of widgets.
struct Themed {
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    Theme theme{settings};
};

/// The child of that name; fails loudly where there is none.
template <class T>
[[nodiscard]] T *child(QWidget &parent, const char *objectName)
{
    T *found = parent.findChild<T *>(QString::fromLatin1(objectName));
    if (!found)
        qFatal("there is no %s", objectName);
    return found;
}

} // namespace pennyworth::test
