// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/toolcallpieces.h"
#include "support/deltatext.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ToolCallPiecesTest : public QObject {
    Q_OBJECT

private slots:
    void joins_data()
    {
        QTest::addColumn<QByteArray>("pieces"); // an array of the tool_calls of each chunk
        QTest::addColumn<QString>("deltas");
        QTest::newRow("as DeepSeek sends them")
            << R"([[{"index":0,"id":"c1","type":"function","function":{"name":"f","arguments":""}}],
                   [{"index":0,"function":{"arguments":"{"}}],[{"index":0,"function":{"arguments":"}"}}]])"_ba
            << u"call(0,c1,f,) call(0,,,{) call(0,,,})"_s;
        QTest::newRow("two calls at once")
            << R"([[{"index":0,"id":"c1","function":{"name":"f"}},{"index":1,"id":"c2","function":{"name":"g"}}],
                   [{"index":1,"function":{"arguments":"2"}}],[{"index":0,"function":{"arguments":"1"}}]])"_ba
            << u"call(0,c1,f,) call(1,c2,g,) call(1,,,2) call(0,,,1)"_s;
        QTest::newRow("id and name in each piece")
            << R"([[{"index":0,"id":"c1","function":{"name":"f","arguments":"{"}}],
                   [{"index":0,"id":"c1","function":{"name":"f","arguments":"}"}}]])"_ba
            << u"call(0,c1,f,{) call(0,,,})"_s;
        QTest::newRow("every call has index 0, the id tells them apart")
            << R"([[{"index":0,"id":"c1","function":{"name":"f","arguments":"{}"}}],
                   [{"index":0,"id":"c2","function":{"name":"f","arguments":"{}"}}]])"_ba
            << u"call(0,c1,f,{}) call(1,c2,f,{})"_s;
        QTest::newRow("every call has index 0 and no id")
            << R"([[{"index":0,"function":{"name":"f","arguments":"{}"}}],[{"index":0,"function":{"name":"f","arguments":"{}"}}]])"_ba
            << u"call(0,,f,{}) call(1,,f,{})"_s;
        QTest::newRow("no id, another name")
            << R"([[{"index":0,"function":{"name":"f","arguments":""}}],[{"index":0,"function":{"name":"g","arguments":"{}"}}]])"_ba
            << u"call(0,,f,) call(1,,g,{})"_s;
        QTest::newRow("no id, the name repeated while the arguments are open")
            << R"([[{"index":0,"function":{"name":"f","arguments":"{"}}],[{"index":0,"function":{"name":"f","arguments":"}"}}]])"_ba
            << u"call(0,,f,{) call(0,,,})"_s;
        QTest::newRow("no index")
            << R"([[{"id":"c1","function":{"name":"f","arguments":"{}"}}],[{"id":"c2","function":{"name":"g","arguments":"{}"}}]])"_ba
            << u"call(0,c1,f,{}) call(1,c2,g,{})"_s;
        QTest::newRow("neither index nor id continues the last call")
            << R"([[{"index":0,"id":"c1","function":{"name":"f","arguments":"{"}}],[{"function":{"arguments":"}"}}]])"_ba
            << u"call(0,c1,f,{) call(0,,,})"_s;
        QTest::newRow("arguments as an object")
            << R"([[{"index":0,"id":"c1","function":{"name":"f","arguments":{"b":1,"a":[true]}}}]])"_ba
            << u"call(0,c1,f,{\"a\":[true],\"b\":1})"_s;
        QTest::newRow("the index begins at 1")
            << R"([[{"index":1,"id":"c1","function":{"name":"f","arguments":""}}],[{"index":1,"function":{"arguments":"{}"}}]])"_ba
            << u"call(0,c1,f,) call(0,,,{})"_s;
        QTest::newRow("the id comes late")
            << R"([[{"index":0,"function":{"name":"f","arguments":""}}],[{"index":0,"id":"c1","function":{"arguments":"{}"}}]])"_ba
            << u"call(0,,f,) call(0,c1,,{})"_s;
        QTest::newRow("pieces that say nothing")
            << R"([[{"index":0}],[{}],[null,7,"x"]])"_ba << u""_s;
    }

    void joins()
    {
        QFETCH(QByteArray, pieces);
        QFETCH(QString, deltas);
        ToolCallPieces calls;
        QList<Delta> found;
        const QJsonArray chunks = QJsonDocument::fromJson(pieces).array();
        QVERIFY(!chunks.isEmpty());
        for (const QJsonValue &chunk : chunks) {
            for (const ToolCallDelta &delta : calls.take(chunk.toArray()))
                found.append(delta);
        }
        QCOMPARE(deltaText(found), deltas);
    }

    void ignoresAFloodOfCalls()
    {
        ToolCallPieces calls;
        qsizetype count = 0;
        for (int i = 0; i < 3000; ++i) {
            const QByteArray piece = R"([{"index":%,"id":"c%","function":{"name":"f"}}])";
            count += calls
                         .take(QJsonDocument::fromJson(
                             QByteArray(piece).replace('%', QByteArray::number(i)))
                                   .array())
                         .size();
        }
        QCOMPARE(count, 1024);
    }
};

PENNYWORTH_TEST(ToolCallPiecesTest)

#include "tst_toolcallpieces.moc"
