// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/servicename.h"

#include <QCoreApplication>

namespace pennyworth {

using namespace Qt::StringLiterals;

QString serviceName(const Provider &provider)
{
    return provider.id == "demo"_L1
        ? QCoreApplication::translate("pennyworth::ServiceName", "Demonstration")
        : provider.name;
}

} // namespace pennyworth
