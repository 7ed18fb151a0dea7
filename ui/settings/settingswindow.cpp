// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingswindow.h"

#include "settings/aboutpage.h"
#include "settings/appearancepage.h"
#include "settings/datapage.h"
#include "settings/privacypage.h"
#include "settings/servicespage.h"
#include "settings/shortcutspage.h"
#include "theme/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QListWidget>
#include <QScreen>
#include <QStackedWidget>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize{820, 640};
constexpr QSize kSmallest{480, 320};
constexpr int kListWidth = 152;
constexpr int kRowPadding = 14;

} // namespace

SettingsWindow::SettingsWindow(const SettingsParts &parts)
    : m_list(new QListWidget)
    , m_pages(new QStackedWidget)
{
    setObjectName(u"settingsWindow"_s);
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_QuitOnClose, false);
    m_list->setObjectName(u"settingsPages"_s);
    m_list->setAccessibleName(tr("Pages"));
    m_pages->setObjectName(u"settingsStack"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(kListWidth);
    m_list->setSpacing(1);
    m_list->viewport()->setBackgroundRole(QPalette::AlternateBase);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *side = new QWidget;
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::AlternateBase);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(
        metrics::kGrid, 2 * metrics::kGrid, metrics::kGrid, metrics::kGrid);
    sideLayout->addWidget(m_list);
    layout->addWidget(side);
    layout->addWidget(m_pages, 1);
    setMinimumSize(kSmallest);
    resize(kFirstSize.boundedTo(screen()->availableSize()));

    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    addPages(parts);
    m_list->setCurrentRow(0);
    auto *close = new QAction(tr("Close"), this);
    close->setShortcuts({QKeySequence(Qt::Key_Escape), QKeySequence(QKeySequence::Close)});
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);
}

SettingsWindow::~SettingsWindow() = default;

void SettingsWindow::addPages(const SettingsParts &parts)
{
    m_services = new ServicesPage(parts.theme, parts.settings, parts.workspace, parts.services);
    connect(m_services, &ServicesPage::serviceChosen, this, &SettingsWindow::serviceChosen);
    addPage(m_services);
    auto *appearance = new AppearancePage(parts.theme, parts.settings);
    connect(appearance, &AppearancePage::changed, this, &SettingsWindow::changed);
    connect(appearance, &AppearancePage::restartRequested, this, &SettingsWindow::restartRequested);
    addPage(appearance);
    auto *storage = new DataPage(parts.theme, parts.trash, parts.paths);
    connect(storage, &DataPage::restartRequested, this, &SettingsWindow::restartRequested);
    addPage(storage);
    addPage(new PrivacyPage(parts.theme, parts.settings, parts.services));
    addPage(new ShortcutsPage(parts.theme, parts.settings, parts.window));
    addPage(new AboutPage(parts.theme));
}

void SettingsWindow::addPage(SettingsPage *page)
{
    auto *item = new QListWidgetItem(page->heading(), m_list);
    item->setSizeHint({0, m_list->fontMetrics().height() + kRowPadding});
    m_pages->addWidget(page);
}

void SettingsWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void SettingsWindow::showTopic(SettingsTopic topic)
{
    m_list->setCurrentRow(static_cast<int>(topic));
    comeToFront();
    m_list->setFocus(Qt::OtherFocusReason);
}

void SettingsWindow::showService(const QString &providerId, Ask ask)
{
    m_list->setCurrentRow(static_cast<int>(SettingsTopic::Services));
    comeToFront();
    m_services->showService(providerId);
    if (ask == Ask::Yes)
        m_services->checkService();
}

} // namespace pennyworth

#include "moc_settingswindow.cpp"
