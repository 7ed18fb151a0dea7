// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/prompteditor.h"

#include "support/testregistry.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QUrl>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class PromptEditorTest : public QObject {
    Q_OBJECT

private slots:
    void sends_data()
    {
        QTest::addColumn<SendKey>("sendKey");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<bool>("isSent");
        const auto none = Qt::KeyboardModifiers(Qt::NoModifier);
        const auto shift = Qt::KeyboardModifiers(Qt::ShiftModifier);
        const auto control = Qt::KeyboardModifiers(Qt::ControlModifier);
        QTest::newRow("Enter sends") << SendKey::Enter << none << true;
        QTest::newRow("Shift+Enter breaks the line") << SendKey::Enter << shift << false;
        QTest::newRow("swapped: Enter breaks the line") << SendKey::ControlEnter << none << false;
        QTest::newRow("swapped: Ctrl+Enter sends") << SendKey::ControlEnter << control << true;
    }

    void sends()
    {
        QFETCH(SendKey, sendKey);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(bool, isSent);
        PromptEditor editor(sendKey);
        editor.insertPlainText(u"one"_s);
        QSignalSpy sent(&editor, &PromptEditor::sendRequested);
        QTest::keyClick(&editor, Qt::Key_Return, modifiers);
        QCOMPARE(sent.size(), isSent ? 1 : 0);
        QCOMPARE(editor.toPlainText(), isSent ? u"one"_s : u"one\n"_s);
        QCOMPARE(editor.document()->blockCount(), isSent ? 1 : 2);
    }

    void preEditNeverSends()
    {
        PromptEditor editor(SendKey::Enter);
        QSignalSpy sent(&editor, &PromptEditor::sendRequested);
        QInputMethodEvent composing(u"nihao"_s, {});
        QApplication::sendEvent(&editor, &composing);
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(sent.size(), 0);
        QInputMethodEvent done;
        done.setCommitString(u"你好"_s);
        QApplication::sendEvent(&editor, &done);
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(editor.toPlainText(), u"你好"_s);
    }

    void preEditNeverWalksThroughHistory()
    {
        PromptEditor editor(SendKey::Enter);
        QSignalSpy edit(&editor, &PromptEditor::editLastRequested);
        QSignalSpy history(&editor, &PromptEditor::historyRequested);
        QInputMethodEvent composing(u"ni"_s, {});
        QApplication::sendEvent(&editor, &composing);
        QTest::keyClick(&editor, Qt::Key_Up); // goes through the candidates
        QTest::keyClick(&editor, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(edit.size() + history.size(), 0);
    }

    void takesFilesThatAreDropped()
    {
        PromptEditor editor(SendKey::Enter);
        QSignalSpy files(&editor, &PromptEditor::filesGiven);
        auto *source = new QMimeData; // the clipboard owns it
        source->setUrls({QUrl::fromLocalFile(u"/tmp/a b.txt"_s)});
        source->setText(u"file:///tmp/a%20b.txt"_s);
        QApplication::clipboard()->setMimeData(source);
        editor.paste();
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.constFirst().constFirst().toStringList(), QStringList(u"/tmp/a b.txt"_s));
        QVERIFY(editor.toPlainText().isEmpty());
    }

    void handsOnWhatIsLong()
    {
        PromptEditor editor(SendKey::Enter);
        QSignalSpy pasted(&editor, &PromptEditor::longTextPasted);
        QApplication::clipboard()->setText(u"x"_s.repeated(PromptEditor::kLongText - 1));
        editor.paste();
        QCOMPARE(pasted.size(), 0);
        QCOMPARE(editor.toPlainText().size(), PromptEditor::kLongText - 1);
        QApplication::clipboard()->setText(u"x"_s.repeated(PromptEditor::kLongText));
        editor.paste();
        QCOMPARE(pasted.size(), 1);
    }

    void growsWithItsTextUpToTheLimit()
    {
        PromptEditor editor(SendKey::Enter);
        editor.resize(400, 100);
        editor.show();
        editor.setHeightLimit(200);
        const int oneLine = editor.sizeHint().height();
        editor.setPlainText(u"a\nb\nc"_s);
        const int threeLines = editor.sizeHint().height();
        QVERIFY(threeLines > 2 * oneLine);
        editor.setPlainText(u"x\n"_s.repeated(100));
        QCOMPARE(editor.sizeHint().height(), 200);
        editor.clear();
        QCOMPARE(editor.sizeHint().height(), oneLine);
    }

    void pastesPlainText()
    {
        PromptEditor editor(SendKey::Enter);
        auto *source = new QMimeData; // the clipboard owns it
        source->setHtml(u"<h1>Loud</h1>"_s);
        source->setText(u"Quiet"_s);
        QApplication::clipboard()->setMimeData(source);
        editor.paste();
        QCOMPARE(editor.toPlainText(), u"Quiet"_s);
        QCOMPARE(editor.document()->firstBlock().charFormat().fontPointSize(), 0.0);
    }
};

PENNYWORTH_TEST(PromptEditorTest)

#include "tst_prompteditor.moc"
