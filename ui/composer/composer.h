// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "chat/draft.h"
#include "composer/estimateline.h"
#include "composer/prompthistory.h"
#include "composer/textfile.h"
#include "domain/error.h"
#include "environment/settings.h"
#include "pricing/quote.h"
#include "theme/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace pennyworth {

class AttachmentBar;
class Card;
class ComposerTools;
class ContextNotice;
class EditMark;
class Estimator;
class PromptEditor;
class Workspace;

/// Where a prompt is written and sent, with what it will take under it. Shows one session at a time
/// and keeps its draft.
class Composer final : public QWidget {
    Q_OBJECT

public:
    Composer(const Theme &theme, const Settings &settings, const Workspace &workspace,
        QWidget *parent = nullptr);
    ~Composer() override;

    void setSession(ChatSession *session); ///< null: none
    /// The price in force, its name and until when it holds; no quote: no price is known.
    void setRate(const QString &text, const QString &tip, const std::optional<Quote> &quote);
    void setSendKey(SendKey key);
    void setHeightLimit(int pixels); ///< of the editor
    void focusEditor();
    void attachFiles(const QStringList &paths); ///< or says why they cannot go with a prompt
    /// Puts an earlier prompt where one writes: sending makes a sibling of it. The draft comes back
    /// afterwards.
    void edit(MessageId prompt, const QString &text);
    void cancelEdit();
    [[nodiscard]] bool isEditing() const { return m_edited.isValid(); }
    void quote(const QString &markdown); ///< before what stands there, marked as a quotation
    /// `prompt` and what stands here go into a conversation of their own.
    void startFresh(const QString &prompt);
    void keepDraft(); ///< at once, instead of a moment after the last key

    [[nodiscard]] const Estimator &estimator() const { return *m_estimator; }
    /// What a summary of the conversation takes; empty: nothing.
    [[nodiscard]] QString summaryCost() const;

signals:
    void attachRequested(); ///< files are to be chosen
    void editLastRequested(); ///< Up where nothing is written
    void freshStartRequested(); ///< the draft is kept by then
    void summaryRequested(); ///< of what was said, to be sent in its place
    void leaveOutRequested(); ///< a point is to be chosen above which nothing is sent

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void follow();
    void send();
    void takeBack(const Error &error, const QString &prompt);
    void takeFile(const TextFile &file);
    void showRemark(const QString &sentence); ///< until something is typed
    void walkHistory(int step);
    void takeTyping();
    void showContent(Draft draft);
    [[nodiscard]] Draft content() const;
    [[nodiscard]] QString unsent() const;
    [[nodiscard]] bool hasTyped() const; ///< since the draft was shown or kept
    void showDraft();
    void showState(); ///< which button, and whether it can be pressed
    void showSettings(); ///< who will answer, and how
    void countAttachments();
    void showEstimate();
    void showContextOffer(const Estimate &estimate);
    [[nodiscard]] EstimateBilling billing() const;

    const Theme &m_theme;
    const Workspace &m_workspace;
    std::unique_ptr<Estimator> m_estimator;
    QPointer<ChatSession> m_session;
    QTimer m_keepDraft; // single shot, started by typing
    QTimer m_count; // single shot, started by typing in a long text
    QString m_lastDraft; // as the session knows it
    MessageId m_edited; // valid while an earlier prompt is edited
    MessageId m_sentEdit; // until it is answered or refused
    Draft m_sent; // until it is known that it was taken
    /// What the history put here, and how it is kept as a draft.
    struct FromHistory {
        QString prompt;
        QString stored;
    };
    PromptHistory m_history;
    std::optional<FromHistory> m_historyShown;
    std::shared_ptr<int> m_reading = std::make_shared<int>(0); // files for the shown session
    bool m_sendsWhenRead = false; // it was to be sent before they were there
    qint64 m_attachedTokens = 0;

    Card *m_card;
    ContextNotice *m_notice;
    EditMark *m_editMark;
    AttachmentBar *m_attachments;
    QLabel *m_remark;
    PromptEditor *m_editor;
    ComposerTools *m_tools;
    EstimateLine *m_estimate;
};

} // namespace pennyworth
