// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/exchangerecord.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class ExchangeRecordTest : public QObject {
    Q_OBJECT

private slots:
    void aRequestIsKeptWithoutItsSecrets()
    {
        const SentRequest sent = sentRequest(request());
        QCOMPARE(sent.method, QByteArray("POST"));
        QCOMPARE(sent.url, u"https://example.com/v1/chat/completions"_s);
        QCOMPARE(valueOf(sent.headers, "Authorization"), QByteArray("Bearer [redacted]"));
        QCOMPARE(valueOf(sent.headers, "api-key"), QByteArray("[redacted]"));
        QCOMPARE(valueOf(sent.headers, "Content-Type"), QByteArray("application/json"));
        QCOMPARE(valueOf(sent.headers, "X-Title"), QByteArray("Pennyworth"));
        QCOMPARE(valueOf(sent.headers, "Accept-Encoding"), QByteArray("identity"));
        QCOMPARE(valueOf(sent.headers, "Content-Length"), QByteArray("13"));
        QCOMPARE(sent.body,
            QByteArray(R"({"a":"é"})"
                       "   "));
    }

    void aSecretInTheAddressIsTakenOut()
    {
        WireRequest wire = request();
        wire.url = QUrl(u"https://me:password@example.com/v1?key=azure-secret"_s);
        QCOMPARE(sentRequest(wire).url, u"https://example.com/v1?key=[redacted]"_s);
    }

    void aKeyInTheQueryIsTakenOutAndOtherParametersStay()
    {
        WireRequest wire = request();
        wire.url = QUrl(u"https://example.com/v1?api-version=2024-10-21&key=AIza%2B0123456"_s);
        QCOMPARE(sentRequest(wire).url,
            u"https://example.com/v1?api-version=2024-10-21&key=[redacted]"_s);
    }

    void whatAServiceRepeatsIsTakenOut()
    {
        ResponseRecord record;
        record.begin(401, {{"Set-Cookie", "session=1"}, {"X-Echo", "key sk-0123456789"}});
        record.append("your key sk-01234");
        record.append("56789 is wrong, so is azure-secret");
        const ReceivedResponse response = record.response(request());
        QCOMPARE(response.status, 401);
        QCOMPARE(valueOf(response.headers, "Set-Cookie"), QByteArray("[redacted]"));
        QCOMPARE(valueOf(response.headers, "X-Echo"), QByteArray("key [redacted]"));
        QCOMPARE(response.body, QByteArray("your key [redacted] is wrong, so is [redacted]"));
        QCOMPARE(response.cutBytes, qint64{0});
    }

    void aLongBodyKeepsItsBeginningAndItsEnd_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("cut");
        constexpr qint64 kLimit = ResponseRecord::kHeadBytes + ResponseRecord::kTailBytes;
        QTest::newRow("just fits") << kLimit << qint64{0};
        QTest::newRow("one byte too long") << kLimit + 1 << qint64{1};
        QTest::newRow("several times as long") << 5 * kLimit + 7 << 4 * kLimit + 7;
    }

    void aLongBodyKeepsItsBeginningAndItsEnd()
    {
        QFETCH(qint64, size);
        QFETCH(qint64, cut);
        QByteArray whole;
        while (whole.size() < size)
            whole += QByteArray::number(whole.size()) + ' ';
        whole.truncate(size);
        ResponseRecord record;
        record.begin(200, {});
        for (qsizetype at = 0; at < whole.size(); at += 4999)
            record.append(QByteArrayView(whole).sliced(at, std::min<qsizetype>(4999, size - at)));
        const ReceivedResponse response = record.response(request());
        QCOMPARE(response.cutBytes, cut);
        QCOMPARE(response.body.size(), size - cut);
        if (cut > 0)
            QCOMPARE(response.cutAt, ResponseRecord::kHeadBytes);
        QVERIFY(whole.startsWith(response.body.first(response.cutAt)));
        QVERIFY(whole.endsWith(response.body.sliced(response.cutAt)));
    }

    void noHalfOfAKeyStandsAtACut()
    {
        ResponseRecord record;
        record.begin(200, {});
        record.append(QByteArray(ResponseRecord::kHeadBytes - 8, 'x'));
        record.append("sk-0123456789");
        record.append(QByteArray(1024 * 1024, 'y'));
        const ReceivedResponse response = record.response(request());
        QVERIFY(response.cutBytes > 0);
        QVERIFY(!response.body.contains("sk-01234"));
        QVERIFY(response.body.first(response.cutAt).endsWith("xx[redacted]"));
    }

private:
    static WireRequest request()
    {
        return {.url = QUrl(u"https://example.com/v1/chat/completions"_s),
            .headers = {{"User-Agent", "Pennyworth/1"}, {"Authorization", "Bearer sk-0123456789"},
                {"X-Title", "Pennyworth"}, {"api-key", "azure-secret"},
                {"Content-Type", "application/json"}},
            .body = R"({"a":"é"})"
                    "   "};
    }

    static QByteArray valueOf(const HttpHeaders &headers, const QByteArray &name)
    {
        for (const auto &[known, value] : headers) {
            if (known.toLower() == name.toLower())
                return value;
        }
        return {};
    }
};

PENNYWORTH_TEST(ExchangeRecordTest)

#include "tst_exchangerecord.moc"
