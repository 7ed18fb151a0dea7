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
        child<QPushButton>(bar, "closeMessageButton")->click();
        QVERIFY(bar.isHidden());
    }

    void theLatestReplacesTheOneBefore()
    {
        MessageBar bar(m_themed.theme);
        bar.showError({.kind = ErrorKind::StoreFull});
        bar.showError({.kind = ErrorKind::StoreNewer});
        QVERIFY(child<QLabel>(bar, "messageBarText")->text().contains(u"newer"_s));
        QCOMPARE(bar.accessibleName(), child<QLabel>(bar, "messageBarText")->text());
    }

private:
    Themed m_themed;
};

PENNYWORTH_TEST(MessageBarTest)

#include "tst_messagebar.moc"
