// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"
#include "transcript/textselection.h"

#include <QListWidget>
#include <QTimer>

#include <vector>

namespace pennyworth {

class TranscriptView;

/// The headings of the long answer that is being read, beside it where there is room. A child of
/// the view.
class HeadingOutline final : public QListWidget {
    Q_OBJECT

public:
    HeadingOutline(const Theme &theme, TranscriptView &view);

    /// Of the keyboard. Where there is no room beside the text it opens over it, until it loses the
    /// focus again; where there are no headings nothing happens.
    void takeFocus();

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openOver();
    void setOver(bool isOver);
    void closeOver();
    void refresh();
    void fill(int row);
    void place();
    void markCurrent();
    void go(const QListWidgetItem *item);

    const Theme &m_theme;
    TranscriptView &m_view;
    QTimer m_timer;
    bool m_isOver = false;
    MessageId m_message;
    qsizetype m_length = 0; // of its text when the headings were read
    std::vector<TextPosition> m_positions;
};

} // namespace pennyworth
