// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer.h"

#include "chat/estimator.h"
#include "chat/workspace.h"
#include "composer/attachmentbar.h"
#include "composer/composertools.h"
#include "composer/contextnotice.h"
#include "composer/editmark.h"
#include "composer/prompteditor.h"
#include "composer/summary.h"
#include "domain/whendone.h"
#include "theme/card.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMargin = 14;
constexpr auto kKeepDraftAfter = 500ms;
constexpr auto kCountAfter = 80ms;
constexpr int kCountedAtOnce = 4000; // characters whose tokens are counted with every key

EstimateBilling billingOf(const Result<Provider> &provider)
{
    if (!provider || provider->billable)
        return EstimateBilling::Billed;
    return provider->id == kDemonstrationProvider ? EstimateBilling::Unbilled
                                                  : EstimateBilling::Free;
}

QStringList promptsOf(const ChatSession &session)
{
    QStringList prompts;
    const QList<MessageId> branch = session.branch();
    for (const MessageId id : branch) {
        const Message &message = session.messages().at(id);
        if (message.role == Role::User && !message.summarises.isValid())
            prompts += message.text;
    }
    return prompts;
}

} // namespace

Composer::Composer(
    const Theme &theme, const Settings &settings, const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_estimator(workspace.newEstimator())
    , m_card(new Card(theme))
    , m_notice(new ContextNotice(theme))
    , m_editMark(new EditMark(theme))
    , m_attachments(new AttachmentBar(theme))
    , m_remark(new QLabel)
    , m_editor(new PromptEditor(settings.sendKey()))
    , m_tools(new ComposerTools(theme))
    , m_estimate(new EstimateLine(theme))
{
    m_remark->setObjectName(u"composerRemark"_s);
    m_remark->setWordWrap(true);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setFont(theme.font(TextSize::Caption));
    m_remark->setVisible(false);
    m_editor->setObjectName(u"composer"_s);
    m_editor->setAccessibleName(tr("Message"));
    m_editor->setFont(theme.font(TextSize::Body));
    m_editMark->setVisible(false);
    m_editor->installEventFilter(this);
    m_keepDraft.setSingleShot(true);
    m_keepDraft.setInterval(kKeepDraftAfter);
    m_count.setSingleShot(true);
    m_count.setInterval(kCountAfter);
    layOut();
    connectParts();
    showState();
}

Composer::~Composer() = default;

void Composer::layOut()
{
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(kMargin, kMargin - 2, kMargin, metrics::kGrid);
    card->setSpacing(metrics::kGrid);
    card->addWidget(m_notice);
    card->addWidget(m_editMark);
    card->addWidget(m_attachments);
    card->addWidget(m_remark);
    card->addWidget(m_editor);
    card->addWidget(m_tools);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid - 1);
    layout->addWidget(m_card);
    layout->addWidget(m_estimate);
}

void Composer::connectParts()
{
    connect(&m_keepDraft, &QTimer::timeout, this, &Composer::keepDraft);
    connect(&m_count, &QTimer::timeout, this, &Composer::showEstimate);
    connect(m_editor, &PromptEditor::textChanged, this, &Composer::takeTyping);
    connect(m_editor, &PromptEditor::sendRequested, this, &Composer::send);
    connect(m_editMark, &EditMark::cancelRequested, this, &Composer::cancelEdit);
    connect(m_editor, &PromptEditor::editLastRequested, this, &Composer::editLastRequested);
    connect(m_editor, &PromptEditor::historyRequested, this, &Composer::walkHistory);
    connect(m_editor, &PromptEditor::eraseRequested, m_attachments, &AttachmentBar::removeLast);
    connect(m_editor, &PromptEditor::filesGiven, this, &Composer::attachFiles);
    connect(m_editor, &PromptEditor::longTextPasted, this,
        [this](const QString &text) { m_attachments->add({.name = {}, .text = text}); });
    connect(m_attachments, &AttachmentBar::changed, this, [this] {
        m_keepDraft.start();
        countAttachments();
        showEstimate();
        showState();
        focusEditor();
    });
    connect(m_tools, &ComposerTools::attachRequested, this, &Composer::attachRequested);
    connect(m_tools, &ComposerTools::sendRequested, this, &Composer::send);
    connect(m_tools, &ComposerTools::stopRequested, this, [this] {
        if (m_session)
            m_session->stop();
        focusEditor();
    });
    connect(m_tools, &ComposerTools::settingsChosen, this,
        [this](const GenerationSettings &settings) { m_session->setSettings(settings); });
    connect(m_estimator.get(), &Estimator::changed, this, [this] {
        countAttachments();
        showEstimate();
    });
    connect(m_notice, &ContextNotice::summaryRequested, this, &Composer::summaryRequested);
    connect(m_notice, &ContextNotice::leaveOutRequested, this, &Composer::leaveOutRequested);
    connect(m_notice, &ContextNotice::freshStartRequested, this, [this] {
        keepDraft();
        emit freshStartRequested();
    });
}

