// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"
#include "transcript/textquery.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace pennyworth {

/// The line above a conversation in which its text is looked for. Knows nothing of messages.
class FindBar final : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] TextQuery query() const;
    void open(const QString &text); ///< shown and focused; with `text` unless it is empty
    void showCount(int current, int total); ///< `current` from 1, 0: none of them

signals:
    void queryChanged();
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void close();

    const Theme &m_theme;
    QLineEdit *m_field;
    QLabel *m_count;
    QCheckBox *m_case;
    QCheckBox *m_words;
};

} // namespace pennyworth
