// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "domain/error.h"
#include "environment/settings.h"
#include "theme/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace pennyworth {

class Button;
class Card;
class FigureLabel;
class PromptEditor;
class ThinkingMenu;
class Workspace;

/// Where a prompt is written and sent, with what it will take under it. Shows one session at a time
/// and keeps its draft.
class Composer final : public QWidget {
    Q_OBJECT

public:
    Composer(const Theme &theme, const Settings &settings, const Workspace &workspace,
        QWidget *parent = nullptr);

    void setSession(ChatSession *session); ///< null: none
    void setRate(const QString &text, const QString &tip); ///< the rate in force and until when
    void setHeightLimit(int pixels); ///< of the editor
    void focusEditor();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void follow();
    void send();
    void takeBack(const Error &error, const QString &prompt);
    [[nodiscard]] bool hasTyped() const; ///< since the draft was shown or kept
    void keepDraft();
    void showDraft();
    void showState(); ///< which button, and whether it can be pressed
    void showSettings(); ///< who will answer, and how
    void showEstimate();
    void countHistory();

    const Theme &m_theme;
    const Workspace &m_workspace;
    QPointer<ChatSession> m_session;
    QTimer m_keepDraft; // single shot, started by typing
    qint64 m_historyTokens = 0;
    QString m_lastDraft; // as the session knows it

    Card *m_card;
    PromptEditor *m_editor;
    ThinkingMenu *m_thinking;
    Button *m_send;
    Button *m_stop;
    FigureLabel *m_estimate;
    FigureLabel *m_rate;
};

} // namespace pennyworth