void Composer::setSession(ChatSession *session)
{
    cancelEdit();
    // What was typed before there was a session belongs to the first one.
    const bool keepsTyped = !m_session && hasTyped();
    if (m_session) {
        keepDraft();
        m_session->disconnect(this);
    }
    m_session = session;
    m_sent = {};
    m_history = {};
    m_historyShown.reset();
    m_reading = std::make_shared<int>(0);
    m_sendsWhenRead = false;
    if (!keepsTyped)
        showDraft();
    if (m_session)
        follow();
    m_estimator->setSession(session);
    showState();
    showSettings();
}

void Composer::follow()
{
    connect(m_session, &ChatSession::loaded, this, [this] {
        if (!hasTyped())
            showDraft();
        showSettings();
    });
    connect(m_session, &ChatSession::draftChanged, this, [this] {
        if (m_session->draft() != m_lastDraft && !hasTyped())
            showDraft();
    });
    connect(m_session, &ChatSession::branchChanged, this, [this] {
        if (isEditing() && !m_session->messages().contains(m_edited))
            cancelEdit();
    });
    connect(m_session, &ChatSession::replyStarted, this, [this] {
        m_sent = {};
        m_sentEdit = {};
        m_lastDraft = m_session->draft();
        keepDraft(); // without what was sent
        showState();
    });
    connect(m_session, &ChatSession::replyFinished, this, &Composer::showState);
    connect(m_session, &ChatSession::settingsChanged, this, &Composer::showSettings);
    connect(m_session, &ChatSession::refused, this, &Composer::takeBack);
}

void Composer::setRate(const QString &text, const QString &tip, const std::optional<Quote> &quote)
{
    m_estimate->setRate(text, tip);
    m_estimator->setQuote(quote);
}

void Composer::setSendKey(SendKey key)
{
    m_editor->setSendKey(key);
}

void Composer::setHeightLimit(int pixels)
{
    m_editor->setHeightLimit(pixels);
}

