// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "theme/palette.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class PaletteTest : public QObject {
    Q_OBJECT

private slots:
    void isLegible_data()
    {
        QTest::addColumn<Palette>("palette");
        QTest::newRow("light") << Palette::light();
        QTest::newRow("dark") << Palette::dark();
        QTest::newRow("high contrast") << Palette::highContrast();
    }

    void isLegible()
    {
        QFETCH(Palette, palette);
        for (const QColor &ground :
            {palette.surface, palette.raised, palette.sunken, palette.prompt, palette.code}) {
            QCOMPARE_GE(contrastRatio(palette.text, ground), 7.0);
            QCOMPARE_GE(contrastRatio(palette.codeText, ground), 7.0);
            QCOMPARE_GE(contrastRatio(palette.muted, ground), 4.5);
            QCOMPARE_GE(contrastRatio(palette.positive, ground), 4.5);
            QCOMPARE_GE(contrastRatio(palette.warning, ground), 4.5);
            QCOMPARE_GE(contrastRatio(palette.danger, ground), 4.5);
            QCOMPARE_GE(contrastRatio(palette.accent, ground), 4.5);
        }
        QCOMPARE_GE(contrastRatio(palette.accentText, palette.accent), 4.5);
        QCOMPARE_GE(contrastRatio(palette.text, palette.accentSoft), 7.0);
        QCOMPARE_GE(contrastRatio(palette.text, palette.selection), 7.0);
    }

    void isLegibleInCode_data() { isLegible_data(); }

    void isLegibleInCode()
    {
        QFETCH(Palette, palette);
        for (const QColor &color :
            {palette.codeKeyword, palette.codeType, palette.codeFunction, palette.codeString,
                palette.codeNumber, palette.codeComment, palette.codeAttribute, palette.codeMeta}) {
            QCOMPARE_GE(contrastRatio(color, palette.code), 4.5);
        }
        QCOMPARE_GE(contrastRatio(palette.codeText, palette.codeAdded), 7.0);
        QCOMPARE_GE(contrastRatio(palette.codeText, palette.codeRemoved), 7.0);
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    }
};

PENNYWORTH_TEST(PaletteTest)

#include "tst_palette.moc"
