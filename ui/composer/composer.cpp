// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer.h"

#include "chat/workspace.h"
#include "composer/prompteditor.h"
#include "composer/thinkingmenu.h"
#include "pricing/tokens.h"
#include "theme/button.h"
#include "theme/card.h"
#include "theme/figurelabel.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QEvent>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMargin = 14;
constexpr auto kKeepDraftAfter = 500ms;

/// Tokens of what is sent again with every prompt: as the service last counted them, otherwise from
/// the text.
qint64 tokensOf(const ChatSession &session)
{
    const QList<MessageId> branch = session.branch();
    qint64 tokens = estimateTokens(session.settings().systemPrompt);
    for (const MessageId id : branch) {
        const Message &message = session.messages().at(id);
        const QList<LedgerEntry> entries = session.entriesOf(id);
        const std::optional<Settlement> settlement =
            entries.isEmpty() ? std::nullopt : entries.constLast().settlement;
        if (settlement && settlement->usage.prompt && settlement->usage.completion)
            tokens = *settlement->usage.prompt + *settlement->usage.completion
                - settlement->usage.reasoning.value_or(0);
        else
            tokens += estimateTokens(message.text);
    }
    return tokens;
}

} // namespace

Composer::Composer(
    const Theme &theme, const Settings &settings, const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_card(new Card(theme))
    , m_editor(new PromptEditor(settings.sendKey()))
    , m_thinking(new ThinkingMenu(theme))
    , m_send(new Button(theme, ButtonKind::Primary, tr("Send")))
    , m_stop(new Button(theme, ButtonKind::Primary, tr("Stop")))
    , m_estimate(new FigureLabel(theme, TextSize::Caption, Tone::Muted))
    , m_rate(new FigureLabel(theme, TextSize::Caption, Tone::Muted))
{
    m_editor->setObjectName(u"composer"_s);
    m_editor->setAccessibleName(tr("Message"));
    m_editor->setFont(theme.font(TextSize::Body));
    m_send->setObjectName(u"sendButton"_s);
    m_send->setAccessibleName(tr("Send"));
    m_send->setGlyph(Glyph::Send);
    m_stop->setObjectName(u"stopButton"_s);
    m_stop->setAccessibleName(tr("Stop"));
    m_stop->setGlyph(Glyph::Stop);
    m_stop->setToolTip(tr("Stop (Esc): what arrived is kept, with its cost"));
    m_estimate->setObjectName(u"estimateLine"_s);
    m_estimate->setAccessibleName(tr("Estimate"));
    m_rate->setObjectName(u"rateLine"_s);
    layOut();

    m_keepDraft.setSingleShot(true);
    m_keepDraft.setInterval(kKeepDraftAfter);
    connect(&m_keepDraft, &QTimer::timeout, this, &Composer::keepDraft);
    connect(m_editor, &PromptEditor::textChanged, this, [this] {
        m_keepDraft.start();
        showState();
        showEstimate();
    });
    connect(m_editor, &PromptEditor::sendRequested, this, &Composer::send);
    connect(m_send, &Button::clicked, this, &Composer::send);
    connect(m_stop, &Button::clicked, this, [this] {
        if (m_session)
            m_session->stop();
        focusEditor();
    });
    connect(m_thinking, &ThinkingMenu::chosen, this, [this](Thinking thinking, Effort effort) {
        GenerationSettings changed = m_session->settings();
        changed.thinking = thinking;
        changed.effort = effort;
        m_session->setSettings(changed);
    });
    m_editor->installEventFilter(this);
    showState();
}

void Composer::layOut()
{
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(metrics::kGrid);
    tools->addWidget(m_thinking);
    tools->addStretch(1);
    tools->addWidget(m_send);
    tools->addWidget(m_stop);
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(kMargin, kMargin - 2, kMargin, metrics::kGrid);
    card->setSpacing(metrics::kGrid);
    card->addWidget(m_editor);
    card->addLayout(tools);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(2, 0, 2, 0);
    line->setSpacing(2 * metrics::kGrid);
    line->addWidget(m_estimate, 1);
    line->addWidget(m_rate);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid - 1);
    layout->addWidget(m_card);
    layout->addLayout(line);
}

