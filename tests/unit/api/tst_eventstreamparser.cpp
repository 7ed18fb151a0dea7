// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/eventstreamparser.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

using Events = QList<ServerEvent>;

ServerEvent message(const QByteArray &payload, const QByteArray &type = {})
{
    return {.type = type, .payload = payload};
}

Events parse(const QByteArray &bytes)
{
    EventStreamParser parser;
    Events events = parser.append(bytes);
    events += parser.finish();
    return events;
}

/// The bytes in pieces as long as `lengths` says, repeated.
Events parseInPieces(const QByteArray &bytes, const QList<qsizetype> &lengths)
{
    EventStreamParser parser;
    Events events;
    qsizetype turn = 0;
    for (qsizetype at = 0; at < bytes.size(); ++turn) {
        const qsizetype length = std::min(lengths.at(turn % lengths.size()), bytes.size() - at);
        events += parser.append(QByteArrayView(bytes).sliced(at, length));
        at += length;
    }
    events += parser.finish();
    return events;
}

} // namespace

class EventStreamParserTest : public QObject {
    Q_OBJECT

private slots:
    void frames_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Events>("events");
        QTest::newRow("one event") << "data: a\n\n"_ba << Events{message("a")};
        QTest::newRow("two events")
            << "data: a\n\ndata: b\n\n"_ba << Events{message("a"), message("b")};
        QTest::newRow("CRLF") << "data: a\r\n\r\ndata: b\r\n\r\n"_ba
                              << Events{message("a"), message("b")};
        QTest::newRow("bare CR") << "data: a\r\rdata: b\r\r"_ba
                                 << Events{message("a"), message("b")};
        QTest::newRow("line ends mixed")
            << "data: a\r\ndata: b\rdata: c\n\r\n"_ba << Events{message("a\nb\nc")};
        QTest::newRow("no space behind the colon") << "data:{}\n\n"_ba << Events{message("{}")};
        QTest::newRow("only the first space is dropped")
            << "data:  a \n\n"_ba << Events{message(" a ")};
        QTest::newRow("several data lines are joined by LF")
            << "data: a\ndata:\ndata: b\n\n"_ba << Events{message("a\n\nb")};
        QTest::newRow("a field without colon has no value") << "data\n\n"_ba << Events{message("")};
        QTest::newRow("blank data is an empty event") << "data:\n\n"_ba << Events{message("")};
        QTest::newRow("comments are no events") << ": keep-alive\n\n:\n\n: ping\n\n"_ba << Events{};
        QTest::newRow("a comment inside an event")
            << "data: a\n: ping\ndata: b\n\n"_ba << Events{message("a\nb")};
        QTest::newRow("a comment that was wrapped stays a payload")
            << "data: : keepalive\n\n"_ba << Events{message(": keepalive")};
        QTest::newRow("a type") << "event: error\ndata: a\n\ndata: b\n\n"_ba
                                << Events{message("a", "error"), message("b")};
        QTest::newRow("a type without data is forgotten")
            << "event: error\n\ndata: b\n\n"_ba << Events{message("b")};
        QTest::newRow("id, retry and unknown fields mean nothing")
            << "id: 1\nretry: 5\nfoo: x\ndata: a\n\n"_ba << Events{message("a")};
        QTest::newRow("field names keep their case")
            << "DATA: x\ndata: a\n\n"_ba << Events{message("a")};
        QTest::newRow("a byte order mark is dropped once") << "\xEF\xBB\xBF"
                                                              "data: a\n\n\xEF\xBB\xBF"
                                                              "data: b\n\ndata: c\n\n"_ba
                                                           << Events{message("a"), message("c")};
        QTest::newRow("NUL belongs to the payload")
            << QByteArray("data: a\0b\n\n", 11) << Events{message(QByteArray("a\0b", 3))};
        QTest::newRow("blank lines alone") << "\n\r\n\r\n\n"_ba << Events{};
        QTest::newRow("colons in the payload")
            << "data: a: b: c\n\n"_ba << Events{message("a: b: c")};
        QTest::newRow("the last event lacks its blank line")
            << "data: a\n\ndata: b\n"_ba << Events{message("a"), message("b")};
        QTest::newRow("the last event lacks its line end")
            << "data: a\n\ndata: b"_ba << Events{message("a"), message("b")};
        QTest::newRow("nothing") << ""_ba << Events{};
    }

    void frames()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Events, events);
        QCOMPARE(parse(bytes), events);
    }

    void isIndifferentToCuts_data() { frames_data(); }

    void isIndifferentToCuts()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Events, events);
        QCOMPARE(parseInPieces(bytes, {1}), events);
        for (qsizetype first = 0; first <= bytes.size(); ++first) {
            for (qsizetype second = first; second <= bytes.size(); ++second) {
                EventStreamParser parser;
                Events found = parser.append(QByteArrayView(bytes).first(first));
                found += parser.append(QByteArrayView(bytes).sliced(first, second - first));
                found += parser.append(QByteArrayView(bytes).sliced(second));
                found += parser.finish();
                QCOMPARE(found, events);
            }
        }
    }

    void isIndifferentToCutsInNoise()
    {
        constexpr QByteArrayView words[] = {"data", ":", " ", "\r", "\n", "\r\n", "event", "error",
            "\xEF\xBB\xBF", "\xF0\x9F\x98", "{\"a\":1}", "[DONE]"};
        QRandomGenerator random(20241226);
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes;
            const int length = random.bounded(60);
            for (int i = 0; i < length; ++i)
                bytes += words[random.bounded(int(std::size(words)))];
            QList<qsizetype> lengths;
            lengths.reserve(5);
            for (int i = 0; i < 5; ++i)
                lengths.append(1 + random.bounded(9));
            QCOMPARE(parseInPieces(bytes, lengths), parse(bytes));
        }
    }

    void countsComments()
    {
        EventStreamParser parser;
        QVERIFY(parser.append(": keep-alive\n\n:\n: a\r\n: not yet over").isEmpty());
        QCOMPARE(parser.commentCount(), 3);
        QVERIFY(parser.append("\n").isEmpty());
        QCOMPARE(parser.commentCount(), 4);
    }

    void givesAnEventAsSoonAsItsBlankLineIsThere()
    {
        EventStreamParser parser;
        QVERIFY(parser.append("data: a\r").isEmpty());
        QCOMPARE(parser.append("\n\r"), Events{message("a")});
        QVERIFY(parser.append("\n").isEmpty());
        QCOMPARE(parser.append("data: b\n\n"), Events{message("b")});
    }

    void staysBoundedInAnEndlessLine()
    {
        EventStreamParser parser;
        QCOMPARE(parser.append("data: before\n\ndata: "), Events{message("before")});
        const QByteArray mebibyte(1024 * 1024, 'x');
        for (int i = 0; i < 20; ++i)
            QVERIFY(parser.append(mebibyte).isEmpty());
        QVERIFY(parser.isOverfull());
        QVERIFY(parser.append("\n\ndata: after\n\n").isEmpty());
        QVERIFY(parser.finish().isEmpty());
    }

    void staysBoundedInAnEndlessEvent()
    {
        EventStreamParser parser;
        const QByteArray line = "data: " + QByteArray(1024 * 1024, 'x') + '\n';
        for (int i = 0; i < 20; ++i)
            QVERIFY(parser.append(line).isEmpty());
        QVERIFY(parser.isOverfull());
        QVERIFY(parser.append("\n").isEmpty());
    }

    void takesLinearTimeWhateverTheCut()
    {
        // A quadratic one would take minutes for the single bytes of an 8 MiB line.
        const QByteArray line = "data: " + QByteArray(8 * 1024 * 1024, 'x');
        QElapsedTimer timer;
        timer.start();
        EventStreamParser parser;
        for (const char c : line)
            parser.append({&c, 1});
        QCOMPARE(parser.append("\n\n").size(), 1);
        QVERIFY(timer.elapsed() < 20'000);
    }
};

PENNYWORTH_TEST(EventStreamParserTest)

#include "tst_eventstreamparser.moc"
