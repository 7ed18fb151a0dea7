// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/figurelabel.h"

#include "support/testregistry.h"
#include "theme/figures.h"
#include "theme/figuretext.h"

#include <QAccessible>

using namespace pennyworth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FigureLabelTest : public QObject {
    Q_OBJECT

private slots:
    void everyNumberOfTheSameLengthIsEquallyWide_data()
    {
        QTest::addColumn<QString>("narrow");
        QTest::addColumn<QString>("wide");
        QTest::newRow("a cost") << u"$0.000111"_s << u"$0.000888"_s;
        QTest::newRow("an estimate") << u"≈ $0.11"_s << u"≈ $0.40"_s;
        QTest::newRow("a count") << u"1,111 tokens"_s << u"8,048 tokens"_s;
    }

    void everyNumberOfTheSameLengthIsEquallyWide()
    {
        QFETCH(QString, narrow);
        QFETCH(QString, wide);
        QCOMPARE(
            figureWidth(QApplication::font(), narrow), figureWidth(QApplication::font(), wide));
    }

    void isALabelToAssistiveTechnology()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        const Theme theme(settings);
        FigureLabel label(theme, TextSize::Interface);
        label.setText(u"≈ $0.0042"_s);
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&label);
        QCOMPARE(accessible->role(), QAccessible::StaticText);
        QCOMPARE(accessible->text(QAccessible::Name), u"≈ $0.0042"_s);
    }

    void saysDurations_data()
    {
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<QString>("text");
        QTest::newRow("less than an hour") << qint64{14} << u"14 min"_s;
        QTest::newRow("hours") << qint64{134} << u"2 h 14 min"_s;
        QTest::newRow("whole hours") << qint64{120} << u"2 h 0 min"_s;
        QTest::newRow("days leave the minutes out")
            << qint64{3 * 1440 + 4 * 60 + 59} << u"3 d 4 h"_s;
    }

    void saysDurations()
    {
        QFETCH(qint64, minutes);
        QTEST(durationText(std::chrono::minutes(minutes)), "text");
    }

    void saysSeconds_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("a fraction") << 384 << u"0.38 s"_s;
        QTest::newRow("seconds") << 6000 << u"6.00 s"_s;
        QTest::newRow("ten and more") << 14'840 << u"14.8 s"_s;
        QTest::newRow("minutes") << 121'000 << u"2 min"_s;
    }

    void saysSeconds()
    {
        QFETCH(int, milliseconds);
        QTEST(secondsText(std::chrono::milliseconds(milliseconds)), "text");
    }
};

PENNYWORTH_TEST(FigureLabelTest)

#include "tst_figurelabel.moc"
