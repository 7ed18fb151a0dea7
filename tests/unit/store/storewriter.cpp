// SPDX-License-Identifier: GPL-3.0-or-later
// A process that streams into the database named by its argument until it is killed: says the
// conversation's id, then each number whose piece of text is committed.
#include "domain/whendone.h"
#include "samples.h"

#include <QCoreApplication>
#include <QTextStream>

#include <functional>

using namespace pennyworth;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Store store(QCoreApplication::arguments().at(1));
    QTextStream out(stdout);
    MessageId reply;
    int piece = 0;
    std::function<void()> writeOn = [&] {
        whenDone(store.appendJournal(reply, QString::number(piece) + u' ', {}), &application,
            [&](const Result<Done> &done) {
                if (!done)
                    QCoreApplication::exit(1);
                out << piece++ << Qt::endl;
                writeOn();
            });
    };
    whenDone(store.open(), &application, [&](const Result<Done> &) {
        whenDone(store.beginTurn(test::sampleTurn()), &application,
            [&](const Result<CommittedTurn> &turn) {
                reply = turn->reply.id;
                out << turn->conversation.value << Qt::endl;
                writeOn();
            });
    });
    return QCoreApplication::exec();
}
