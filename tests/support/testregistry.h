// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace pennyworth::test {

using RunTest = int (*)(const QStringList &arguments);

/// Adds a test class to those of the executable; made by PENNYWORTH_TEST.
struct Registration {
    Registration(const char *className, RunTest run);
};

/// Runs the class named by the first argument ("eventstreamparser" for EventStreamParserTest), or
/// all; further arguments go to Qt Test. 2 where there is no such class.
int runTests(const QStringList &arguments);

} // namespace pennyworth::test

/// Once at the end of each tst_*.cpp, before the moc include.
#define PENNYWORTH_TEST(Class)                                                                     \
    static const pennyworth::test::Registration registration##Class(                               \
        #Class, [](const QStringList &arguments) {                                                 \
            Class object;                                                                          \
            return QTest::qExec(&object, arguments);                                               \
        });
