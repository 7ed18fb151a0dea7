// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/instant.h"
#include "pricing/cost.h"
#include "pricing/pricebook.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class PriceBookTest : public QObject {
    Q_OBJECT

private slots:
    void endsTheLaunchPricesAtTheInstant()
    {
        const Result<PriceBook> book = PriceBook::builtIn();
        QVERIFY(book.hasValue());
        QCOMPARE(book->rows().size(), 82);
        const auto output = [&book](QStringView at) {
            return book->quote(u"deepseek"_s, u"deepseek-chat"_s, *parseInstant(at), kUsd)->prices.output.toDecimal();
        };
        QCOMPARE(output(u"2025-02-08T15:59:59.999Z"), u"0.28"_s);
        QCOMPARE(output(u"2025-02-08T16:00:00Z"), u"1.1"_s);
    }
};

PENNYWORTH_TEST(PriceBookTest)

#include "tst_pricebook.moc"
