// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include <QTextStream>

#include <vector>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QString name;
    RunTest run;
};

std::vector<Entry> &entries()
{
    static std::vector<Entry> list;
    return list;
}

} // namespace

Registration::Registration(const char *className, RunTest run)
{
    QString name = QString::fromLatin1(className).toLower();
    if (name.endsWith(u"test"_s))
        name.chop(4);
    entries().push_back({name, run});
}

int runTests(const QStringList &arguments)
{
    const QString wanted = arguments.size() > 1 ? arguments.at(1) : QString();
    QStringList forQtTest{arguments.first()};
    forQtTest += arguments.mid(2);
    int failures = 0;
    bool found = false;
    for (const Entry &entry : entries()) {
        if (!wanted.isEmpty() && entry.name != wanted)
            continue;
        found = true;
        failures += entry.run(forQtTest);
    }
    if (!found) {
        QTextStream(stderr) << "there is no test class named " << wanted << '\n';
        return 2;
    }
    return failures;
}

} // namespace pennyworth::test
