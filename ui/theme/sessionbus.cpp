// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/sessionbus.h"

#include <QFile>

namespace pennyworth {

bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + QLatin1StringView("/bus"));
}

} // namespace pennyworth
