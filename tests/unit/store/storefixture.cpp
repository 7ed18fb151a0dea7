// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the file that MigrationsTest upgrades for ever after: store_fixture
// tests/data/store/version-NNN.sqlite, once a schema version, by the program that brings it.
#include "samples.h"
#include "support/awaited.h"

#include <QCoreApplication>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Store store(QCoreApplication::arguments().at(1));
    if (!awaited(store.open()))
        return 1;
    CommittedTurn turn = awaited(store.beginTurn(sampleTurn())).value();
    turn.reply = finished(turn, u"Because of *scattering*."_s);
    if (!awaited(store.finishReply(turn.reply, sampleSettlement(turn.request))))
        return 1;
    turn = awaited(store.beginTurn(nextTurn(turn, launchDay(std::chrono::minutes(1))))).value();
    const Message reply = finished(turn, u"Yes, really."_s);
    return awaited(store.finishReply(reply, sampleSettlement(turn.request))) ? 0 : 1;
}
