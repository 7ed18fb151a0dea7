// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/steptimes.h"

#include <QEventLoop>
#include <QObject>

#include <chrono>
#include <deque>
#include <mutex>
#include <vector>

class QPlainTextEdit;
class QWidget;

namespace pennyworth::bench {

/// Types into an editor from a thread of its own, as a person does who does not wait for the
/// program, and measures from each key to the end of the paint that shows it.
class KeyToGlyph final : public QObject {
public:
    KeyToGlyph(QWidget &window, QPlainTextEdit &editor, StepTimes &times);

    void type(size_t count, std::chrono::milliseconds interval); ///< runs the event loop meanwhile

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Press {
        std::chrono::steady_clock::time_point at;
        double cpuMs = 0; // what the thread of the window had used by then
    };

    void press(size_t index, const Press &press);
    void paint(QObject *watched, QEvent *event);

    QWidget &m_window;
    QPlainTextEdit &m_editor;
    StepTimes &m_times;
    QEventLoop m_loop;
    std::mutex m_mutex;
    std::deque<Press> m_pressed; // under the mutex: posted, in order
    std::vector<Press> m_waiting; // arrived, to be painted
    size_t m_missing = 0;
    bool m_painted = false; // the editor, since the window began to paint
    bool m_painting = false;
};

} // namespace pennyworth::bench
