// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/messagebar.h"

#include "support/testregistry.h"
#include "support/themed.h"

#include <QLabel>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class MessageBarTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhatHappenedAndWhatToDo()
    {
        MessageBar bar(m_themed.theme);
        QVERIFY(bar.isHidden());
        bar.showError({.kind = ErrorKind::StoreFull, .detail = u"disk I/O"_s});
        QVERIFY(!bar.isHidden());
        QCOMPARE(child<QLabel>(bar, "messageBarText")->text(),
            u"There is no space left on the disk. Free some space, then try again. (disk I/O)"_s);
        QVERIFY(child<QWidget>(bar, "undoButton")->isHidden());
        child<QPushButton>(bar, "closeMessageButton")->click();
        QVERIFY(bar.isHidden());
    }

    void undoesOnce()
    {
        MessageBar bar(m_themed.theme);
        QSignalSpy expired(&bar, &MessageBar::undoExpired);
        int undone = 0;
        bar.offerUndo(u"Deleted."_s, [&undone] { ++undone; });
        child<QPushButton>(bar, "undoButton")->click();
        QCOMPARE(undone, 1);
        QVERIFY(bar.isHidden());
        bar.showError({.kind = ErrorKind::StoreFull});
        QCOMPARE(undone, 1);
        QCOMPARE(expired.size(), 0);
    }

    void closingOrTheNextMessageEndsTheUndo()
    {
        MessageBar bar(m_themed.theme);
        QSignalSpy expired(&bar, &MessageBar::undoExpired);
        bar.offerUndo(u"Deleted."_s, [] {});
        bar.offerUndo(u"Deleted another."_s, [] {});
        QCOMPARE(expired.size(), 1);
        child<QPushButton>(bar, "closeMessageButton")->click();
        QCOMPARE(expired.size(), 2);
    }

private:
    Themed m_themed;
};

PENNYWORTH_TEST(MessageBarTest)

#include "tst_messagebar.moc"
