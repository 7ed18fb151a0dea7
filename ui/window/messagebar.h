// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;

namespace pennyworth {

class Button;

/// A line above the conversation for what happened in the background. Never modal; the latest
/// message replaces the one before.
class MessageBar final : public QWidget {
    Q_OBJECT

public:
    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);

    void showError(const Error &error); ///< stays until it is closed
    /// Something that was done and can be undone for ten seconds; `undo` runs at most once.
    void offerUndo(const QString &text, std::function<void()> undo);

signals:
    void undoExpired(); ///< the ten seconds are over, or another message came

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void settle();
    void dismiss();

    const Theme &m_theme;
    QLabel *m_text;
    Button *m_undo;
    Button *m_close;
    QTimer m_expiry;
    std::function<void()> m_undoAction;
};

} // namespace pennyworth
