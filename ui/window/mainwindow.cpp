// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "chat/workspace.h"
#include "composer/composer.h"
#include "conversations/conversationlistmodel.h"
#include "domain/whendone.h"
#include "spend/pricefigures.h"
#include "spend/pricingpanel.h"
#include "theme/metrics.h"
#include "window/conversationheader.h"
#include "window/conversationpane.h"
#include "window/messagebar.h"
#include "window/sidebar.h"
#include "window/windowaccessible.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QCloseEvent>
#include <QScreen>
#include <QSplitter>

#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize{1280, 820};
constexpr int kPanelNeeds = 900; // window width from which the pricing panel has room
constexpr int kSidebarNeeds = 640;
constexpr QSize kSmallest{360, 320};
constexpr int kNarrowestPane = 200;
constexpr int kNarrowestMiddle = 320;

} // namespace

MainWindow::MainWindow(
    const Theme &theme, Settings &settings, Workspace &workspace, StartWith start)
    : m_settings(settings)
    , m_workspace(workspace)
    , m_startedWith(start)
    , m_clock(workspace.prices(), workspace.clock())
    , m_panes(new QSplitter(Qt::Horizontal))
    , m_sidebar(new Sidebar(theme, workspace))
    , m_pane(new ConversationPane(theme, settings, workspace))
    , m_panel(new PricingPanel(theme, workspace, m_clock))
    , m_switch(new ConversationSwitch(workspace, settings, m_sidebar->conversations(), start, this))
{
    installWindowAccessibility();
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Pennyworth"_s);
    layOut();
    connectPanes();
    addActions();
    restorePanes();
}

MainWindow::~MainWindow() = default;

void MainWindow::start()
{
    if (!m_settings.lastConversation().isValid())
        m_switch->startNew();
    findKey();
    focusComposer();
}

void MainWindow::layOut()
{
    m_sidebar->setMinimumWidth(kNarrowestPane);
    m_pane->setMinimumWidth(kNarrowestMiddle);
    m_panel->setMinimumWidth(kNarrowestPane);
    for (QWidget *pane : std::initializer_list<QWidget *>{m_sidebar, m_pane, m_panel})
        m_panes->addWidget(pane);
    m_panes->setChildrenCollapsible(false);
    m_panes->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panes);
    // The panes that are shown now must not keep the window from becoming too narrow for them.
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    setMinimumSize(kSmallest);
}

void MainWindow::connectPanes()
{
    connect(m_sidebar, &Sidebar::newRequested, this, &MainWindow::startConversation);
    connect(m_sidebar, &Sidebar::chosen, m_switch, &ConversationSwitch::open);
    connect(m_sidebar, &Sidebar::removeRequested, this, &MainWindow::removeConversation);
    connect(&m_pane->header(), &ConversationHeader::modelChosen, this, &MainWindow::chooseModel);
    connect(
        &m_pane->header(), &ConversationHeader::sidebarRequested, this, &MainWindow::toggleSidebar);
    connect(&m_pane->header(), &ConversationHeader::panelRequested, this, &MainWindow::togglePanel);
    connect(
        m_pane, &ConversationPane::newConversationRequested, this, &MainWindow::startConversation);
    connect(m_pane, &ConversationPane::keyAccepted, this, &MainWindow::takeKey);
    connect(&m_pane->messageBar(), &MessageBar::undoExpired, this, &MainWindow::finishRemoval);
    connect(m_switch, &ConversationSwitch::shownChanged, this, &MainWindow::showSession);
    connect(m_switch, &ConversationSwitch::settingsChanged, this, &MainWindow::takeSettings);
    connect(m_switch, &ConversationSwitch::idGiven, this, [this](ConversationId id) {
        m_sidebar->choose(id);
        m_settings.setLastConversation(id);
    });
    connect(m_switch, &ConversationSwitch::streamingChanged, this,
        [this](bool streaming) { m_stop->setEnabled(streaming); });
    connect(m_panel, &PricingPanel::summaryChanged, this, &MainWindow::showStrip);
    connect(&m_clock, &PriceClock::changed, this, &MainWindow::showRate);
    connect(&m_workspace, &Workspace::conversationsLoaded, this, &MainWindow::takeConversations);
    connect(&m_workspace, &Workspace::failed, this, &MainWindow::showError);
    connect(&m_workspace, &Workspace::balanceChanged, this, &MainWindow::takeSettings);
}

