// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "typesetting/threadtime.h"

#include <QSemaphore>

#include <thread>

using namespace pennyworth;
using namespace std::chrono_literals;

class ThreadTimeTest : public QObject {
    Q_OBJECT

private slots:
    void countsWhatItsThreadDoes()
    {
        ThreadTime time;
        std::thread busy([&time] {
            time.start();
            while (time.used() < 20ms) { }
        });
        busy.join();
    }

    void countsNothingOfOthers()
    {
        ThreadTime waiting;
        QSemaphore started;
        QSemaphore ended;
        std::thread other([&] {
            waiting.start();
            started.release();
            ended.acquire();
        });
        started.acquire();
        ThreadTime busy;
        busy.start();
        while (busy.used() < 100ms) { }
        const auto used = waiting.used();
        ended.release();
        other.join();
        QVERIFY(used < 50ms);
    }

    void beginsAgain()
    {
        ThreadTime time;
        time.start();
        while (time.used() < 50ms) { }
        time.start();
        QVERIFY(time.used() < 50ms);
    }
};

PENNYWORTH_TEST(ThreadTimeTest)

#include "tst_threadtime.moc"
