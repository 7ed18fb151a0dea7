// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "chat/workspace.h"
#include "composer/composer.h"
#include "conversations/conversationlistmodel.h"
#include "conversations/quickswitcher.h"
#include "domain/whendone.h"
#include "spend/pricefigures.h"
#include "spend/pricingpanel.h"
#include "theme/accessiblerole.h"
#include "transcript/readingtools.h"
#include "window/actions.h"
#include "window/conversationheader.h"
#include "window/conversationmenu.h"
#include "window/conversationpane.h"
#include "window/messagebar.h"
#include "window/messagecommands.h"
#include "window/notifier.h"
#include "window/panes.h"
#include "window/pricingdock.h"
#include "window/sidebar.h"
#include "window/trashwindow.h"
#include "window/undobar.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QScreen>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize{1280, 820};
constexpr QSize kSmallest{360, 320};

} // namespace

MainWindow::MainWindow(
    const Theme &theme, Settings &settings, Workspace &workspace, StartWith start)
    : m_theme(theme)
    , m_settings(settings)
    , m_workspace(workspace)
    , m_startedWith(start)
    , m_clock(workspace.prices(), workspace.clock())
    , m_actions(new Actions(*this))
    , m_sidebar(new Sidebar(theme, workspace))
    , m_pane(new ConversationPane(theme, settings, workspace))
    , m_panel(new PricingPanel(theme, workspace, m_clock))
    , m_dock(new PricingDock(theme, m_panel, *this))
    , m_panes(new Panes(theme, m_sidebar, m_pane, m_dock))
    , m_switch(new ConversationSwitch(workspace, settings, m_sidebar->conversations(), start, this))
    , m_switcher(new QuickSwitcher(theme, m_sidebar->conversations(), this))
    , m_notifier(new Notifier(settings, this))
{
    setAccessibleRole(this, QAccessible::Window);
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Pennyworth"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panes);
    setMinimumSize(kSmallest);
    connectPanes();
    connectActions();
    addActions(m_pane->reading().actions());
    restoreWindow();
}

MainWindow::~MainWindow() = default;

void MainWindow::start()
{
    if (!m_settings.lastConversation().isValid())
        m_switch->startNew();
    findKey();
    focusComposer();
}

