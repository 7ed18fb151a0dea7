// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/whendone.h"
#include "support/testregistry.h"

#include <QPromise>
#include <QThread>

using namespace pennyworth;

class WhenDoneTest : public QObject {
    Q_OBJECT

private slots:
    void callsFromTheEventLoopEvenWhenReady()
    {
        int got = 0;
        whenDone(readyFuture(42), this, [&got](int value) { got = value; });
        QCOMPARE(got, 0);
        QTRY_COMPARE(got, 42);
    }

    void callsOnTheContextsThread()
    {
        QPromise<int> promise;
        promise.start();
        QThread *calledOn = nullptr;
        whenDone(promise.future(), this, [&calledOn](int) { calledOn = QThread::currentThread(); });
        const std::unique_ptr<QThread> worker(QThread::create([&promise] {
            promise.addResult(1);
            promise.finish();
        }));
        worker->start();
        QTRY_COMPARE(calledOn, thread());
        QVERIFY(worker->wait());
    }

    void neverCallsADeadContext()
    {
        QPromise<int> promise;
        promise.start();
        auto context = std::make_unique<QObject>();
        bool called = false;
        whenDone(promise.future(), context.get(), [&called](int) { called = true; });
        context.reset();
        promise.addResult(1);
        promise.finish();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void neverCallsWithoutAResult()
    {
        bool called = false;
        QFuture<int> abandoned;
        {
            QPromise<int> promise;
            promise.start();
            abandoned = promise.future();
        }
        whenDone(abandoned, this, [&called](int) { called = true; });
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void neverCallsForACancelledFuture()
    {
        QPromise<int> promise;
        promise.start();
        bool called = false;
        whenDone(promise.future(), this, [&called](int) { called = true; });
        promise.addResult(1);
        promise.future().cancel();
        promise.finish();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void leavesNothingBehind()
    {
        QObject context;
        bool called = false;
        whenDone(readyFuture(1), &context, [&called](int) { called = true; });
        QTRY_VERIFY(called);
        QTRY_VERIFY(context.children().isEmpty());
    }
};

PENNYWORTH_TEST(WhenDoneTest)

#include "tst_whendone.moc"