void Composer::focusEditor()
{
    m_editor->setFocus(Qt::OtherFocusReason);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor
        && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        m_card->setMarked(event->type() == QEvent::FocusIn);
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (watched == m_editor && isEditing() && (isOverride || event->type() == QEvent::KeyPress)
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        if (isOverride) // it does not stop a reply
            event->accept();
        else
            cancelEdit();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::edit(MessageId prompt, const QString &text)
{
    if (!isEditing())
        keepDraft();
    m_edited = prompt;
    m_estimator->setEdited(prompt);
    m_editMark->setVisible(true);
    showContent({.text = text, .attachments = {}});
    focusEditor();
}

void Composer::cancelEdit()
{
    if (!isEditing())
        return;
    m_edited = {};
    m_estimator->setEdited({});
    m_editMark->setVisible(false);
    showContent(draftFrom(m_lastDraft));
}

void Composer::quote(const QString &markdown)
{
    QStringList lines = markdown.trimmed().split(u'\n');
    for (QString &line : lines)
        line.prepend(line.isEmpty() ? u">"_s : u"> "_s);
    QTextCursor cursor(m_editor->document());
    cursor.insertText(lines.join(u'\n') + u"\n\n"_s);
    m_editor->moveCursor(QTextCursor::End);
    m_editor->ensureCursorVisible();
    focusEditor();
}

void Composer::startFresh(const QString &prompt)
{
    cancelEdit();
    showContent(joined({.text = prompt, .attachments = {}}, content()));
    keepDraft();
    emit freshStartRequested();
}

void Composer::send()
{
    const Draft draft = content();
    const QString prompt = promptOf(draft);
    if (!m_session || m_session->isStreaming() || prompt.isEmpty())
        return;
    m_sendsWhenRead = *m_reading > 0;
    if (m_sendsWhenRead)
        return;
    if (isEditing()) {
        m_sentEdit = m_edited;
        cancelEdit();
        m_session->edit(m_sentEdit, prompt);
        return;
    }
    keepDraft(); // until the prompt is in the conversation
    m_sent = draft;
    showContent({});
    m_session->send(prompt);
}

void Composer::takeBack(const Error &, const QString &prompt)
{
    if (const MessageId edited = std::exchange(m_sentEdit, {}); edited.isValid()) {
        edit(edited, prompt);
        return;
    }
    const bool isKnown = promptOf(m_sent) == prompt;
    const Draft refused = isKnown ? m_sent : Draft{.text = prompt, .attachments = {}};
    m_sent = {};
    // What was written since stays behind what was not sent.
    showContent(joined(refused, content()));
    keepDraft();
}

void Composer::attachFiles(const QStringList &paths)
{
    showRemark({});
    for (const QString &path : paths) {
        ++*m_reading;
        whenDone(readTextFile(path), this,
            [this, reading = m_reading, session = m_session](const TextFile &file) {
                --*reading;
                if (reading == m_reading)
                    takeFile(file);
                else if (session && file.problem == FileProblem::None) // another one is shown
                    session->setDraft(storedDraft(joined(draftFrom(session->draft()),
                        {.text = {}, .attachments = {file.attachment}})));
            });
    }
}

void Composer::takeFile(const TextFile &file)
{
    if (file.problem == FileProblem::None) {
        m_attachments->add(file.attachment);
    } else {
        m_sendsWhenRead = false;
        showRemark(problemText(file));
    }
    if (m_sendsWhenRead && *m_reading == 0)
        send();
}

void Composer::showRemark(const QString &sentence)
{
    const QString before =
        m_remark->isHidden() || sentence.isEmpty() ? QString() : m_remark->text() + u'\n';
    m_remark->setText(before + sentence);
    m_remark->setVisible(!sentence.isEmpty());
}

void Composer::walkHistory(int step)
{
    // What the history showed may have gone beside the text for its length.
    const bool isUntouched = m_historyShown && storedDraft(content()) == m_historyShown->stored;
    if (!m_session || (!isUntouched && !m_attachments->attachments().isEmpty()))
        return;
    const QString current = isUntouched ? m_historyShown->prompt : m_editor->toPlainText();
    const std::optional<QString> shown = m_history.step(step, promptsOf(*m_session), current);
    if (!shown)
        return;
    showContent({.text = *shown, .attachments = {}});
    m_historyShown = {.prompt = *shown, .stored = storedDraft(content())};
}

void Composer::takeTyping()
{
    m_remark->setVisible(false);
    m_keepDraft.start();
    showState();
    if (m_editor->document()->characterCount() <= kCountedAtOnce)
        showEstimate();
    else
        m_count.start();
}

Draft Composer::content() const
{
    return {.text = m_editor->toPlainText(), .attachments = m_attachments->attachments()};
}

/// Text that the editor would be slow with goes beside it, as a paste of it would.
void Composer::showContent(Draft draft)
{
    if (draft.text.size() >= PromptEditor::kLongText) {
        draft.attachments.prepend({.name = {}, .text = draft.text});
        draft.text.clear();
    }
    m_attachments->setAttachments(draft.attachments);
    m_editor->setPlainText(draft.text);
    m_editor->moveCursor(QTextCursor::End);
    countAttachments();
    showEstimate();
    showState();
}

/// What would be lost if the program ended now.
QString Composer::unsent() const
{
    return storedDraft(joined(m_sent, content()));
}

bool Composer::hasTyped() const
{
    return isEditing() || unsent() != m_lastDraft;
}

void Composer::keepDraft()
{
    m_keepDraft.stop();
    if (!m_session || isEditing())
        return;
    const QString draft = unsent();
    if (draft == m_lastDraft)
        return;
    m_lastDraft = draft;
    m_session->setDraft(draft);
}

void Composer::showDraft()
{
    showContent(draftFrom(m_session ? m_session->draft() : QString()));
    m_lastDraft = storedDraft(content());
    m_keepDraft.stop();
}

void Composer::showState()
{
    const bool isEmpty = m_editor->document()->isEmpty() && m_attachments->attachments().isEmpty();
    m_tools->showStreaming(m_session && m_session->isStreaming());
    m_tools->setSendEnabled(m_session && !isEmpty);
}

void Composer::showSettings()
{
    if (!m_session)
        return;
    const GenerationSettings &settings = m_session->settings();
    //: %1 is the name of a model
    m_editor->setPlaceholderText(tr("Message %1…").arg(settings.model));
    const Result<Provider> provider = m_workspace.providers().find(settings.provider);
    m_tools->showSettings(provider ? &*provider : nullptr, settings);
    showEstimate();
}

void Composer::countAttachments()
{
    m_attachedTokens = 0;
    for (const Attachment &attachment : m_attachments->attachments())
        m_attachedTokens += m_estimator->tokensOf(attachment.text);
}

void Composer::showEstimate()
{
    m_count.stop();
    const qint64 typed = m_estimator->tokensOf(m_editor->toPlainText());
    const Estimate estimate = m_estimator->estimate(typed + m_attachedTokens);
    m_estimate->show(estimate, billing());
    showContextOffer(estimate);
}

void Composer::showContextOffer(const Estimate &estimate)
{
    constexpr int kFull = 100;
    ContextOffer offer{.percent = estimate.contextPercent.value_or(0), .summaryCost = {}};
    if (m_session && offer.percent >= ContextNotice::kContextLimit) {
        // What does not fit by itself cannot be summed up either.
        const bool fits = m_estimator->estimate(0).contextPercent.value_or(0) < kFull;
        offer.canLeaveOut = m_session->branch().size() > 2;
        offer.canSummarise = fits && m_session->canSummarise();
        offer.summaryCost = summaryCost();
    }
    m_notice->show(offer);
}

QString Composer::summaryCost() const
{
    const qint64 asked = m_estimator->tokensOf(summaryPrompt());
    return summaryEstimateText(m_estimator->estimate(asked), billing());
}

EstimateBilling Composer::billing() const
{
    return billingOf(
        m_workspace.providers().find(m_session ? m_session->settings().provider : QString()));
}

} // namespace pennyworth
