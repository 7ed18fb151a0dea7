// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/linespans.h"

#include "support/testregistry.h"

#include <QTextLayout>

#include <cmath>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class LineSpansTest : public QObject {
    Q_OBJECT

private slots:
    void standsWhereTheLettersAre_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("spans");
        const QString hebrew = u"\u05D0\u05D1\u05D2\u05D3"_s;
        QTest::newRow("one direction") << u"one two"_s << 2 << 5 << 1;
        QTest::newRow("all of a right-to-left word") << hebrew << 0 << 4 << 1;
        QTest::newRow("a part of it") << hebrew << 1 << 3 << 1;
        QTest::newRow("into a word that runs the other way") << u"ab "_s + hebrew << 1 << 5 << 2;
        QTest::newRow("all of both") << u"ab "_s + hebrew << 0 << 7 << 1;
        QTest::newRow("nothing") << u"ab"_s << 1 << 1 << 1;
    }

    void standsWhereTheLettersAre()
    {
        QFETCH(QString, text);
        QFETCH(int, from);
        QFETCH(int, to);
        QTextLayout layout(text);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(10'000);
        layout.endLayout();
        const std::vector<LineSpan> spans = lineSpans(line, text, from, to);
        QTEST(int(spans.size()), "spans");
        double covered = 0;
        for (const LineSpan &span : spans)
            covered += span.right - span.left;
        double letters = 0;
        for (int i = from; i < to; ++i)
            letters += std::abs(line.cursorToX(i, QTextLine::Trailing) - line.cursorToX(i));
        QVERIFY(std::abs(covered - letters) < 0.5);
    }
};

PENNYWORTH_TEST(LineSpansTest)

#include "tst_linespans.moc"
