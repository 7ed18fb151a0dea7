// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "support/themed.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionMenuItem>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class StyleTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_themed.theme.install(*qApp); }

    // The style refers to the theme.
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }

    void entriesOfAMenuHaveRoom()
    {
        QMenu menu;
        const QAction *entry = menu.addAction(u"Rename"_s);
        const QAction *line = menu.addSeparator();
        menu.addAction(u"Pin"_s); // separators in a row are one
        const QAction *heading = menu.addSection(u"DeepSeek"_s);
        menu.addAction(u"deepseek-flash"_s);
        menu.ensurePolished();
        menu.sizeHint();
        QVERIFY(menu.actionGeometry(const_cast<QAction *>(entry)).height() >= 28);
        QVERIFY(menu.actionGeometry(const_cast<QAction *>(line)).height() < 12);
        QVERIFY(menu.actionGeometry(const_cast<QAction *>(heading)).height()
            > menu.actionGeometry(const_cast<QAction *>(line)).height());
    }

    void aMenuIsAsWideAsWhatStandsInIt()
    {
        QMenu plain;
        plain.addAction(u"Delete this conversation"_s);
        const int text = plain.fontMetrics().horizontalAdvance(u"Delete this conversation"_s);
        QVERIFY(plain.sizeHint().width() > text);
        QMenu withKey;
        withKey.addAction(u"Delete this conversation\tCtrl+Shift+Del"_s);
        const int key = plain.fontMetrics().horizontalAdvance(u"Ctrl+Shift+Del"_s);
        QVERIFY(withKey.sizeHint().width() > plain.sizeHint().width() + key);
        QMenu withMarks;
        withMarks.addAction(u"Delete this conversation"_s)->setCheckable(true);
        QVERIFY(withMarks.sizeHint().width() > plain.sizeHint().width());
    }

    void cornersAreNoPartOfAMenu()
    {
        QStyleOption option;
        option.rect = QRect(0, 0, 100, 80);
        QStyleHintReturnMask mask;
        QVERIFY(QApplication::style()->styleHint(QStyle::SH_Menu_Mask, &option, nullptr, &mask));
        QVERIFY(!mask.region.contains(QPoint(0, 0)));
        QVERIFY(mask.region.contains(QPoint(50, 0)));
        QVERIFY(mask.region.contains(QPoint(50, 40)));
    }

    void rowsOfAListHaveRoom()
    {
        QListWidget list;
        list.addItem(u"Proof of Cauchy–Schwarz"_s);
        QVERIFY(list.sizeHintForRow(0) >= list.fontMetrics().height() + 8);
    }

    void theTextOfAFieldStandsOffItsLine()
    {
        QLineEdit field;
        field.resize(200, 32);
        QStyleOptionFrame option;
        option.initFrom(&field);
        const QRect text =
            field.style()->subElementRect(QStyle::SE_LineEditContents, &option, &field);
        QVERIFY(text.left() >= 3);
    }

private:
    Themed m_themed;
};

PENNYWORTH_TEST(StyleTest)

#include "tst_style.moc"
