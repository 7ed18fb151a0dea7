// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcriptsearch.h"

namespace pennyworth {

class FindBar;
class TranscriptView;

/// Looks in a TranscriptView for what a FindBar asks, and walks from hit to hit. Owned by the
/// view's owner; both live as long.
class TranscriptFind final : public QObject {
    Q_OBJECT

public:
    TranscriptFind(FindBar &bar, TranscriptView &view, QObject *parent);

    void open(); ///< with what is selected, where that is a few words
    void next();
    void previous();

private:
    void begin();
    void end();
    void takeHits();
    void go(int step);
    void show(int row, int ordinal);
    void showCount();

    FindBar &m_bar;
    TranscriptView &m_view;
    TranscriptSearch m_search;
    bool m_waits = false; // for the first hit
    int m_from = 0; // the row from which it is looked for
    MessageId m_message; // of the hit that is shown
    int m_ordinal = 0; // of it, in its message
};

} // namespace pennyworth
