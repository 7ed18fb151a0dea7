// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "transcript/transcriptlayout.h"

#include <QRandomGenerator>

using namespace pennyworth;

namespace {

constexpr qreal kAbove = 8;
constexpr qreal kBelow = 16;
constexpr qreal kView = 500;

/// Rows whose exact heights differ from what was estimated.
struct Rows {
    explicit Rows(int count)
    {
        for (int i = 0; i < count; ++i)
            exact.push_back(40 + (i * 37) % 400);
        layout.setViewHeight(kView);
        layout.insert(0, std::vector<qreal>(size_t(count), 100));
        layout.settle(measure());
    }

    TranscriptLayout::Measure measure()
    {
        return [this](int row, const TranscriptLayout::Part &) {
            ++measured;
            return TranscriptLayout::Measured{.height = exact.at(size_t(row))};
        };
    }

    /// Where the top of a row is seen.
    qreal seen(int row) const { return layout.top(row) - layout.scrollValue(); }

    std::vector<qreal> exact;
    int measured = 0;
    TranscriptLayout layout{kAbove, kBelow};
};

} // namespace

class TranscriptLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void beginsAtTheEnd()
    {
        const Rows rows(1000);
        QVERIFY(rows.layout.follows());
        QCOMPARE(rows.layout.scrollValue(), rows.layout.greatestScrollValue());
        QCOMPARE(rows.seen(999) + rows.exact.back() + kBelow, kView);
    }

    void measuresOnlyWhatIsSeen()
    {
        const Rows rows(10'000);
        QCOMPARE_LE(rows.measured, 15);
    }

    void beginsAtTheTopWhereEverythingFits()
    {
        const Rows rows(2);
        QCOMPARE(rows.layout.scrollValue(), 0.0);
        QCOMPARE(rows.seen(0), kAbove);
        QCOMPARE(rows.layout.greatestScrollValue(), 0.0);
    }

    void scrollsOverExactHeights()
    {
        Rows rows(1000);
        while (rows.layout.scrollValue() > 0) {
            const int row = rows.layout.anchor().row;
            const qreal before = rows.seen(row);
            rows.layout.scrollBy(-300, rows.measure());
            QVERIFY(!rows.layout.follows());
            const bool isAtTop = rows.layout.scrollValue() == 0;
            if (!isAtTop)
                QCOMPARE(rows.seen(row) - before, 300.0);
        }
        QCOMPARE(rows.seen(0), kAbove);
    }

    void followsAgainOnceTheEndIsReached()
    {
        Rows rows(100);
        rows.layout.scrollBy(-1000, rows.measure());
        QVERIFY(!rows.layout.follows());
        rows.layout.scrollBy(400, rows.measure());
        QVERIFY(!rows.layout.follows());
        rows.layout.scrollBy(5000, rows.measure());
        QVERIFY(rows.layout.follows());
        QCOMPARE(rows.layout.scrollValue(), rows.layout.greatestScrollValue());
    }

    void staysAtTheEndWhileFollowing()
    {
        Rows rows(50);
        for (int i = 0; i < 20; ++i) {
            rows.exact.back() += 30;
            rows.layout.setEstimate(49, rows.layout.height(49));
            rows.layout.settle(rows.measure());
            QCOMPARE(rows.layout.scrollValue(), rows.layout.greatestScrollValue());
        }
    }

    void jumpsOverEstimates()
    {
        Rows rows(1000);
        rows.layout.scrollTo(rows.layout.greatestScrollValue() / 2);
        rows.layout.settle(rows.measure());
        QVERIFY(!rows.layout.follows());
        QCOMPARE_LE(rows.measured, 30);
        QCOMPARE_GT(rows.layout.anchor().row, 300);
    }

    // Rows come, go and turn out different everywhere else: what is read stays on its pixel, and
    // the sums agree.
    void neverMovesItsAnchor()
    {
        QRandomGenerator random(11);
        Rows rows(400);
        rows.layout.scrollTo(rows.layout.greatestScrollValue() / 2);
        rows.layout.settle(rows.measure());
        rows.layout.scrollBy(-50, rows.measure());
        for (int edit = 0; edit < 500; ++edit) {
            const int row = rows.layout.anchor().row + 1;
            const qreal before = rows.seen(row);
            const int moved = randomEdit(rows, random, row);
            rows.layout.settle(rows.measure());
            QCOMPARE(rows.seen(row + moved), before);
            checkSums(rows);
        }
    }

    void keepsEstimatesInProportion()
    {
        Rows rows(100);
        const qreal total = rows.layout.totalHeight();
        rows.layout.scaleEstimates(2);
        QCOMPARE(rows.layout.totalHeight() - kAbove - kBelow, 2 * (total - kAbove - kBelow));
        QVERIFY(!rows.layout.isExact(99));
    }

    void knowsTheRowAtAPlace()
    {
        Rows rows(100);
        for (int row = 0; row < 100; ++row) {
            QCOMPARE(rows.layout.rowAt(rows.layout.top(row)), row);
            QCOMPARE(rows.layout.rowAt(rows.layout.top(row) + rows.layout.height(row) - 1), row);
        }
        QCOMPARE(rows.layout.rowAt(-5), 0);
        QCOMPARE(rows.layout.rowAt(1e9), 99);
        QCOMPARE(TranscriptLayout(0, 0).rowAt(0), -1);
    }

private:
    // Returns by how many rows `row` was moved.
    static int randomEdit(Rows &rows, QRandomGenerator &random, int row)
    {
        const int count = random.bounded(1, 4);
        switch (random.bounded(5)) {
        case 0: // above
            insert(rows, random.bounded(0, row - 1), count);
            return count;
        case 1: // below
            insert(rows, rows.layout.count(), count);
            return 0;
        case 2: { // above, another height
            const int other = random.bounded(0, row - 1);
            rows.exact[size_t(other)] = 30 + random.bounded(300);
            rows.layout.setEstimate(other, rows.layout.height(other));
            return 0;
        }
        case 3: // far above
            if (row < 20)
                return 0;
            rows.layout.remove(5, count);
            rows.exact.erase(rows.exact.begin() + 5, rows.exact.begin() + 5 + count);
            return -count;
        default: { // at the end
            const int last = rows.layout.count() - 1;
            rows.exact[size_t(last)] += 40;
            rows.layout.setExact(last, rows.exact[size_t(last)]);
            return 0;
        }
        }
    }

    static void insert(Rows &rows, int first, int count)
    {
        rows.exact.insert(rows.exact.begin() + first, size_t(count), 77);
        rows.layout.insert(first, std::vector<qreal>(size_t(count), 120));
    }

    static void checkSums(const Rows &rows)
    {
        qreal y = kAbove;
        for (int row = 0; row < rows.layout.count(); ++row) {
            QCOMPARE(rows.layout.top(row), y);
            y += rows.layout.height(row);
        }
        QCOMPARE(rows.layout.totalHeight(), y + kBelow);
    }
};

PENNYWORTH_TEST(TranscriptLayoutTest)

#include "tst_transcriptlayout.moc"
