// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/textcolumn.h"
#include "transcriptstage.h"

#include <QFont>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000; // ms; a slow machine under a sanitizer

QString longText()
{
    return test::sampleDocument().repeated(20) + u"\n\nThe very end."_s;
}

} // namespace

/// Messages that take too long to be read at once.
class LongTextsTest : public QObject {
    Q_OBJECT

private slots:
    void readsByPartsWhatIsRead()
    {
        QFont body;
        body.setPixelSize(14);
        const TranscriptStyle style = transcriptStyle(Palette::light(), body, body, body);
        TextColumn column(style, SoftBreaks::Spaces);
        column.setText(longText());
        int parts = 0;
        for (; column.isReading(); ++parts) {
            QVERIFY(column.isBlank());
            QCOMPARE(column.text().size(), longText().size());
            column.readOn();
        }
        QVERIFY(parts > 5);
        const std::vector<MarkdownBlock> whole = parseMarkdown(longText());
        QVERIFY(std::ranges::equal(
            column.markdown(), whole, {}, &MarkdownBlock::node, &MarkdownBlock::node));
        QCOMPARE(column.text(), longText());
        QVERIFY(column.layOut(600) > 1000);
    }

    void staysAtTheEnd()
    {
        test::TranscriptStage stage;
        stage.model().setRows({test::prompt(1, u"Tell me"_s), test::answer(2, longText())});
        stage.view().grab();
        QVERIFY(!stage.view().isRead(1));
        QVERIFY(stage.view().follows());
        QTRY_VERIFY_WITH_TIMEOUT(stage.view().isRead(1), kPatience);
        stage.view().grab();
        QVERIFY(stage.view().follows());
        const QPoint end = stage.placeOf(1, u"The very end."_s);
        QVERIFY(stage.view().viewport()->rect().contains(end));
    }

    void staysAtItsBeginning()
    {
        test::TranscriptStage stage;
        stage.model().setRows({test::prompt(1, u"Tell me"_s), test::answer(2, longText())});
        stage.view().grab();
        QTest::keyClick(&stage.view(), Qt::Key_Home);
        QTRY_VERIFY_WITH_TIMEOUT(stage.view().isRead(1), kPatience);
        stage.view().grab();
        QCOMPARE(stage.view().messageRect(0).top(), 8);
    }

    // Who has to know where something stands does not wait.
    void isReadWhereItMustBe()
    {
        test::TranscriptStage stage;
        stage.model().setRows({test::answer(2, longText())});
        stage.view().grab();
        QVERIFY(!stage.view().isRead(0));
        stage.view().selectAll();
        QVERIFY(stage.view().selection().plain.endsWith(u"The very end."_s));
        QVERIFY(stage.view().isRead(0));
    }

    void isReadAgainWhenItIsAnother()
    {
        test::TranscriptStage stage;
        stage.model().setRows({test::answer(2, longText())});
        stage.view().grab();
        stage.model().updateRow(test::answer(2, u"Short."_s));
        stage.view().grab();
        QVERIFY(stage.view().isRead(0));
        QCOMPARE(stage.view().blocks(0).size(), size_t(1));
        stage.model().setRows({});
        stage.view().grab();
    }
};

PENNYWORTH_TEST(LongTextsTest)

#include "tst_longtexts.moc"
