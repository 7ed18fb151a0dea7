// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/keytoglyph.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QWindow>

#include <algorithm>
#include <ctime>
#include <pthread.h>
#include <thread>

namespace pennyworth::bench {

namespace {

double milliseconds(clockid_t clock)
{
    timespec used{};
    clock_gettime(clock, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

} // namespace

KeyToGlyph::KeyToGlyph(QWidget &window, QPlainTextEdit &editor, StepTimes &times)
    : m_window(window)
    , m_editor(editor)
    , m_times(times)
{
    m_editor.installEventFilter(this);
    m_editor.viewport()->installEventFilter(this);
    m_window.installEventFilter(this);
    m_window.windowHandle()->installEventFilter(this);
}

void KeyToGlyph::type(size_t count, std::chrono::milliseconds interval)
{
    m_missing = count;
    clockid_t clock{};
    pthread_getcpuclockid(pthread_self(), &clock);
    std::thread typist([this, count, interval, clock] {
        auto next = std::chrono::steady_clock::now();
        for (size_t i = 0; i < count; ++i) {
            next += interval;
            std::this_thread::sleep_until(next);
            press(i, {.at = std::chrono::steady_clock::now(), .cpuMs = milliseconds(clock)});
        }
    });
    m_loop.exec();
    typist.join();
}

void KeyToGlyph::press(size_t index, const Press &press)
{
    constexpr size_t kWord = 6;
    {
        const std::lock_guard lock(m_mutex);
        m_pressed.push_back(press);
    }
    const bool isSpace = index % kWord == kWord - 1;
    QCoreApplication::postEvent(&m_editor,
        new QKeyEvent(QEvent::KeyPress, isSpace ? Qt::Key_Space : Qt::Key_E, Qt::NoModifier,
            isSpace ? QStringLiteral(" ") : QStringLiteral("e")));
}

bool KeyToGlyph::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_editor && event->type() == QEvent::KeyPress) {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(m_pressed.front());
        m_pressed.pop_front();
    }
    if (watched == m_editor.viewport() && event->type() == QEvent::Paint)
        m_painted = true;
    const bool isWindow = watched == &m_window || watched == m_window.windowHandle();
    if (isWindow && event->type() == QEvent::UpdateRequest && !m_painting) {
        paint(watched, event);
        return true;
    }
    return false;
}

/// Lets the window paint, so that the end of it can be seen.
void KeyToGlyph::paint(QObject *watched, QEvent *event)
{
    using Milliseconds = std::chrono::duration<double, std::milli>;
    m_painted = false;
    m_painting = true;
    QCoreApplication::sendEvent(watched, event);
    m_painting = false;
    if (!m_painted)
        return;
    const auto end = std::chrono::steady_clock::now();
    const double cpuEnd = threadMilliseconds();
    for (const Press &press : m_waiting)
        m_times.add(Milliseconds(end - press.at).count(), cpuEnd - press.cpuMs);
    m_missing -= std::min(m_missing, m_waiting.size());
    m_waiting.clear();
    if (m_missing == 0)
        m_loop.quit();
}

} // namespace pennyworth::bench