QAction *MainWindow::addShortcut(
    const QList<QKeySequence> &keys, const QString &text, void (MainWindow::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void MainWindow::addActions()
{
    addShortcut({QKeySequence::New}, tr("New chat"), &MainWindow::startConversation);
    addShortcut({Qt::CTRL | Qt::Key_K}, tr("Search"), &MainWindow::focusSearch);
    addShortcut({Qt::CTRL | Qt::Key_L}, tr("Go to the composer"), &MainWindow::focusComposer);
    addShortcut(
        {Qt::CTRL | Qt::Key_PageDown}, tr("Next conversation"), &MainWindow::nextConversation);
    addShortcut({Qt::CTRL | Qt::Key_PageUp}, tr("Previous conversation"),
        &MainWindow::previousConversation);
    addShortcut({Qt::CTRL | Qt::Key_R}, tr("Regenerate"), &MainWindow::regenerate);
    addShortcut({Qt::CTRL | Qt::SHIFT | Qt::Key_C}, tr("Copy the last answer"),
        &MainWindow::copyLastAnswer);
    addShortcut(
        {Qt::CTRL | Qt::SHIFT | Qt::Key_P}, tr("Show or hide pricing"), &MainWindow::togglePanel);
    addShortcut({Qt::Key_F9}, tr("Show or hide conversations"), &MainWindow::toggleSidebar);
    m_stop = addShortcut({Qt::Key_Escape}, tr("Stop"), &MainWindow::stop);
    m_stop->setEnabled(false); // Escape closes other things while nothing streams
    auto *quit = new QAction(tr("Quit"), this);
    quit->setShortcuts(QKeySequence::Quit);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    addAction(quit);
}

void MainWindow::restorePanes()
{
    m_wantsSidebar = m_settings.isSidebarShown();
    m_wantsPanel = m_settings.isPricingPanelShown();
    if (!restoreGeometry(m_settings.windowGeometry()))
        resize(kFirstSize.boundedTo(screen()->availableSize()));
    if (!m_panes->restoreState(m_settings.panes())) {
        const int middle = kFirstSize.width() - metrics::kSidebarWidth - metrics::kPanelWidth;
        m_panes->setSizes({metrics::kSidebarWidth, middle, metrics::kPanelWidth});
    }
    showPanes();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    finishRemoval();
    m_settings.setWindowGeometry(saveGeometry());
    m_settings.setPanes(m_panes->saveState());
    m_settings.setSidebarShown(m_wantsSidebar);
    m_settings.setPricingPanelShown(m_wantsPanel);
    m_pane->setSession(nullptr); // keeps the draft
    m_panel->setSession(nullptr);
    m_switch->close();
    QWidget::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showPanes();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        m_clock.setShown(isVisible() && !isMinimized());
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

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showError(const Error &error)
{
    m_pane->messageBar().showError(error);
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
}

// --- conversations ----------------------------------------------------------------------------

void MainWindow::startConversation()
{
    m_switch->startNew();
    focusComposer();
}

void MainWindow::showSession(ChatSession *session)
{
    m_pane->setSession(session);
    m_panel->setSession(session);
    m_sidebar->choose(session->id());
    m_settings.setLastConversation(session->id());
    takeSettings();
}

void MainWindow::removeConversation(ConversationId id)
{
    finishRemoval();
    const QModelIndex row = m_sidebar->conversations().indexOf(id);
    if (!row.isValid())
        return;
    const QString title = row.data().toString();
    m_sidebar->setHidden(id, true);
    m_removing = id;
    if (m_switch->shownId() == id) {
        m_switch->shown()->stop();
        startConversation();
    }
    //: %1 is the title of a conversation
    m_pane->messageBar().offerUndo(tr("Deleted “%1”.").arg(title), [this, id] {
        m_removing = {};
        m_sidebar->setHidden(id, false);
        m_switch->open(id);
    });
}

void MainWindow::finishRemoval()
{
    if (!m_removing.isValid())
        return;
    const ConversationId id = std::exchange(m_removing, ConversationId{});
    m_workspace.removeConversation(id);
    m_sidebar->setHidden(id, false);
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
    const Result<Provider> provider = m_workspace.providers().find(providerId);
    if (!provider)
        return;
    m_switch->leaveDemonstration();
    if (!m_switch->shown() || m_switch->shown()->settings().provider != providerId)
        chooseModel(providerId, provider->defaultModel);
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
    const std::optional<Balance> balance = m_workspace.balance(settings.provider);
    const Currency currency = balance && !balance->entries.isEmpty()
        ? balance->entries.constFirst().total.currency
        : kUsd;
    m_clock.setModel(provider ? provider->priceBookProvider : QString(), settings.model, currency);
    showRate();
}

void MainWindow::showRate()
{
    const ChatSession *session = m_switch->shown();
    const Result<Provider> provider =
        m_workspace.providers().find(session ? session->settings().provider : QString());
    const PriceFigures figures =
        priceFigures(m_clock, provider ? billingOf(*provider) : Billing::Billed);
    m_pane->composer().setRate(rateText(figures), nextChangeText(figures));
    m_sidebar->conversations().refreshDay();
}

void MainWindow::showStrip()
{
    m_pane->setStrip(width() < kPanelNeeds ? m_panel->summary() : QString());
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
    const ChatSession *session = m_switch->shown();
    if (!session)
        return;
    const QList<MessageId> branch = session->branch();
    for (auto id = branch.crbegin(); id != branch.crend(); ++id) {
        const Message &message = session->messages().at(*id);
        if (message.role == Role::Assistant) {
            QApplication::clipboard()->setText(message.text);
            return;
        }
    }
}

void MainWindow::focusComposer()
{
    m_pane->composer().focusEditor();
}

void MainWindow::focusSearch()
{
    if (m_sidebar->isHidden())
        toggleSidebar();
    m_sidebar->focusSearch();
}

void MainWindow::nextConversation()
{
    m_sidebar->chooseNext(1);
}

void MainWindow::previousConversation()
{
    m_sidebar->chooseNext(-1);
}

void MainWindow::toggleSidebar()
{
    if (width() < kSidebarNeeds)
        m_drawerOpen = !m_drawerOpen;
    else
        m_wantsSidebar = !m_wantsSidebar;
    showPanes();
}

void MainWindow::togglePanel()
{
    m_wantsPanel = !m_wantsPanel;
    showPanes();
}

void MainWindow::showPanes()
{
    const bool sidebar = width() < kSidebarNeeds ? m_drawerOpen : m_wantsSidebar;
    const bool panel = m_wantsPanel && width() >= kPanelNeeds;
    if (width() >= kSidebarNeeds)
        m_drawerOpen = false;
    m_sidebar->setVisible(sidebar);
    m_panel->setVisible(panel);
    m_pane->header().setSidebarShown(sidebar);
    m_pane->header().setPanelShown(panel || width() < kPanelNeeds);
    showStrip();
}

} // namespace pennyworth
