// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "theme/theme.h"

#include <QAction>
#include <QList>
#include <QObject>

namespace pennyworth {

class CodeTools;
class FindBar;
class TextZoom;
class TranscriptFind;
class TranscriptView;

/// What helps to read a transcript: finding, jumping from question to question, the outline, the
/// size of the text. Owned by whoever owns the view.
class ReadingTools final : public QObject {
    Q_OBJECT

public:
    ReadingTools(const Theme &theme, Settings &settings, TranscriptView &view, QObject *parent);

    /// The line to look for text in, hidden until it is asked for; to be put above the view.
    [[nodiscard]] FindBar &findBar() { return *m_bar; }
    /// The commands with their keys, for the window to take in.
    [[nodiscard]] QList<QAction *> actions() const { return m_actions; }
    void applySettings(); ///< they changed

signals:
    void failed(const pennyworth::Error &error); ///< code could not be saved

private:
    template <class F>
    void addAction(const char *name, const QString &text, const QList<QKeySequence> &keys, F f);

    FindBar *m_bar; // its parent is the widget that it is put into
    TranscriptFind *m_find;
    TextZoom *m_zoom;
    CodeTools *m_code;
    QList<QAction *> m_actions;
};

} // namespace pennyworth
