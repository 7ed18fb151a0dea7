// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panes.h"

#include "theme/metrics.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPropertyAnimation>
#include <QSplitter>

#include <algorithm>

namespace pennyworth {

namespace {

constexpr int kPanelNeeds = 900; // width from which the pricing panel has room
constexpr int kSidebarNeeds = 640;
constexpr int kNarrowestPane = 200;
constexpr int kNarrowestMiddle = 320;
constexpr int kDrawerLeaves = 56; // of the window, to click on
constexpr int kSlideMs = 120;
constexpr int kShadeAlpha = 160;

} // namespace

/// What lies under the drawer cannot be used while it is open; a click closes it.
class Panes::Shade final : public QWidget {
public:
    Shade(const Theme &theme, Panes &panes)
        : QWidget(&panes)
        , m_theme(theme)
        , m_panes(panes)
    {
        setVisible(false);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QColor veil = m_theme.palette().surface;
        veil.setAlpha(kShadeAlpha);
        QPainter(this).fillRect(rect(), veil);
    }

    void mousePressEvent(QMouseEvent *) override { m_panes.closeDrawer(); }

private:
    const Theme &m_theme;
    Panes &m_panes;
};

Panes::Panes(const Theme &theme, QWidget *sidebar, QWidget *middle, QWidget *panel)
    : m_theme(theme)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_sidebar(sidebar)
    , m_panel(panel)
    , m_shade(new Shade(theme, *this))
    , m_slide(new QPropertyAnimation(sidebar, "pos", this))
{
    m_sidebar->setMinimumWidth(kNarrowestPane);
    middle->setMinimumWidth(kNarrowestMiddle);
    m_panel->setMinimumWidth(kNarrowestPane);
    for (QWidget *pane : {sidebar, middle, panel})
        m_splitter->addWidget(pane);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    // The panes that are shown now must not keep the window from becoming too narrow for them.
    layout->setSizeConstraint(QLayout::SetNoConstraint);

    connect(m_splitter, &QSplitter::splitterMoved, this, &Panes::takeWidths);
    m_slide->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_slide, &QPropertyAnimation::finished, this, [this] {
        if (m_folded && !m_drawerOpen)
            m_sidebar->hide();
    });
}

void Panes::restore(const Settings &settings)
{
    m_wantsSidebar = settings.isSidebarShown();
    m_wantsPanel = settings.isPricingPanelShown();
    m_sidebarWidth = settings.sidebarWidth().value_or(metrics::kSidebarWidth);
    m_panelWidth = settings.pricingPanelWidth().value_or(metrics::kPanelWidth);
    arrange();
}

void Panes::keep(Settings &settings) const
{
    settings.setSidebarWidth(m_sidebarWidth);
    settings.setPricingPanelWidth(m_panelWidth);
    settings.setSidebarShown(m_wantsSidebar);
    settings.setPricingPanelShown(m_wantsPanel);
}

void Panes::takeWidths()
{
    if (!m_folded && !m_sidebar->isHidden())
        m_sidebarWidth = m_sidebar->width();
    if (!m_panel->isHidden())
        m_panelWidth = m_panel->width();
}

bool Panes::isNarrow() const
{
    return width() < kSidebarNeeds;
}

bool Panes::hasRoomForPanel() const
{
    return width() >= kPanelNeeds;
}

bool Panes::isSidebarShown() const
{
    return m_folded ? m_drawerOpen : m_wantsSidebar;
}

bool Panes::isPanelShown() const
{
    return m_wantsPanel && hasRoomForPanel();
}

void Panes::toggleSidebar()
{
    if (isSidebarShown()) {
        closeDrawer();
        m_wantsSidebar = m_folded && m_wantsSidebar;
        arrange();
    } else {
        showSidebar();
    }
}

void Panes::showSidebar()
{
    if (m_folded)
        openDrawer();
    else
        m_wantsSidebar = true;
    arrange();
}

void Panes::togglePanel()
{
    m_wantsPanel = !m_wantsPanel;
    arrange();
}

void Panes::arrange()
{
    if (isNarrow() != m_folded) {
        if (isNarrow())
            fold();
        else
            unfold();
    }
    if (m_folded) {
        const QRect rect = drawerRect();
        m_shade->setGeometry(this->rect());
        m_sidebar->resize(rect.size());
    } else {
        m_sidebar->setVisible(m_wantsSidebar);
    }
    m_panel->setVisible(isPanelShown());
    if (!m_folded)
        giveWidths();
    emit arranged();
}

/// The middle takes what the others leave; otherwise a pane that comes back takes from all.
void Panes::giveWidths()
{
    int middle = width();
    if (m_wantsSidebar)
        middle -= m_sidebarWidth + m_splitter->handleWidth();
    if (isPanelShown())
        middle -= m_panelWidth + m_splitter->handleWidth();
    m_splitter->setSizes({m_sidebarWidth, middle, m_panelWidth});
}

QRect Panes::drawerRect() const
{
    const int width =
        std::clamp(this->width() - kDrawerLeaves, kNarrowestPane, metrics::kDrawerWidth);
    return {0, 0, width, height()};
}

void Panes::fold()
{
    m_folded = true;
    m_drawerOpen = false;
    m_sidebar->hide();
    m_sidebar->setParent(this); // stays in the window, and so in the order of its focus
}

void Panes::unfold()
{
    m_slide->stop();
    m_folded = false;
    m_drawerOpen = false;
    m_shade->hide();
    m_splitter->insertWidget(0, m_sidebar);
}

void Panes::openDrawer()
{
    m_drawerOpen = true;
    const QRect rect = drawerRect();
    m_shade->setGeometry(this->rect());
    m_shade->show();
    m_shade->raise();
    m_sidebar->setGeometry(rect.translated(-rect.width(), 0));
    m_sidebar->show();
    m_sidebar->raise();
    slide(0);
    m_sidebar->setFocus(Qt::OtherFocusReason);
}

void Panes::closeDrawer()
{
    if (!m_drawerOpen)
        return;
    m_drawerOpen = false;
    m_shade->hide();
    slide(-m_sidebar->width());
    emit drawerClosed();
    emit arranged();
}

void Panes::slide(int toX)
{
    m_slide->stop();
    m_slide->setDuration(m_theme.hasMotion() ? kSlideMs : 0);
    m_slide->setStartValue(m_sidebar->pos());
    m_slide->setEndValue(QPoint(toX, 0));
    m_slide->start();
}

void Panes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool Panes::event(QEvent *event)
{
    // While the drawer is open Escape closes it, whatever it does otherwise.
    if (event->type() == QEvent::ShortcutOverride && m_drawerOpen
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Cancel)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Panes::keyPressEvent(QKeyEvent *event)
{
    if (m_drawerOpen && event->matches(QKeySequence::Cancel))
        closeDrawer();
    else
        QWidget::keyPressEvent(event);
}

} // namespace pennyworth
