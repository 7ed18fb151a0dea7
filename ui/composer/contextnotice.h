// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

class QLabel;

namespace pennyworth {

class Button;

/// What can be done about a context that is nearly full.
struct ContextOffer {
    int percent = 0; ///< how full it will be, may exceed 100; 0: unknown
    bool canLeaveOut = false; ///< there is something above the last prompt
    bool canSummarise = false;
    QString summaryCost; ///< what a summary takes; empty: nothing, or nobody knows

    bool operator==(const ContextOffer &) const = default;
};

/// Says that the model's context is nearly full, and leaves it to the user what to do. Nothing is
/// ever left out without that.
class ContextNotice final : public QWidget {
    Q_OBJECT

public:
    explicit ContextNotice(const Theme &theme, QWidget *parent = nullptr);

    void show(const ContextOffer &offer); ///< from kContextLimit on

    static constexpr int kContextLimit = 90; ///< per cent

signals:
    void summaryRequested();
    void freshStartRequested();
    void leaveOutRequested();

private:
    QLabel *m_words;
    Button *m_summarise;
    Button *m_fresh;
    Button *m_leaveOut;
};

} // namespace pennyworth
