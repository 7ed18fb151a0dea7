// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ledgersum.h"

#include "support/testregistry.h"

#include <QTest>

using namespace pennyworth;

class LedgerSumTest : public QObject {
    Q_OBJECT

private slots:
    void oneRequestIsItself()
    {
        const LedgerEntry entry = settled(1000, 500, 300);
        QCOMPARE(together({entry}), *entry.settlement);
    }

    void aContinuedReplyTookBoth()
    {
        const Settlement sum = together({settled(1000, 500, 300), settled(1500, 200, 400)});
        QCOMPARE(sum.usage.prompt, 2500);
        QCOMPARE(sum.usage.completion, 700);
        QCOMPARE(sum.amount->picos, qint64{700});
        QCOMPARE(sum.source, CostSource::Computed);
    }

    void aFreeAttemptAddsNothing()
    {
        LedgerEntry refused;
        refused.settlement = Settlement{.amount = Money{0, kUsd}, .source = CostSource::Computed};
        const Settlement sum = together({refused, settled(1000, 500, 300)});
        QCOMPARE(sum.usage.prompt, 1000);
        QCOMPARE(sum.amount->picos, qint64{300});
    }

    void anEstimatedPartMakesItAnEstimate()
    {
        LedgerEntry stopped = settled(1000, 500, 300);
        stopped.settlement->source = CostSource::Estimated;
        stopped.settlement->usage = {};
        const Settlement sum = together({stopped, settled(1500, 200, 400)});
        QCOMPARE(sum.source, CostSource::Estimated);
        QCOMPARE(sum.amount->picos, qint64{700});
        QVERIFY(!sum.usage.prompt);
    }

    void anUnknownPartMakesItUnknown()
    {
        LedgerEntry unknown = settled(1000, 500, 300);
        unknown.settlement->amount.reset();
        const Settlement sum = together({unknown, settled(1500, 200, 400)});
        QVERIFY(!sum.amount);
        QCOMPARE(sum.source, CostSource::Unknown);
        QVERIFY(!together({LedgerEntry{}, settled(1500, 200, 400)}).amount);
    }

private:
    static LedgerEntry settled(qint64 prompt, qint64 completion, qint64 picos)
    {
        LedgerEntry entry;
        entry.settlement = Settlement{.usage = {.prompt = prompt, .completion = completion},
            .amount = Money{picos, kUsd},
            .source = CostSource::Computed};
        return entry;
    }
};

PENNYWORTH_TEST(LedgerSumTest)

#include "tst_ledgersum.moc"
