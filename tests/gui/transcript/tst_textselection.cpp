// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "transcript/textselection.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class TextSelectionTest : public QObject {
    Q_OBJECT

private slots:
    void standsInReadingOrder()
    {
        TextSelection selection;
        selection.start(place(3, 1, 5));
        QVERIFY(selection.isEmpty());
        selection.extendTo(place(1, 0, 2));
        const std::optional<TextSpan> span = selection.span(rowOf);
        QVERIFY(span.has_value());
        QCOMPARE(span->first.message, MessageId{1});
        QCOMPARE(span->last.message, MessageId{3});
    }

    void keepsTheWordItBeganWith()
    {
        TextSelection selection;
        selection.start({.first = at(1, 0, 4), .last = at(1, 0, 9)});
        QVERIFY(!selection.isEmpty());
        selection.extendTo({.first = at(1, 0, 0), .last = at(1, 0, 3)});
        QCOMPARE(*selection.span(rowOf), (TextSpan{.first = at(1, 0, 0), .last = at(1, 0, 9)}));
    }

    void endsWithItsMessages()
    {
        TextSelection selection;
        selection.start(place(1, 0, 0));
        selection.extendTo(place(9, 0, 3));
        QVERIFY(!selection.span([](MessageId id) { return id.value == 9 ? -1 : int(id.value); })
                     .has_value());
    }

    void ordersPositions_data()
    {
        QTest::addColumn<TextPosition>("a");
        QTest::addColumn<TextPosition>("b");
        QTest::newRow("by row") << at(1, 9, 9) << at(2, 0, 0);
        QTest::newRow("by block") << at(1, 0, 9) << at(1, 1, 0);
        QTest::newRow("by offset") << at(1, 0, 1) << at(1, 0, 2);
        TextPosition reasoning = at(1, 9, 9);
        reasoning.section = Section::Reasoning;
        QTest::newRow("reasoning comes before the answer") << reasoning << at(1, 0, 0);
    }

    void ordersPositions()
    {
        QFETCH(TextPosition, a);
        QFETCH(TextPosition, b);
        QVERIFY(isBefore(a, b, rowOf));
        QVERIFY(!isBefore(b, a, rowOf));
        QVERIFY(!isBefore(a, a, rowOf));
    }

    void knowsItsPartOfABlock_data()
    {
        QTest::addColumn<TextPosition>("block");
        QTest::addColumn<TextRange>("range");
        QTest::newRow("the block it begins in") << at(1, 1, 0) << TextRange{5, 20};
        QTest::newRow("a block inside") << at(1, 2, 0) << TextRange{0, 20};
        QTest::newRow("a message inside") << at(2, 0, 0) << TextRange{0, 20};
        QTest::newRow("the block it ends in") << at(3, 0, 0) << TextRange{0, 7};
        QTest::newRow("before it") << at(1, 0, 0) << TextRange{20, 20};
        QTest::newRow("behind it") << at(3, 1, 0) << TextRange{0, 0};
    }

    void knowsItsPartOfABlock()
    {
        QFETCH(TextPosition, block);
        QFETCH(TextRange, range);
        const TextSpan span{.first = at(1, 1, 5), .last = at(3, 0, 7)};
        const TextRange found = rangeIn(span, block, 20, rowOf);
        QCOMPARE(found.isEmpty(), range.isEmpty());
        if (!range.isEmpty())
            QCOMPARE(found, range);
    }

    void findsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("word");
        QTest::newRow("inside") << u"one two three"_s << 5 << u"two"_s;
        QTest::newRow("at its start") << u"one two three"_s << 4 << u"two"_s;
        QTest::newRow("at its end") << u"one two three"_s << 7 << u"two"_s;
        QTest::newRow("the last") << u"one two"_s << 7 << u"two"_s;
        QTest::newRow("the first") << u"one two"_s << 0 << u"one"_s;
        QTest::newRow("with an apostrophe") << u"it doesn't end"_s << 5 << u"doesn't"_s;
        QTest::newRow("in nothing") << QString() << 0 << QString();
    }

    void findsWords()
    {
        QFETCH(QString, text);
        QFETCH(int, offset);
        QFETCH(QString, word);
        const TextRange range = wordAround(text, offset);
        QCOMPARE(text.mid(range.from, range.to - range.from), word);
    }

    void findsLines()
    {
        const QString text = u"one\ntwo three\n\nfour"_s;
        QCOMPARE(lineAround(text, 6), (TextRange{4, 13}));
        QCOMPARE(lineAround(text, 0), (TextRange{0, 3}));
        QCOMPARE(lineAround(text, 14), (TextRange{14, 14}));
        QCOMPARE(lineAround(text, 19), (TextRange{15, 19}));
    }

private:
    static int rowOf(MessageId id) { return int(id.value); }
    static TextPosition at(qint64 message, int block, int offset)
    {
        return {.message = {message}, .section = Section::Answer, .block = block, .offset = offset};
    }
    static TextSpan place(qint64 message, int block, int offset)
    {
        return {.first = at(message, block, offset), .last = at(message, block, offset)};
    }
};

PENNYWORTH_TEST(TextSelectionTest)

#include "tst_textselection.moc"
