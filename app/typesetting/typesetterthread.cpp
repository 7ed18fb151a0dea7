// SPDX-License-Identifier: GPL-3.0-or-later
#include "typesetting/typesetterthread.h"

#include <algorithm>
#include <chrono>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::ceil;
using std::chrono::milliseconds;

namespace {

constexpr auto kTimeLimit = 2s; // of a processor: others may keep it busy
constexpr auto kPatience = 60s;
constexpr auto kLeastWait = 50ms;
constexpr auto kStopLimit = 3s;
constexpr uint kStackSize = 16 * 1024 * 1024; // both libraries recurse into what they read

} // namespace

TypesetterThread::TypesetterThread(QObject *parent)
    : QObject(parent)
    , m_engine([this] {
        m_time.start();
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_sinceBegun.start();
                m_watchdog.start(kTimeLimit);
            },
            Qt::QueuedConnection);
    })
{
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &TypesetterThread::watch);
}

void TypesetterThread::watch()
{
    const auto left = ceil<milliseconds>(kTimeLimit - m_time.used());
    if (left <= 0ms || m_sinceBegun.hasExpired(milliseconds(kPatience).count()))
        m_engine.interrupt();
    else
        m_watchdog.start(std::max<milliseconds>(left, kLeastWait));
}

TypesetterThread::~TypesetterThread()
{
    if (!m_worker)
        return;
    m_engine.stop();
    m_thread.quit();
    // A regular expression that backtracks without end cannot be interrupted.
    if (!m_thread.wait(kStopLimit)) {
        m_thread.terminate();
        m_thread.wait();
    }
}

void TypesetterThread::start()
{
    m_worker = new QObject;
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, [this] { m_engine.close(); });
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(u"typesetting"_s);
    m_thread.setStackSize(kStackSize);
    m_thread.start(QThread::LowPriority);
}

void TypesetterThread::post(Job job)
{
    if (!m_worker)
        start();
    QMetaObject::invokeMethod(
        m_worker,
        [this, job = std::move(job)] {
            QMetaObject::invokeMethod(
                this,
                [this, carryOn = job(m_engine)] {
                    m_watchdog.stop();
                    carryOn();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace pennyworth
