// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace pennyworth {

class Button;

/// Says that the model's context is nearly full, and leaves it to the user what to do. Nothing is
/// ever left out without that.
class ContextNotice final : public QWidget {
    Q_OBJECT

public:
    explicit ContextNotice(const Theme &theme, QWidget *parent = nullptr);

    /// Shown from kContextLimit on; `canLeaveOut`: there is something above the last prompt.
    void show(std::optional<int> percent, bool canLeaveOut);

    static constexpr int kContextLimit = 90; ///< per cent

signals:
    void freshStartRequested();
    void leaveOutRequested();

private:
    QLabel *m_words;
    Button *m_fresh;
    Button *m_leaveOut;
};

} // namespace pennyworth
