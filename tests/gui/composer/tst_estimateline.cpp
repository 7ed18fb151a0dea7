// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/estimateline.h"

#include "support/testregistry.h"
#include "support/themed.h"

#include <QLabel>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class EstimateLineTest : public QObject {
    Q_OBJECT

private:
    static Money usd(const QString &decimal) { return Money::fromDecimal(decimal, kUsd).value(); }

    static Estimate sample()
    {
        return {.promptTokens = 1810,
            .cachedTokens = 1792,
            .output = {.low = 120, .high = 900, .replies = 42},
            .low = usd(u"0.0001"_s),
            .high = usd(u"0.0009"_s),
            .highWithoutCache = usd(u"0.0012"_s),
            .contextPercent = 12};
    }

private slots:
    void saysWhatIsKnown_data()
    {
        QTest::addColumn<Estimate>("estimate");
        QTest::addColumn<EstimateBilling>("billing");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const Estimate &estimate, EstimateBilling billing,
                             const QString &text) {
            QTest::newRow(name) << estimate << billing << text;
        };
        using enum EstimateBilling;
        row("nothing to send", {}, Billed, {});
        row("all of it", sample(), Billed,
            u"≈ 1,810 tokens · 1,792 cached likely · $0.00010 – 0.00090"_s);
        Estimate unknown = sample();
        unknown.low = unknown.high = {};
        row("no price", unknown, Billed, u"≈ 1,810 tokens · 1,792 cached likely · cost unknown"_s);
        row("nobody charges", unknown, Free, u"≈ 1,810 tokens · 1,792 cached likely"_s);
        Estimate full = sample();
        full.contextPercent = 70;
        full.cachedTokens = 0;
        row("a context that fills", full, Billed,
            u"≈ 1,810 tokens · $0.00010 – 0.00090 · context 70 % full"_s);
        Estimate same = sample();
        same.high = same.low;
        same.cachedTokens = 0;
        row("one amount", same, Billed, u"≈ 1,810 tokens · ≈ $0.00010"_s);
    }

    void saysWhatIsKnown()
    {
        QFETCH(Estimate, estimate);
        QFETCH(EstimateBilling, billing);
        QTEST(estimateLineText(estimate, billing), "text");
    }

    void theTipSaysHowItComesAbout()
    {
        const QString tip = estimateTip(sample(), EstimateBilling::Billed);
        QVERIFY(tip.contains(u"120 to 900 tokens, as eight of ten of the last 42 replies"_s));
        QVERIFY(tip.contains(u"Up to $0.0012 where nothing comes from the cache."_s));
        Estimate first = sample();
        first.output = kDefaultOutput;
        QVERIFY(
            estimateTip(first, EstimateBilling::Billed).contains(u"100 to 1,500 tokens assumed"_s));
        QVERIFY(estimateTip(sample(), EstimateBilling::Unbilled).contains(u"Nothing is charged"_s));
    }

    void nothingIsCutWhereItIsNarrow()
    {
        EstimateLine line(m_themed.theme);
        const auto *estimate = child<QLabel>(line, "estimateLine");
        const auto *rate = child<QLabel>(line, "rateLine");
        line.setRate(u"off-peak, ends in 2 h 14 min"_s, {});
        line.show(sample(), EstimateBilling::Billed);
        line.resize(760, 20);
        static_cast<QWidget &>(line).show();
        QTRY_COMPARE(estimate->y(), rate->y());
        line.resize(estimate->sizeHint().width() + 8, 60);
        QTRY_VERIFY(rate->y() > estimate->y());
        QVERIFY(estimate->width() >= estimate->sizeHint().width());
        QVERIFY(rate->width() >= rate->sizeHint().width());
    }

private:
    Themed m_themed;
};

PENNYWORTH_TEST(EstimateLineTest)

#include "tst_estimateline.moc"
