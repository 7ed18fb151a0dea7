// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "window/alertbar.h"

class QLabel;

namespace pennyworth {

/// A line above the conversation for what failed in the background. Never modal; the latest message
/// replaces the one before.
class MessageBar final : public AlertBar {
    Q_OBJECT

public:
    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);

    void showError(const Error &error); ///< stays until it is closed

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QLabel *m_text;
};

} // namespace pennyworth
