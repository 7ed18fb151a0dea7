// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/settings.h"

#include <QPlainTextEdit>

namespace pennyworth {

/// Where the prompt is written: grows with its text up to a limit, sends on Enter, takes plain text
/// only. What would make it slow, a long paste, it hands on.
class PromptEditor final : public QPlainTextEdit {
    Q_OBJECT

public:
    /// Characters from which a paste is not written into the text: a line of a megabyte would be
    /// laid out again with every key.
    static constexpr qsizetype kLongText = 10'000;

    explicit PromptEditor(SendKey sendKey, QWidget *parent = nullptr);

    void setSendKey(SendKey key) { m_sendKey = key; }
    void setHeightLimit(int pixels); ///< beyond it the text scrolls

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void sendRequested();
    void editLastRequested(); ///< Up where nothing is written
    void historyRequested(int step); ///< -1: the prompt before, 1: the one after
    void eraseRequested(); ///< Backspace where nothing is written
    void longTextPasted(const QString &text);
    void filesGiven(const QStringList &paths); ///< dropped or pasted

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] bool sends(const QKeyEvent &event) const;
    [[nodiscard]] bool walks(const QKeyEvent &event);
    [[nodiscard]] int heightOfLines(int lines) const;

    SendKey m_sendKey;
    int m_heightLimit = 240;
    bool m_composing = false; // an input method shows text that is not there yet
};

} // namespace pennyworth
