// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pricingdock.h"

#include "theme/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace pennyworth {

namespace {

constexpr int kLeaves = 56; // of the window, to click on
constexpr int kVeilAlpha = 160;

} // namespace

/// What lies under the panel cannot be used while it stands over it.
class PricingDock::Veil final : public QWidget {
public:
    Veil(const Theme &theme, PricingDock &dock, QWidget *window)
        : QWidget(window)
        , m_theme(theme)
        , m_dock(dock)
    {
        setObjectName(QStringLiteral("pricingOverlay"));
        setFocusPolicy(Qt::StrongFocus);
        setVisible(false);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QColor veil = m_theme.palette().surface;
        veil.setAlpha(kVeilAlpha);
        painter.fillRect(rect(), veil);
        if (const QWidget *panel = findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
            painter.fillRect(panel->x() - metrics::kHairline, 0, metrics::kHairline, height(),
                m_theme.palette().hairline);
    }

    void mousePressEvent(QMouseEvent *) override { m_dock.closeOver(); }

    bool event(QEvent *event) override
    {
        // Escape closes it, whatever it does otherwise.
        if (event->type() == QEvent::ShortcutOverride && isCancel(event)) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::KeyPress && isCancel(event)) {
            m_dock.closeOver();
            return true;
        }
        return QWidget::event(event);
    }

private:
    static bool isCancel(QEvent *event)
    {
        return static_cast<QKeyEvent *>(event)->matches(QKeySequence::Cancel);
    }

    const Theme &m_theme;
    PricingDock &m_dock;
};

PricingDock::PricingDock(const Theme &theme, QWidget *panel, QWidget &window)
    : m_panel(panel)
    , m_window(window)
    , m_veil(new Veil(theme, *this, &window))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(panel);
    window.installEventFilter(this);
}

bool PricingDock::isOver() const
{
    return m_panel->parentWidget() != this;
}

void PricingDock::toggleOver()
{
    if (isOver())
        closeOver();
    else
        openOver();
}

void PricingDock::openOver()
{
    layout()->removeWidget(m_panel);
    m_panel->setParent(m_veil);
    place();
    m_panel->show();
    m_veil->show();
    m_veil->raise();
    m_veil->setFocus(Qt::OtherFocusReason);
}

void PricingDock::closeOver()
{
    if (!isOver())
        return;
    m_veil->hide();
    layout()->addWidget(m_panel);
    m_panel->show();
    emit closed();
}

void PricingDock::place()
{
    m_veil->setGeometry(m_window.rect());
    const int width =
        std::clamp(m_window.width() - kLeaves, m_panel->minimumWidth(), metrics::kPanelWidth);
    m_panel->setGeometry(m_window.width() - width, 0, width, m_window.height());
}

bool PricingDock::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && isOver())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace pennyworth
