// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/thinksplitter.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class ThinkSplitterTest : public QObject {
    Q_OBJECT

private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("reasoning");
        QTest::addColumn<QString>("text");
        QTest::newRow("no tags") << u"Hello"_s << u""_s << u"Hello"_s;
        QTest::newRow("a leading pair")
            << u"<think>Hm.</think>\n\nHello"_s << u"Hm."_s << u"Hello"_s;
        QTest::newRow("white space before it")
            << u"\n <think>Hm.</think>Hello"_s << u"Hm."_s << u"Hello"_s;
        QTest::newRow("an empty pair") << u"<think>\n</think>\nHello"_s << u"\n"_s << u"Hello"_s;
        QTest::newRow("later in the answer it is text")
            << u"Use <think>x</think>."_s << u""_s << u"Use <think>x</think>."_s;
        QTest::newRow("behind the pair it is text")
            << u"<think>a</think>b<think>c</think>"_s << u"a"_s << u"b<think>c</think>"_s;
        QTest::newRow("never closed") << u"<think>Hm. And"_s << u"Hm. And"_s << u""_s;
        QTest::newRow("a closing tag alone at the start")
            << u"</think>\n\nHello"_s << u""_s << u"Hello"_s;
        QTest::newRow("what only begins like a tag") << u"<thin air"_s << u""_s << u"<thin air"_s;
        QTest::newRow("only the beginning of a tag") << u" <thi"_s << u""_s << u" <thi"_s;
        QTest::newRow("white space stays where there is no tag")
            << u"\n\n  code"_s << u""_s << u"\n\n  code"_s;
        QTest::newRow("a false end inside")
            << u"<think>a </thin b</think>c"_s << u"a </thin b"_s << u"c"_s;
        QTest::newRow("ends inside the closing tag") << u"<think>a</thi"_s << u"a</thi"_s << u""_s;
        QTest::newRow("nothing") << u""_s << u""_s << u""_s;
    }

    void holdsBackNoMoreThanALittleWhiteSpace()
    {
        ThinkSplitter splitter;
        qsizetype length = 0;
        for (int i = 0; i < 100; ++i)
            length += splitter.take(QString(100, u'\n')).text.size();
        QCOMPARE(length, qsizetype{10'000});
        QCOMPARE(splitter.take(u"<think>").text, u"<think>"_s);
    }

    void splits()
    {
        QFETCH(QString, content);
        QFETCH(QString, reasoning);
        QFETCH(QString, text);
        for (qsizetype length = 1; length <= std::max<qsizetype>(content.size(), 1); ++length) {
            ThinkSplitter splitter;
            ThinkSplitter::Pieces all;
            const auto add = [&all](const ThinkSplitter::Pieces &pieces) {
                all.reasoning += pieces.reasoning;
                all.text += pieces.text;
            };
            for (qsizetype at = 0; at < content.size(); at += length)
                add(splitter.take(
                    QStringView(content).sliced(at, std::min(length, content.size() - at))));
            add(splitter.finish());
            QCOMPARE(all.reasoning, reasoning);
            QCOMPARE(all.text, text);
        }
    }

    void holdsBackNoMoreThanAPossibleTag()
    {
        ThinkSplitter splitter;
        QCOMPARE(splitter.take(u"<think>a <"),
            (ThinkSplitter::Pieces{.reasoning = u"a "_s, .text = {}}));
        QCOMPARE(splitter.take(u"b"), (ThinkSplitter::Pieces{.reasoning = u"<b"_s, .text = {}}));
    }
};

PENNYWORTH_TEST(ThinkSplitterTest)

#include "tst_thinksplitter.moc"