void MainWindow::connectPanes()
{
    connect(m_sidebar, &Sidebar::newRequested, this, &MainWindow::startConversation);
    connect(m_sidebar, &Sidebar::chosen, m_switch, &ConversationSwitch::open);
    connect(m_sidebar, &Sidebar::removeRequested, this, &MainWindow::trashConversation);
    connect(m_sidebar, &Sidebar::pinRequested, &m_workspace, &Workspace::pinConversation);
    connect(m_sidebar, &Sidebar::trashRequested, this, &MainWindow::openTrash);
    connect(m_sidebar, &Sidebar::confirmed, this, [this] {
        m_panes->closeDrawer();
        focusComposer();
    });
    connect(m_switcher, &QuickSwitcher::chosen, this, [this](ConversationId id) {
        m_switch->open(id);
        focusComposer();
    });
    connect(m_switcher, &QuickSwitcher::newRequested, this, &MainWindow::startConversation);
    connect(m_notifier, &Notifier::activated, this, &MainWindow::openFromDesktop);
    connect(m_switch, &ConversationSwitch::replyEnded, this, &MainWindow::takeReply);
    connect(&m_pane->header(), &ConversationHeader::modelChosen, this, &MainWindow::chooseModel);
    connect(
        &m_pane->header(), &ConversationHeader::sidebarRequested, m_panes, &Panes::toggleSidebar);
    connect(&m_pane->header(), &ConversationHeader::panelRequested, this, &MainWindow::togglePanel);
    const ConversationMenu *menu = &m_pane->header().menu();
    connect(menu, &ConversationMenu::renameRequested, this, [this](ConversationId id) {
        m_panes->showSidebar();
        m_sidebar->rename(id);
    });
    connect(menu, &ConversationMenu::pinRequested, &m_workspace, &Workspace::pinConversation);
    connect(menu, &ConversationMenu::removeRequested, this, &MainWindow::trashConversation);
    connect(m_panes, &Panes::arranged, this, &MainWindow::takePanes);
    connect(m_panes, &Panes::drawerClosed, this, &MainWindow::focusComposer);
    connect(m_pane, &ConversationPane::conversationRequested, m_switch, &ConversationSwitch::open);
    connect(m_pane, &ConversationPane::freshStartRequested, this, &MainWindow::startFresh);
    connect(m_pane, &ConversationPane::stripPressed, this, &MainWindow::togglePanel);
    connect(m_dock, &PricingDock::closed, this, &MainWindow::focusComposer);
    connect(m_pane, &ConversationPane::keyAccepted, this, &MainWindow::takeKey);
    connect(&m_pane->undoBar(), &UndoBar::offeringChanged, m_actions->of(Act::UndoDelete),
        &QAction::setEnabled);
    connect(m_pane, &ConversationPane::serviceRequested, this, &MainWindow::serviceRequested);
    connect(&m_pane->header(), &ConversationHeader::servicesRequested, this,
        [this] { emit settingsRequested(SettingsTopic::Services); });
    connect(m_switch, &ConversationSwitch::shownChanged, this, &MainWindow::showSession);
    connect(m_switch, &ConversationSwitch::settingsChanged, this, &MainWindow::takeSettings);
    connect(m_switch, &ConversationSwitch::idGiven, this, [this](ConversationId id) {
        m_sidebar->choose(id);
        m_settings.setLastConversation(id);
        showTitle();
    });
    connect(m_switch, &ConversationSwitch::streamingChanged, m_actions->of(Act::Stop),
        &QAction::setEnabled);
    connect(m_panel, &PricingPanel::summaryChanged, this, &MainWindow::showStrip);
    connect(m_panel, &PricingPanel::pricesRequested, this, &MainWindow::serviceRequested);
    connect(&m_clock, &PriceClock::changed, this, &MainWindow::showRate);
    connect(&m_workspace, &Workspace::conversationsLoaded, this, &MainWindow::takeConversations);
    connect(&m_workspace, &Workspace::trashChanged, this, &MainWindow::lookIntoTrash);
    connect(&m_workspace, &Workspace::failed, this, &MainWindow::startWithoutStore);
    connect(&m_workspace, &Workspace::balanceChanged, this, &MainWindow::takeSettings);
}

void MainWindow::connectActions()
{
    const auto on = [this](Act act, auto *receiver, auto slot) {
        connect(m_actions->of(act), &QAction::triggered, receiver, slot);
    };
    on(Act::NewChat, this, &MainWindow::startConversation);
    on(Act::SearchConversations, this, &MainWindow::focusSearch);
    on(Act::SwitchConversation, m_switcher, &QuickSwitcher::open);
    on(Act::NextConversation, m_sidebar, [this] { m_sidebar->chooseNext(1); });
    on(Act::PreviousConversation, m_sidebar, [this] { m_sidebar->chooseNext(-1); });
    on(Act::FocusComposer, this, &MainWindow::focusComposer);
    on(Act::Stop, this, &MainWindow::stop);
    on(Act::Regenerate, this, &MainWindow::regenerate);
    on(Act::CopyLastAnswer, this, &MainWindow::copyLastAnswer);
    on(Act::UndoDelete, &m_pane->undoBar(), &UndoBar::undo);
    on(Act::TogglePanel, this, &MainWindow::togglePanel);
    on(Act::ToggleSidebar, m_panes, &Panes::toggleSidebar);
    on(Act::OpenSettings, this, [this] { emit settingsRequested(SettingsTopic::Services); });
    on(Act::ShowShortcuts, this, [this] { emit settingsRequested(SettingsTopic::Keyboard); });
    on(Act::Quit, this, &QWidget::close);
}

void MainWindow::restoreWindow()
{
    if (!restoreGeometry(m_settings.windowGeometry()))
        resize(kFirstSize.boundedTo(screen()->availableSize()));
    m_panes->restore(m_settings);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_pane->undoBar().settle();
    m_settings.setWindowGeometry(saveGeometry());
    m_panes->keep(m_settings);
    m_pane->setSession(nullptr); // keeps the draft
    m_panel->setSession(nullptr);
    m_switch->close();
    QWidget::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        m_clock.setShown(isVisible() && !isMinimized());
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_switch->shown())
        noteSeen(m_switch->shownId());
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_clock.setShown(!isMinimized());
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_clock.setShown(false);
}

