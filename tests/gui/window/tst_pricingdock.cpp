// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pricingdock.h"

#include "support/testregistry.h"
#include "support/themed.h"

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class PricingDockTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_panel = new QWidget;
        m_panel->setMinimumWidth(200);
        m_dock = new PricingDock(m_themed.theme, m_panel, *m_window);
        m_dock->setParent(m_window.get());
        m_window->resize(700, 500);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_dock->hide(); // there is no room for it
    }

    void cleanup() { m_window.reset(); }

    void standsOverTheWindowAtItsRight()
    {
        m_dock->toggleOver();
        QVERIFY(m_panel->isVisible());
        QCOMPARE(m_panel->geometry(), QRect(428, 0, 272, 500));
        m_window->resize(300, 400);
        QTRY_COMPARE(m_panel->geometry(), QRect(56, 0, 244, 400));
    }

    void goesBackOnEscapeAndOnAClickBesideIt()
    {
        QSignalSpy closed(m_dock, &PricingDock::closed);
        auto *overlay = child<QWidget>(*m_window, "pricingOverlay");
        m_dock->toggleOver();
        QVERIFY(m_dock->isOver());
        QTest::keyClick(overlay, Qt::Key_Escape);
        QVERIFY(!m_dock->isOver());
        m_dock->toggleOver();
        QTest::mouseClick(overlay, Qt::LeftButton, {}, QPoint(20, 20));
        QVERIFY(!m_dock->isOver());
        QVERIFY(!overlay->isVisible());
        QCOMPARE(closed.size(), 2);
        QCOMPARE(m_panel->parentWidget(), m_dock);
    }

private:
    Themed m_themed;
    std::unique_ptr<QWidget> m_window;
    QWidget *m_panel = nullptr;
    PricingDock *m_dock = nullptr;
};

PENNYWORTH_TEST(PricingDockTest)

#include "tst_pricingdock.moc"
