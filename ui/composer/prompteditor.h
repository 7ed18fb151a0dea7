// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/settings.h"

#include <QPlainTextEdit>

namespace pennyworth {

/// Where the prompt is written: grows with its text up to a limit, sends on Enter, takes plain text
/// only.
class PromptEditor final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PromptEditor(SendKey sendKey, QWidget *parent = nullptr);

    void setSendKey(SendKey key) { m_sendKey = key; }
    void setHeightLimit(int pixels); ///< beyond it the text scrolls

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void sendRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] bool sends(const QKeyEvent &event) const;
    [[nodiscard]] int heightOfLines(int lines) const;

    SendKey m_sendKey;
    int m_heightLimit = 240;
    bool m_composing = false; // an input method shows text that is not there yet
};

} // namespace pennyworth
