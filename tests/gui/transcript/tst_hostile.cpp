// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/textcolumn.h"
#include "transcriptstage.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

QString fileText(const QString &name)
{
    QFile file(QStringLiteral(PENNYWORTH_SOURCE_DIR "/tests/data/hostile/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a file of tests/data/hostile cannot be read");
    return QString::fromUtf8(file.readAll());
}

QString wideTable(int columns, int rows)
{
    QString text =
        u"|"_s + u" head |"_s.repeated(columns) + u"\n|"_s + u"---|"_s.repeated(columns) + u'\n';
    for (int row = 0; row < rows; ++row)
        text += u"|"_s + u" cell |"_s.repeated(columns) + u'\n';
    return text;
}

} // namespace

/// Texts that are meant to harm. They are shown, scrolled, selected and streamed; of what is large
/// only what is near the view is laid out.
class HostileTest : public QObject {
    Q_OBJECT

private slots:
    void survives_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("HTML") << fileText(u"html.md"_s);
        QTest::newRow("direction controls") << fileText(u"bidi.md"_s);
        QTest::newRow("zero width") << fileText(u"zerowidth.md"_s);
        QTest::newRow("a line of 100,000 letters") << u"x"_s.repeated(100'000);
        QTest::newRow("a line of 100,000 letters in code")
            << u"```\n"_s + u"x"_s.repeated(100'000) + u"\n```"_s;
        QTest::newRow("quotes 500 deep") << u">"_s.repeated(500) + u" inside"_s;
        QTest::newRow("lists 300 deep") << nestedLists(300);
        QTest::newRow("200 columns") << wideTable(200, 30);
        QTest::newRow("2,000 rows") << wideTable(4, 2000);
        QTest::newRow("a paragraph of 1 MB") << u"words and *more* of them, "_s.repeated(40'000);
        QTest::newRow("a message of 1 MB") << test::sampleDocument().repeated(50);
        QTest::newRow("unpaired surrogates") << u"a"_s + QChar(0xD800) + u"b"_s + QChar(0xDC00);
        QTest::newRow("nulls") << u"a"_s + QChar(0) + u"b"_s;
        QTest::newRow("marks without end") << u"**_`[("_s.repeated(2000);
    }

    void survives()
    {
        QFETCH(QString, text);
        test::TranscriptStage stage;
        stage.model().setRows({test::prompt(1, text), test::answer(2, text)});
        stage.view().viewport()->repaint();
        stage.view().verticalScrollBar()->setValue(0);
        stage.view().viewport()->repaint();
        QTest::keyClick(&stage.view(), Qt::Key_PageDown);
        stage.view().selectAll();
        stage.view().viewport()->repaint();
        QVERIFY(!stage.view().selection().isEmpty());
    }

    void survivesBeingStreamed_data() { survives_data(); }

    void survivesBeingStreamed()
    {
        QFETCH(QString, text);
        const QString part = text.left(60'000);
        test::TranscriptStage stage;
        stage.model().setRows({test::answer(2, {}, MessageStatus::Streaming)});
        for (qsizetype at = 0; at < part.size(); at += 997) {
            stage.model().appendTail({2}, part.mid(at, 997), {});
            stage.view().refresh();
        }
        stage.model().updateRow(test::answer(2, part));
        stage.view().viewport()->repaint();
        QCOMPARE(stage.model().row(0).text, part);
    }

    void showsHtmlAsText()
    {
        test::TranscriptStage stage;
        stage.model().setRows({test::answer(1, fileText(u"html.md"_s))});
        QString shown;
        for (const PlacedBlock &block : stage.view().blocks(0))
            shown += block.layout->text() + u'\n';
        QVERIFY(shown.contains(u"<script>alert(1)</script>"_s));
        QVERIFY(shown.contains(u"<b onclick=\"x()\">bold</b>"_s));
        QVERIFY(shown.contains(u"<!-- a comment -->"_s));
        QVERIFY(shown.contains(u"display: none"_s));
    }

    void showsDirectionControls()
    {
        test::TranscriptStage stage;
        stage.model().setRows({test::answer(1, fileText(u"bidi.md"_s))});
        for (const PlacedBlock &block : stage.view().blocks(0)) {
            const QString text = block.layout->text();
            const bool isCode = block.kind == MarkdownKind::CodeBlock;
            QVERIFY(isCode || !text.contains(QChar(0x202E)));
        }
        // What is copied is what was written.
        stage.view().selectAll();
        QVERIFY(stage.view().selection().markdown.contains(QChar(0x202E)));
    }

    // Only what is near the view: the cost of a first look does not grow with the message.
    void laysOutOnlyWhatIsNear_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("most");
        QTest::newRow("a paragraph of 1 MB") << u"words and more of them, "_s.repeated(42'000) << 4;
        QTest::newRow("a message of 1 MB") << test::sampleDocument().repeated(50) << 80;
        QTest::newRow("2,000 rows") << wideTable(4, 2000) << 10;
    }

    void laysOutOnlyWhatIsNear()
    {
        QFETCH(QString, text);
        QFETCH(int, most);
        test::TranscriptStage stage;
        stage.model().setRows({test::answer(2, text)});
        stage.view().viewport()->repaint();
        const auto exact = [&stage] {
            return int(std::ranges::count_if(
                stage.view().blocks(0), [](const PlacedBlock &block) { return block.isExact; }));
        };
        QCOMPARE_LE(exact(), most);
        QCOMPARE_GT(int(stage.view().blocks(0).size()), most);
        stage.view().verticalScrollBar()->setValue(stage.view().verticalScrollBar()->maximum() / 2);
        stage.view().viewport()->repaint();
        QCOMPARE_LE(exact(), 2 * most);
    }

    // Heights above turn out different; what is read moves by exactly what was asked.
    void neverMovesTextInALongMessage()
    {
        test::TranscriptStage stage;
        stage.model().setRows({test::answer(2, test::sampleDocument().repeated(10))});
        stage.view().viewport()->repaint();
        stage.view().verticalScrollBar()->setValue(stage.view().verticalScrollBar()->maximum() / 2);
        stage.view().viewport()->repaint();
        for (int i = 0; i < 60; ++i) {
            const TextPosition read = stage.view().positionAt({400, 100});
            const qreal before = stage.view().rectInView(read).top();
            const int value = stage.view().verticalScrollBar()->value();
            const int step = i < 40 ? -150 : 130;
            stage.view().verticalScrollBar()->setValue(value + step);
            stage.view().viewport()->repaint();
            QVERIFY(std::abs(stage.view().rectInView(read).top() - before + step) <= 2);
        }
    }

private:
    static QString nestedLists(int depth)
    {
        QString text;
        for (int i = 0; i < depth; ++i)
            text += u"- "_s;
        return text + u"inside"_s;
    }
};

PENNYWORTH_TEST(HostileTest)

#include "tst_hostile.moc"
