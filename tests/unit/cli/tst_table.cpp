// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class TableTest : public QObject {
    Q_OBJECT

private slots:
    void alignsColumns()
    {
        Table table({Table::Align::Left, Table::Align::Right});
        table.addRow({u"a"_s, u"100"_s});
        table.addRow({u"longer"_s, u"7"_s});
        QCOMPARE(table.toText(), u"a       100\nlonger    7\n"_s);
    }

    void leavesNoBlankAtTheEndOfALine()
    {
        Table table({Table::Align::Left, Table::Align::Left});
        table.addRow({u"a"_s, u"wide"_s});
        table.addRow({u"b"_s, QString()});
        QCOMPARE(table.toText(), u"a  wide\nb\n"_s);
    }

    void countsTerminalCells()
    {
        Table table({Table::Align::Left, Table::Align::Left});
        table.addRow({u"价格"_s, u"x"_s});
        table.addRow({u"abcd"_s, u"x"_s});
        table.addRow({u"😀cd"_s, u"x"_s});
        QCOMPARE(table.toText(), u"价格  x\nabcd  x\n😀cd  x\n"_s);
    }
};

PENNYWORTH_TEST(TableTest)
#include "tst_table.moc"
