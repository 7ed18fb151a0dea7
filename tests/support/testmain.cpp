// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include <QCoreApplication>
#include <QStandardPaths>

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    const QCoreApplication application(argc, argv);
    return pennyworth::test::runTests(QCoreApplication::arguments());
}
