// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "typesetting/shortlines.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class ShortLinesTest : public QObject {
    Q_OBJECT

private slots:
    void leavesOutWhatIsTooLong_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("left");
        QTest::newRow("nothing") << u"ab\ncd\n"_s << u"ab\ncd\n"_s;
        QTest::newRow("between") << u"ab\nlong\ncd"_s << u"ab\n\ncd"_s;
        QTest::newRow("at either end") << u"long\nab\nlonger"_s << u"\nab\n"_s;
        QTest::newRow("one after the other") << u"long\nlonger\na"_s << u"\n\na"_s;
        QTest::newRow("all") << u"longest"_s << QString();
    }

    void leavesOutWhatIsTooLong()
    {
        QFETCH(QString, code);
        QFETCH(QString, left);
        const ShortLines lines(code, 3);
        QCOMPARE(lines.code(), left);
        for (int i = 0; i < int(left.size()); ++i) {
            if (left.at(i) != u'\n')
                QCOMPARE(code.at(lines.wholeOffset(i)), left.at(i));
        }
    }

    // A comment that begins before such a line and ends behind it covers it.
    void keepsWhatRunsOver()
    {
        const ShortLines lines(u"/*\nlonger\n*/ a"_s, 4);
        QCOMPARE(lines.code(), u"/*\n\n*/ a"_s);
        QCOMPARE(lines.wholeOffset(0), 0);
        QCOMPARE(lines.wholeOffset(6), 12);
        QCOMPARE(lines.wholeOffset(3), 3);
    }
};

PENNYWORTH_TEST(ShortLinesTest)

#include "tst_shortlines.moc"