void MainWindow::comeToFront(const QString &activationToken)
{
    // Where Qt's Wayland plugin looks for it.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showError(const Error &error)
{
    m_pane->messageBar().showError(error);
}

void MainWindow::startWithoutStore(const Error &error)
{
    showError(error);
    if (!m_switch->shown())
        m_switch->startNew();
}

void MainWindow::takeConversations()
{
    if (!m_switch->shown()) {
        const ConversationId last = m_settings.lastConversation();
        if (m_sidebar->conversations().indexOf(last).isValid())
            m_switch->open(last);
        else
            m_switch->startNew();
    }
    m_sidebar->choose(m_switch->shownId());
    lookIntoTrash();
}

// --- conversations ----------------------------------------------------------------------------

void MainWindow::startConversation()
{
    m_switch->startNew();
    focusComposer();
}

void MainWindow::startFresh()
{
    m_switch->startFresh();
    focusComposer();
}

void MainWindow::showSession(ChatSession *session)
{
    m_pane->setSession(session);
    m_panel->setSession(session);
    m_sidebar->choose(session->id());
    m_settings.setLastConversation(session->id());
    m_notifier->withdraw(session->id());
    connect(
        session, &ChatSession::titleChanged, this, &MainWindow::showTitle, Qt::UniqueConnection);
    connect(session, &ChatSession::loaded, this, &MainWindow::showTitle, Qt::UniqueConnection);
    showTitle();
    takeSettings();
}

void MainWindow::showTitle()
{
    const ChatSession *session = m_switch->shown();
    const QString title = session ? session->title() : QString();
    setWindowTitle(title.isEmpty() ? u"Pennyworth"_s : title + u" — Pennyworth"_s);
}

void MainWindow::trashConversation(ConversationId id)
{
    const QModelIndex row = m_sidebar->conversations().indexOf(id);
    if (!row.isValid())
        return;
    const QString title = row.data().toString();
    if (m_switch->shownId() == id)
        startConversation();
    m_workspace.trashConversation(id);
    const auto words = [title](int count) {
        //: %1 is the title of a conversation
        return count == 1 ? tr("Moved “%1” to the Trash.").arg(title)
                          : tr("Moved %n conversation(s) to the Trash.", nullptr, count);
    };
    const auto undo = [this, id] {
        m_workspace.restoreConversation(id);
        m_switch->open(id);
    };
    m_pane->undoBar().offer({.kind = u"conversation"_s, .words = words, .undo = undo});
}

void MainWindow::openTrash()
{
    (new TrashWindow(m_theme, m_workspace, this))->show();
}

void MainWindow::lookIntoTrash()
{
    whenDone(m_workspace.trash(), this, [this](const Result<QList<ConversationSummary>> &trash) {
        m_sidebar->showTrash(trash && !trash->isEmpty());
    });
}

void MainWindow::takeReply(ChatSession *session, MessageId reply)
{
    const bool isSeen = session == m_switch->shown() && isActiveWindow();
    if (isSeen || !session->messages().contains(reply))
        return;
    m_workspace.markConversation(session->id(), true);
    const Message &answer = session->messages().at(reply);
    const bool isStopped = answer.error && answer.error->kind == ErrorKind::Cancelled;
    if (!isStopped)
        m_notifier->tell(session->id(), session->title(), answer);
}

void MainWindow::noteSeen(ConversationId id)
{
    m_notifier->withdraw(id);
    const QModelIndex row = m_sidebar->conversations().indexOf(id);
    if (row.data(ConversationListModel::UnreadRole).toBool())
        m_workspace.markConversation(id, false);
}

void MainWindow::openFromDesktop(ConversationId id, const QString &activationToken)
{
    comeToFront(activationToken);
    m_switch->open(id);
}

// --- services and prices
// ----------------------------------------------------------------------------------------------

void MainWindow::findKey()
{
    const bool choseBefore = !m_settings.provider().isEmpty();
    if (choseBefore || m_startedWith == StartWith::Demonstration
        || m_switch->settingsOfNew().provider != kDemonstrationService)
        return;
    m_pane->askForKey(kFirstService);
    whenDone(m_workspace.keyStatus(kFirstService), this, [this](const Result<KeyStatus> &status) {
        if (!status || status->place == KeyPlace::None)
            return;
        m_pane->dropKeyPrompt();
        takeKey(kFirstService);
    });
}

void MainWindow::takeKey(const QString &providerId)
{
    m_switch->leaveDemonstration();
    if (!m_switch->shown() || m_switch->shown()->settings().provider != providerId)
        chooseModel(providerId, m_workspace.providers().startingSettings(providerId).model);
}

void MainWindow::useService(const QString &providerId, const QString &model)
{
    m_switch->leaveDemonstration();
    m_pane->dropKeyPrompt();
    chooseModel(providerId, model);
    comeToFront();
}

void MainWindow::applySettings()
{
    m_pane->composer().setSendKey(m_settings.sendKey());
    m_pane->reading().applySettings();
}

void MainWindow::chooseModel(const QString &providerId, const QString &model)
{
    const Result<Provider> provider = m_workspace.providers().find(providerId);
    if (!provider)
        return;
    if (providerId != kDemonstrationService)
        m_settings.setProviderAndModel(providerId, model);
    if (!m_switch->shown())
        return;
    GenerationSettings settings = m_switch->shown()->settings();
    if (m_switch->shown()->branch().isEmpty() && settings.provider != providerId)
        settings = m_workspace.providers().startingSettings(providerId);
    settings.provider = providerId;
    settings.model = model;
    const Model *known = provider->findModel(model);
    if (!known || !known->efforts.contains(settings.effort)) {
        settings.thinking = Thinking::Default;
        settings.effort = Effort::Default;
    }
    m_switch->shown()->setSettings(settings);
    focusComposer();
}

void MainWindow::takeSettings()
{
    const GenerationSettings settings =
        m_switch->shown() ? m_switch->shown()->settings() : GenerationSettings{};
    if (settings.provider == kDemonstrationService)
        emit demonstrationNeeded();
    const Result<Provider> provider = m_workspace.providers().find(settings.provider);
    m_clock.setModel(provider ? provider->priceBookProvider : QString(), settings.model,
        m_workspace.accountCurrency(settings.provider));
    showRate();
}

void MainWindow::showRate()
{
    const ChatSession *session = m_switch->shown();
    const Result<Provider> provider =
        m_workspace.providers().find(session ? session->settings().provider : QString());
    const PriceFigures figures =
        priceFigures(m_clock, provider ? billingOf(*provider) : Billing::Billed);
    // The strip says the rate where there is no room for the panel.
    const QString rate = m_panes->hasRoomForPanel() ? rateText(figures) : QString();
    m_pane->composer().setRate(rate, nextChangeText(figures), figures.quote);
    m_sidebar->conversations().refreshDay();
}

void MainWindow::showStrip()
{
    m_pane->setStrip(m_panes->hasRoomForPanel() ? QStringList() : m_panel->summary());
}

// --- what the keys do
// -------------------------------------------------------------------------------------------------

void MainWindow::stop()
{
    if (ChatSession *session = m_switch->shown())
        session->stop();
}

void MainWindow::regenerate()
{
    ChatSession *session = m_switch->shown();
    if (session && session->canRegenerate())
        session->regenerate();
}

void MainWindow::copyLastAnswer()
{
    m_pane->commands().copyLastAnswer();
}

void MainWindow::focusComposer()
{
    m_pane->composer().focusEditor();
}

void MainWindow::focusSearch()
{
    m_panes->showSidebar();
    m_sidebar->focusSearch();
}

void MainWindow::togglePanel()
{
    if (m_panes->hasRoomForPanel())
        m_panes->togglePanel();
    else
        m_dock->toggleOver();
}

void MainWindow::takePanes()
{
    if (m_panes->hasRoomForPanel())
        m_dock->closeOver();
    showRate();
    m_pane->header().setSidebarShown(m_panes->isSidebarShown());
    m_pane->header().setPanelShown(m_panes->isPanelShown() || !m_panes->hasRoomForPanel());
    showStrip();
}

} // namespace pennyworth
