// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/fuzzymatch.h"

#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class FuzzyMatchTest : public QObject {
    Q_OBJECT

private slots:
    void findsWhatWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("nothing typed") << QString() << u"trip plan"_s << true;
        QTest::newRow("a part of a word") << u"lan"_s << u"trip plan"_s << true;
        QTest::newRow("letters in their order") << u"tpn"_s << u"trip plan"_s << true;
        QTest::newRow("letters in another order") << u"npt"_s << u"trip plan"_s << false;
        QTest::newRow("words in any order") << u"plan trip"_s << u"trip plan"_s << true;
        QTest::newRow("a word that is missing") << u"trip paris"_s << u"trip plan"_s << false;
        QTest::newRow("Chinese") << u"蓝天"_s << u"为什么天是蓝的？蓝天"_s << true;
    }

    void findsWhatWasTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QTEST(fuzzyMatch(typed, text).has_value(), "found");
    }

    void prefersWhatStandsThere_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("a word over letters") << u"plan"_s << u"trip plan"_s << u"pale lantern"_s;
        QTest::newRow("the start of a word") << u"art"_s << u"about art"_s << u"start of it"_s;
        QTest::newRow("the start of the text") << u"trip"_s << u"trip plan"_s << u"a long trip"_s;
        QTest::newRow("letters in a row") << u"gbs"_s << u"git bisect gbs"_s << u"g b s"_s;
    }

    void prefersWhatStandsThere()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(*fuzzyMatch(typed, better) > *fuzzyMatch(typed, worse));
    }
};

PENNYWORTH_TEST(FuzzyMatchTest)

#include "tst_fuzzymatch.moc"
