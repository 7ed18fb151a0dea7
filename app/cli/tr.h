// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace pennyworth {

/// The translation context of the command line: Tr::tr("…").
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(pennyworth::cli)
};

} // namespace pennyworth
