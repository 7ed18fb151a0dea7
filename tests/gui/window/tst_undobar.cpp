// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/undobar.h"

#include "support/testregistry.h"
#include "support/themed.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class UndoBarTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_done.clear();
        m_bar = std::make_unique<UndoBar>(m_themed.theme);
    }

    void undoesOnce()
    {
        m_bar->offer(act(u"a"_s, u"conversation"_s));
        QVERIFY(!m_bar->isHidden());
        QCOMPARE(text(), u"deleted a"_s);
        child<QPushButton>(*m_bar, "undoButton")->click();
        QVERIFY(m_bar->isHidden());
        m_bar->undo();
        m_bar->settle();
        QCOMPARE(m_done, QStringList{u"undid a"_s});
    }

    void severalInARowAreOne()
    {
        QSignalSpy offering(m_bar.get(), &UndoBar::offeringChanged);
        m_bar->offer(act(u"a"_s, u"conversation"_s));
        m_bar->offer(act(u"b"_s, u"conversation"_s));
        QCOMPARE(text(), u"deleted 2"_s);
        m_bar->undo();
        QCOMPARE(m_done, QStringList({u"undid b"_s, u"undid a"_s}));
        QCOMPARE(offering.size(), 2); // began and ended
    }

    void anotherKindEndsTheOffer()
    {
        m_bar->offer(act(u"a"_s, u"conversation"_s));
        m_bar->offer(act(u"b"_s, u"message"_s));
        QCOMPARE(text(), u"deleted b"_s);
        m_bar->undo();
        QCOMPARE(m_done, QStringList({u"settled a"_s, u"undid b"_s}));
    }

    void closingEndsTheOffer()
    {
        m_bar->offer(act(u"a"_s, u"conversation"_s));
        child<QPushButton>(*m_bar, "closeUndoButton")->click();
        QCOMPARE(m_done, QStringList{u"settled a"_s});
        m_bar->offer(act(u"b"_s, u"conversation"_s));
        m_bar.reset();
        QCOMPARE(m_done.last(), u"settled b"_s);
    }

    void timeStandsStillUnderTheFocus()
    {
        auto *expiry = m_bar->findChild<QTimer *>(u"undoExpiry"_s);
        m_bar->setFocusPolicy(Qt::StrongFocus);
        m_bar->move(300, 300); // away from the pointer
        m_bar->show();
        m_bar->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        m_bar->setFocus();
        m_bar->offer(act(u"a"_s, u"conversation"_s));
        QVERIFY(expiry->isActive());
        child<QPushButton>(*m_bar, "undoButton")->setFocus(Qt::TabFocusReason);
        QVERIFY(!expiry->isActive());
        m_bar->setFocus();
        QVERIFY(expiry->isActive());
    }

    void isReadOut()
    {
        m_bar->offer(act(u"a"_s, u"conversation"_s));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_bar.get());
        QCOMPARE(accessible->role(), QAccessible::AlertMessage);
        QCOMPARE(accessible->text(QAccessible::Name), u"deleted a"_s);
    }

private:
    UndoableAct act(const QString &what, const QString &kind)
    {
        return {.kind = kind,
            .words = [what](int count) -> QString {
                return u"deleted "_s + (count == 1 ? what : QString::number(count));
            },
            .undo = [this, what] { m_done += u"undid "_s + what; },
            .settle = [this, what] { m_done += u"settled "_s + what; }};
    }

    [[nodiscard]] QString text() { return child<QLabel>(*m_bar, "undoText")->text(); }

    Themed m_themed;
    QStringList m_done;
    std::unique_ptr<UndoBar> m_bar;
};

PENNYWORTH_TEST(UndoBarTest)

#include "tst_undobar.moc"