void Composer::setSession(ChatSession *session)
{
    // What was typed before there was a session belongs to the first one.
    const bool keepsTyped = !m_session && hasTyped();
    if (m_session) {
        keepDraft();
        m_session->disconnect(this);
    }
    m_session = session;
    if (!keepsTyped)
        showDraft();
    if (m_session)
        follow();
    countHistory();
    showState();
    showSettings();
}

void Composer::follow()
{
    connect(m_session, &ChatSession::loaded, this, [this] {
        if (!hasTyped())
            showDraft();
        countHistory();
        showSettings();
    });
    connect(m_session, &ChatSession::branchChanged, this, &Composer::countHistory);
    connect(m_session, &ChatSession::replyStarted, this, &Composer::showState);
    connect(m_session, &ChatSession::replyFinished, this, [this] {
        showState();
        countHistory();
    });
    connect(m_session, &ChatSession::settingsChanged, this, &Composer::showSettings);
    connect(m_session, &ChatSession::refused, this, &Composer::takeBack);
}

void Composer::setRate(const QString &text, const QString &tip)
{
    m_rate->setText(text);
    m_rate->setToolTip(tip);
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
    return QWidget::eventFilter(watched, event);
}

void Composer::send()
{
    const QString prompt = m_editor->toPlainText().trimmed();
    if (!m_session || m_session->isStreaming() || prompt.isEmpty())
        return;
    m_editor->clear();
    keepDraft();
    m_session->send(prompt);
}

void Composer::takeBack(const Error &, const QString &prompt)
{
    // What was typed since stays behind what was not sent.
    const QString typed = m_editor->toPlainText();
    m_editor->setPlainText(typed.isEmpty() ? prompt : QString(prompt + u'\n' + typed));
    m_editor->moveCursor(QTextCursor::End);
    keepDraft();
}

bool Composer::hasTyped() const
{
    return m_editor->toPlainText() != m_lastDraft;
}

void Composer::keepDraft()
{
    m_keepDraft.stop();
    if (!m_session)
        return;
    const QString draft = m_editor->toPlainText();
    if (draft == m_lastDraft)
        return;
    m_lastDraft = draft;
    m_session->setDraft(draft);
}

void Composer::showDraft()
{
    m_lastDraft = m_session ? m_session->draft() : QString();
    m_editor->setPlainText(m_lastDraft);
    m_editor->moveCursor(QTextCursor::End);
    m_keepDraft.stop();
}

void Composer::showState()
{
    const bool streaming = m_session && m_session->isStreaming();
    const bool empty = m_editor->document()->isEmpty();
    m_send->setVisible(!streaming);
    m_stop->setVisible(streaming);
    m_send->setEnabled(m_session && !empty);
}

void Composer::showSettings()
{
    if (!m_session)
        return;
    const GenerationSettings &settings = m_session->settings();
    //: %1 is the name of a model
    m_editor->setPlaceholderText(tr("Message %1…").arg(settings.model));
    const Result<Provider> provider = m_workspace.providers().find(settings.provider);
    m_thinking->show(provider ? provider->findModel(settings.model) : nullptr, settings.thinking,
        settings.effort);
}

void Composer::countHistory()
{
    m_historyTokens = m_session ? tokensOf(*m_session) : 0;
    showEstimate();
}

void Composer::showEstimate()
{
    const qint64 tokens = m_historyTokens + estimateTokens(m_editor->toPlainText());
    //: The size of the whole prompt, with the conversation so far
    const QString text =
        tokens > 0 ? estimateText(tr("%1 tokens").arg(countText(tokens))) : QString();
    m_estimate->setText(text);
    m_estimate->setAccessibleDescription(text);
}

} // namespace pennyworth
