// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/estimator.h"
#include "theme/theme.h"

#include <QDialog>

class QListWidget;

namespace pennyworth {

class ChatSession;

/// Chooses the message above which nothing is sent any more. Changes nothing itself.
class ContextDialog final : public QDialog {
    Q_OBJECT

public:
    ContextDialog(const Theme &theme, const ChatSession &session, const Estimator &estimator,
        QWidget *parent);

signals:
    void chosen(pennyworth::MessageId first);

private:
    void fill(const ChatSession &session, const Estimator &estimator);
    void layOut(const Theme &theme);

    QListWidget *m_points;
};

} // namespace pennyworth
