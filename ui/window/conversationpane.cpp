// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/conversationpane.h"

#include "chat/keysetup.h"
#include "chat/workspace.h"
#include "composer/composer.h"
#include "composer/textfile.h"
#include "domain/errortext.h"
#include "domain/money.h"
#include "spend/pricingstrip.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"
#include "transcript/findbar.h"
#include "transcript/messagelistmodel.h"
#include "transcript/readingtools.h"
#include "transcript/remotepictures.h"
#include "transcript/sessionmessages.h"
#include "transcript/transcriptview.h"
#include "typesetting/typesetter.h"
#include "window/attachdialog.h"
#include "window/contextcommands.h"
#include "window/conversationheader.h"
#include "window/conversationmenu.h"
#include "window/emptyconversation.h"
#include "window/messagebar.h"
#include "window/messagecommands.h"
#include "window/undobar.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QDropEvent>
#include <QMimeData>
#include <QStackedLayout>
#include <QUrl>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kComposerMargin = 24;
constexpr int kNarrow = 560; // where the transcript has narrow margins, too
constexpr int kComposerShare = 40; // per cent of the height that the prompt may take

} // namespace

ConversationPane::ConversationPane(
    const Theme &theme, Settings &settings, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_header(new ConversationHeader(theme, workspace))
    , m_messages(new MessageBar(theme))
    , m_undoBar(new UndoBar(theme))
    , m_content(new QStackedLayout)
    , m_blank(new QWidget)
    , m_empty(new EmptyConversation(theme))
    , m_rows(new MessageListModel(this))
    , m_sessionRows(new SessionMessages(*m_rows, this))
    , m_typesetter(new Typesetter(this))
    , m_pictures(new RemotePictures(
          [&workspace](const QUrl &url) { return workspace.fetchPicture(url); }, this))
    , m_transcript(new TranscriptView(theme))
    , m_reading(new ReadingTools(theme, settings, *m_transcript, this))
    , m_strip(new PricingStrip(theme))
    , m_keyPlace(new QVBoxLayout)
    , m_keySetup(new KeySetup(workspace, this))
    , m_composer(new Composer(theme, settings, workspace))
    , m_commands(new MessageCommands(theme, workspace,
          {.transcript = *m_transcript, .composer = *m_composer, .undoBar = *m_undoBar}, this))
    , m_contextCommands(new ContextCommands(theme, workspace,
          {.composer = *m_composer, .menu = m_header->menu(), .undoBar = *m_undoBar}, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    setAcceptDrops(true);
    m_transcript->setTypesetter(m_typesetter);
    m_transcript->setPictures(m_pictures);
    m_transcript->setModel(m_rows);
    layOut();

    connect(m_transcript, &TranscriptView::linkActivated, this,
        [](const QUrl &url) { QDesktopServices::openUrl(url); });
    m_sessionRows->setPriceable([this](const QString &provider) {
        return m_workspace.providers().find(provider).valueOr({}).isOwn;
    });
    connectCommands();
    connect(m_strip, &PricingStrip::clicked, this, &ConversationPane::stripPressed);
    connect(
        m_composer, &Composer::attachRequested, this, [this] { openAttachDialog(*m_composer); });
    connect(
        m_composer, &Composer::freshStartRequested, this, &ConversationPane::freshStartRequested);
    connect(m_keySetup, &KeySetup::accepted, this,
        [this](const QString &providerId) { takeKey(providerId); });
    connect(m_keySetup, &KeySetup::notKept, this, [this](const Error &error) {
        if (m_keyPrompt)
            m_keyPrompt->showNotKept(error);
    });
    connect(m_keySetup, &KeySetup::refused, this, [this](const Error &error) {
        if (m_keyPrompt)
            m_keyPrompt->showError(error);
    });
}

void ConversationPane::connectCommands()
{
    connect(m_commands, &MessageCommands::keyRequested, this, &ConversationPane::askForKey);
    connect(
        m_commands, &MessageCommands::serviceRequested, this, &ConversationPane::serviceRequested);
    connect(m_commands, &MessageCommands::modelChoiceRequested, m_header,
        &ConversationHeader::openModelMenu);
    connect(m_commands, &MessageCommands::conversationRequested, this,
        &ConversationPane::conversationRequested);
    connect(m_commands, &MessageCommands::failed, m_messages, &MessageBar::showError);
    connect(m_reading, &ReadingTools::failed, m_messages, &MessageBar::showError);
}

void ConversationPane::layOut()
{
    m_content->addWidget(m_blank);
    m_content->addWidget(m_empty);
    m_content->addWidget(m_transcript);

    auto *foot = new QWidget;
    foot->setMaximumWidth(metrics::kTextColumnWidth + 2 * kComposerMargin);
    auto *below = new QVBoxLayout(foot);
    m_foot = below;
    placeFoot();
    below->setSpacing(metrics::kGrid);
    below->addLayout(m_keyPlace);
    below->addWidget(m_strip);
    below->addWidget(m_composer);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(foot, 1000); // takes all there is up to its maximum
    centred->addStretch(1);

    auto *middle = new QGridLayout; // the bar lies over the conversation, which stays where it is
    middle->addLayout(m_content, 0, 0);
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(metrics::kGrid, metrics::kGrid, metrics::kGrid, metrics::kGrid);
    bar->addWidget(m_undoBar);
    middle->addLayout(bar, 0, 0, Qt::AlignTop | Qt::AlignHCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_messages);
    layout->addWidget(&m_reading->findBar());
    layout->addLayout(middle, 1);
    layout->addLayout(centred);
}

void ConversationPane::setSession(ChatSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (m_session) {
        connect(m_session, &ChatSession::branchChanged, this, &ConversationPane::showContent);
        connect(m_session, &ChatSession::loaded, this, &ConversationPane::showContent);
        connect(m_session, &ChatSession::settingsChanged, this, &ConversationPane::showContent);
        connect(m_session, &ChatSession::refused, this, &ConversationPane::takeRefusal);
        connect(m_session, &ChatSession::failed, m_messages, &MessageBar::showError);
    }
    m_header->setSession(session);
    m_commands->setSession(session);
    m_contextCommands->setSession(session);
    m_sessionRows->setSession(session);
    m_composer->setSession(session);
    showContent();
}

void ConversationPane::showContent()
{
    if (!m_session || !m_session->isLoaded()) {
        m_content->setCurrentWidget(m_blank);
        return;
    }
    if (const Result<Provider> provider =
            m_workspace.providers().find(m_session->settings().provider))
        m_empty->show(*provider);
    m_content->setCurrentWidget(
        m_session->branch().isEmpty() ? static_cast<QWidget *>(m_empty) : m_transcript);
}

void ConversationPane::takeRefusal(const Error &error)
{
    const Remedy remedy = errorText(error).action;
    if (remedy == Remedy::SetKey || remedy == Remedy::UnlockKeychain)
        askForKey(m_session->settings().provider);
    if (error.kind != ErrorKind::NoKey && error.kind != ErrorKind::Cancelled)
        m_messages->showError(error);
}

void ConversationPane::setStrip(const QStringList &parts)
{
    m_strip->setParts(parts);
}

void ConversationPane::askForKey(const QString &providerId)
{
    const Result<Provider> provider = m_workspace.providers().find(providerId);
    if (!provider)
        return;
    if (!provider->needsKey) { // said so when it was set up, but wants one now
        emit serviceRequested(providerId);
        return;
    }
    if (m_keyPrompt && m_keyProvider == providerId) {
        m_keyPrompt->focusField();
        return;
    }
    dropKeyPrompt();
    m_keyProvider = providerId;
    m_keyPrompt = new KeyPrompt(m_theme, *provider);
    if (!m_session || m_session->settings().provider == kDemonstrationProvider)
        m_keyPrompt->tellOfDemonstration();
    QList<Provider> others = m_workspace.providers().providers();
    others.removeIf([&providerId](const Provider &other) {
        return other.id == providerId || other.id == kDemonstrationProvider;
    });
    m_keyPrompt->offerServices(others);
    connect(m_keyPrompt, &KeyPrompt::serviceRequested, this, &ConversationPane::serviceRequested);
    connect(
        m_keyPrompt, &KeyPrompt::keepForSessionRequested, m_keySetup, &KeySetup::keepForSession);
    m_keyPlace->addWidget(m_keyPrompt);
    connect(m_keyPrompt, &KeyPrompt::closeRequested, this, &ConversationPane::dropKeyPrompt);
    connect(m_keyPrompt, &KeyPrompt::keyEntered, this, [this](const QString &key) {
        m_keyPrompt->showChecking();
        m_keySetup->start(m_keyProvider, key);
    });
}

void ConversationPane::dropKeyPrompt()
{
    if (m_keyPrompt)
        m_keyPrompt->deleteLater();
    m_keyPrompt.clear();
}

void ConversationPane::takeKey(const QString &providerId)
{
    const Result<Provider> provider = m_workspace.providers().find(providerId);
    if (m_keyPrompt && provider) {
        const std::optional<Balance> balance = m_workspace.balance(providerId);
        QList<Money> sums;
        for (const BalanceEntry &entry : balance ? balance->entries : QList<BalanceEntry>())
            sums += entry.total;
        //: %1 is the name of a service
        const QString words = m_keySetup->place() == KeyPlace::Session
            ? tr("The key works. It is kept in memory and gone when Pennyworth quits; %1 answers "
                 "until then.")
            //: %1 is the name of a service
            : tr("The key works. It lies in this system's keychain and nowhere else; %1 answers "
                 "from now on.");
        QString text = words.arg(provider->name);
        if (!sums.isEmpty()) {
            //: %1 is an amount of money
            text += u' ' + tr("The account holds %1.").arg(sumsText(sums));
        }
        m_keyPrompt->showAccepted(text);
    }
    emit keyAccepted(providerId);
}

void ConversationPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_composer->setHeightLimit(height() * kComposerShare / 100);
    placeFoot();
}

/// Its edges stand as far beside the text above them in a narrow window as in a wide one.
void ConversationPane::placeFoot()
{
    const int side = width() < kNarrow ? metrics::kGrid : kComposerMargin;
    m_foot->setContentsMargins(side, metrics::kGrid, side, metrics::kGrid);
}

void ConversationPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ConversationPane::dropEvent(QDropEvent *event)
{
    m_composer->attachFiles(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace pennyworth
