// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer.h"

#include "chat/workspace.h"
#include "composer/prompteditor.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ComposerTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_themed = std::make_unique<Themed>();
        m_room = std::make_unique<ChatRoom>();
        m_workspace = std::make_unique<Workspace>(m_room->services());
        m_composer = std::make_unique<Composer>(m_themed->theme, m_themed->settings, *m_workspace);
        m_session = m_workspace->newSession(flashSettings());
        m_composer->setSession(m_session);
        m_composer->resize(600, 120);
        m_composer->show();
        m_editor = child<PromptEditor>(*m_composer, "composer");
        m_send = child<QPushButton>(*m_composer, "sendButton");
        m_stop = child<QPushButton>(*m_composer, "stopButton");
    }

    void cleanup()
    {
        m_composer.reset();
        m_workspace.reset();
        m_room.reset();
    }

    void enterSends()
    {
        QCOMPARE(m_editor->placeholderText(), u"Message deepseek-flash…"_s);
        QVERIFY(!m_send->isEnabled());
        QTest::keyClicks(m_editor, u" Why?  "_s);
        QVERIFY(m_send->isEnabled());
        QTest::keyClick(m_editor, Qt::Key_Return);
        QTRY_COMPARE(m_room->transport.posts().size(), 1);
        QCOMPARE(messageAt(*m_session, 0).text, u"Why?"_s);
        QVERIFY(m_editor->toPlainText().isEmpty());
    }

    void nothingIsNotSent()
    {
        QTest::keyClicks(m_editor, u"   "_s);
        QTest::keyClick(m_editor, Qt::Key_Return);
        QCOMPARE(m_editor->toPlainText(), u"   "_s);
        QVERIFY(!m_session->isBusy());
    }

    void whileAReplyStreamsTheButtonStops()
    {
        QTest::keyClicks(m_editor, u"Why?"_s);
        m_send->click();
        QTRY_VERIFY(m_stop->isVisible());
        QVERIFY(!m_send->isVisible());
        QTest::keyClicks(m_editor, u"And then?"_s);
        QTest::keyClick(m_editor, Qt::Key_Return);
        QCOMPARE(m_editor->toPlainText(), u"And then?"_s); // waits for its turn
        QTest::mouseClick(m_stop, Qt::LeftButton);
        QTRY_VERIFY(m_send->isVisible());
        QCOMPARE(m_room->transport.posts().size(), 1);
    }

    void whatWasRefusedComesBack()
    {
        GenerationSettings settings = flashSettings();
        settings.provider = u"nowhere"_s;
        m_session->setSettings(settings);
        QTest::keyClicks(m_editor, u"Why?"_s);
        QTest::keyClick(m_editor, Qt::Key_Return);
        QTRY_COMPARE(m_editor->toPlainText(), u"Why?"_s);
    }

    void whatIsSentIsADraftUntilItIsInTheConversation()
    {
        QTest::keyClicks(m_editor, u"Why?"_s);
        QTest::keyClick(m_editor, Qt::Key_Return);
        QVERIFY(m_editor->toPlainText().isEmpty());
        QCOMPARE(m_session->draft(), u"Why?"_s); // also if the program ends here
        QTest::keyClicks(m_editor, u"And"_s);
        m_composer->keepDraft();
        QTRY_COMPARE(m_room->transport.posts().size(), 1);
        QTRY_COMPARE(m_session->draft(), u"And"_s);
        QCOMPARE(m_editor->toPlainText(), u"And"_s);
    }

    void whatIsWrittenWhileItIsSentStaysWithAnotherOneShown()
    {
        QTest::keyClicks(m_editor, u"Why?"_s);
        QTest::keyClick(m_editor, Qt::Key_Return);
        QTest::keyClicks(m_editor, u"And"_s);
        m_composer->setSession(nullptr);
        QTRY_COMPARE(m_room->transport.posts().size(), 1);
        QVERIFY(m_session->draft().contains(u"And"_s));
        QTRY_VERIFY(
            awaited(m_room->store->conversation(m_session->id()))->draft.contains(u"And"_s));
    }

    void draftsStayWithTheirConversation()
    {
        QTest::keyClicks(m_editor, u"half a thou"_s);
        ChatSession *other = m_workspace->newSession(flashSettings());
        m_composer->setSession(other);
        QVERIFY(m_editor->toPlainText().isEmpty());
        QCOMPARE(m_session->draft(), u"half a thou"_s);
        m_composer->setSession(m_session);
        QCOMPARE(m_editor->toPlainText(), u"half a thou"_s);
    }

    void whatIsTypedBeforeThereIsAConversationStays()
    {
        m_composer->setSession(nullptr);
        QTest::keyClicks(m_editor, u"early"_s);
        m_composer->setSession(m_session);
        QCOMPARE(m_editor->toPlainText(), u"early"_s);
    }

    void thinkingIsOfferedWhereTheModelTakesIt()
    {
        auto *thinking = child<QPushButton>(*m_composer, "thinkingButton");
        QVERIFY(thinking->isVisible());
        GenerationSettings settings = m_session->settings();
        settings.model = u"something-else"_s;
        m_session->setSettings(settings);
        QVERIFY(!thinking->isVisible());
    }

    void estimatesTheWholePrompt()
    {
        const auto *estimate = child<QLabel>(*m_composer, "estimateLine");
        QVERIFY(estimate->text().isEmpty());
        QTest::keyClicks(m_editor, u"0123456789"_s);
        QCOMPARE(estimate->text(), u"≈ 3 tokens · cost unknown"_s);
        QCOMPARE(estimate->accessibleDescription(), estimate->text());
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report({.prompt = 3000, .completion = 500, .reasoning = 400});
            stream.complete();
        });
        QTest::keyClick(m_editor, Qt::Key_Return);
        // Reasoning is not sent again.
        QTRY_COMPARE(estimate->text(), u"≈ 3,100 tokens · 2,944 cached likely · cost unknown"_s);
    }

    void theEstimateHasTheCostOnceThereIsAPrice()
    {
        const auto *estimate = child<QLabel>(*m_composer, "estimateLine");
        setQuote();
        QTest::keyClicks(m_editor, u"0123456789"_s);
        QCOMPARE(estimate->text(), u"≈ 3 tokens · $0.000060 – 0.00090"_s);
        QVERIFY(estimate->toolTip().contains(u"100 to 1,500 tokens assumed"_s));
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report({.prompt = 3000, .completion = 500});
            stream.complete();
        });
        QTest::keyClick(m_editor, Qt::Key_Return);
        QTRY_COMPARE(estimate->text(), u"≈ 3,500 tokens · 3,456 cached likely · ≈ $0.00032"_s);
        QVERIFY(estimate->toolTip().contains(u"of the last 1 "_s));
    }

    void theContextIsShownFromSeventyPerCent()
    {
        const auto *estimate = child<QLabel>(*m_composer, "estimateLine");
        const auto *notice = child<QWidget>(*m_composer, "contextNotice");
        answerWithUsage(699'000);
        QTest::keyClicks(m_editor, u"Why?"_s);
        QTest::keyClick(m_editor, Qt::Key_Return);
        QTRY_VERIFY(estimate->text().startsWith(u"≈ 699,500"_s));
        QVERIFY(!estimate->text().contains(u"context"_s));
        answerWithUsage(720'000);
        sendAgain();
        QTRY_VERIFY(estimate->text().endsWith(u"context 72 % full"_s));
        QVERIFY(notice->isHidden());
        answerWithUsage(995'000);
        sendAgain();
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(child<QLabel>(*m_composer, "contextWords")->text(),
            u"The model's context is 99 % full: the answer may not fit any more."_s);
        QSignalSpy fresh(m_composer.get(), &Composer::freshStartRequested);
        QSignalSpy leaveOut(m_composer.get(), &Composer::leaveOutRequested);
        child<QPushButton>(*m_composer, "startFreshButton")->click();
        child<QPushButton>(*m_composer, "leaveOutButton")->click();
        QCOMPARE(fresh.size(), 1);
        QCOMPARE(leaveOut.size(), 1);
    }

    void theTemperatureIsOfferedWhereTheModelTakesIt()
    {
        auto *temperature = child<QPushButton>(*m_composer, "temperatureButton");
        QVERIFY(!temperature->isVisible()); // it thinks
        GenerationSettings settings = m_session->settings();
        settings.thinking = Thinking::Off;
        m_session->setSettings(settings);
        QVERIFY(temperature->isVisible());
        QCOMPARE(temperature->text(), u"Temperature"_s);
        temperature->menu()->actions().at(1)->trigger();
        QCOMPARE(m_session->settings().temperatureHundredths, 0);
        QCOMPARE(temperature->text(), u"Coding – 0.0"_s);
        QCOMPARE(m_session->settings().thinking, Thinking::Off);
        settings.provider = u"openai"_s;
        m_session->setSettings(settings);
        QVERIFY(!temperature->isVisible()); // these figures are DeepSeek's
    }

    void altUpWalksThroughEarlierPrompts()
    {
        ask(u"First?"_s);
        ask(u"Second?"_s);
        QTest::keyClicks(m_editor, u"Th"_s);
        QTest::keyClick(m_editor, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_editor->toPlainText(), u"Second?"_s);
        QTest::keyClick(m_editor, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(m_editor, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_editor->toPlainText(), u"First?"_s);
        QTest::keyClick(m_editor, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(m_editor, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_editor->toPlainText(), u"Th"_s);
    }

    void theHistoryGoesOnBehindALongPrompt()
    {
        ask(u"First?"_s);
        ask(u"long line "_s.repeated(2000).trimmed());
        QTest::keyClicks(m_editor, u"Th"_s);
        QTest::keyClick(m_editor, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(chips().size(), 1);
        QTest::keyClick(m_editor, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_editor->toPlainText(), u"First?"_s);
        QTest::keyClick(m_editor, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(m_editor, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_editor->toPlainText(), u"Th"_s);
        QTRY_VERIFY(chips().isEmpty());
    }

    void upWhereNothingIsWrittenEditsTheLastPrompt()
    {
        QSignalSpy edit(m_composer.get(), &Composer::editLastRequested);
        QTest::keyClick(m_editor, Qt::Key_Up);
        QCOMPARE(edit.size(), 1);
        QTest::keyClicks(m_editor, u"x"_s);
        QTest::keyClick(m_editor, Qt::Key_Up);
        QCOMPARE(edit.size(), 1);
    }

    void aLongPasteGoesBesideTheText()
    {
        paste(u"long line "_s.repeated(100'000));
        QVERIFY(m_editor->toPlainText().isEmpty());
        QCOMPARE(chips().size(), 1);
        QCOMPARE(chips().constFirst()->accessibleName(), u"Pasted text"_s);
        QVERIFY(m_send->isEnabled());
        QVERIFY(child<QLabel>(*m_composer, "estimateLine")->text().startsWith(u"≈ 300,000"_s));
        QTest::keyClicks(m_editor, u"Sum up:"_s);
        QTest::keyClick(m_editor, Qt::Key_Return);
        QTRY_COMPARE(m_room->transport.posts().size(), 1);
        QVERIFY(messageAt(*m_session, 0).text.startsWith(u"Sum up:\n\nlong line"_s));
        QVERIFY(chips().isEmpty());
    }

    void filesGoWithThePrompt()
    {
        m_composer->attachFiles({file("notes.md", "# Notes\n"), file("a.cpp", "int a;\n")});
        QTRY_COMPARE(chips().size(), 2);
        QTest::keyClicks(m_editor, u"Read:"_s);
        chips().constFirst()->findChild<QPushButton *>()->click();
        QTRY_COMPARE(chips().size(), 1);
        QTest::keyClick(m_editor, Qt::Key_Return);
        QTRY_COMPARE(m_room->transport.posts().size(), 1);
        QCOMPARE(messageAt(*m_session, 0).text.count(u"```"_s), 2);
    }

    void sendingWaitsForFiles()
    {
        m_composer->attachFiles({file("notes.md", "# Notes\n")});
        QTest::keyClicks(m_editor, u"Read:"_s);
        QTest::keyClick(m_editor, Qt::Key_Return); // while it is being read
        QTRY_COMPARE(m_room->transport.posts().size(), 1);
        QVERIFY(messageAt(*m_session, 0).text.contains(u"# Notes"_s));
        QVERIFY(chips().isEmpty());
    }

    void aFileStaysWithTheConversationItWasGivenTo()
    {
        m_composer->attachFiles({file("notes.md", "# Notes\n")});
        ChatSession *other = m_workspace->newSession(flashSettings());
        other->setDraft({});
        m_composer->setSession(other);
        QTRY_VERIFY(m_session->draft().contains(u"# Notes"_s));
        QVERIFY(chips().isEmpty());
        m_composer->setSession(m_session);
        QTRY_COMPARE(chips().size(), 1);
    }

    void whatIsNoTextIsRefusedInASentence()
    {
        auto *remark = child<QLabel>(*m_composer, "composerRemark");
        m_composer->attachFiles({file("cat.png", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10))});
        QTRY_VERIFY(remark->isVisible());
        QCOMPARE(remark->text(), u"“cat.png” is not text. Only text files can go with a prompt."_s);
        QVERIFY(chips().isEmpty());
        QTest::keyClicks(m_editor, u"x"_s);
        QVERIFY(!remark->isVisible());
    }

    void attachmentsBelongToTheDraft()
    {
        m_composer->attachFiles({file("notes.md", "# Notes\n")});
        QTRY_COMPARE(chips().size(), 1);
        ChatSession *other = m_workspace->newSession(flashSettings());
        other->setDraft({});
        m_composer->setSession(other);
        QTRY_VERIFY(chips().isEmpty());
        m_composer->setSession(m_session);
        QTRY_COMPARE(chips().size(), 1);
    }

    void whatWasRefusedComesBackWithItsFiles()
    {
        GenerationSettings settings = flashSettings();
        settings.provider = u"nowhere"_s;
        m_session->setSettings(settings);
        m_composer->attachFiles({file("notes.md", "# Notes\n")});
        QTRY_COMPARE(chips().size(), 1);
        QTest::keyClicks(m_editor, u"Why?"_s);
        QTest::keyClick(m_editor, Qt::Key_Return);
        QVERIFY(m_editor->toPlainText().isEmpty());
        QTRY_COMPARE(m_editor->toPlainText(), u"Why?"_s);
        QTRY_COMPARE(chips().size(), 1);
    }

    void everyControlHasAName()
    {
        for (const QWidget *widget : m_composer->findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    void setQuote()
    {
        m_composer->setRate({}, {},
            m_room->prices.quote(u"deepseek"_s, u"deepseek-flash"_s, m_room->clock.now(), kUsd)
                .value());
    }

    void answerWithUsage(qint64 prompt)
    {
        m_room->transport.setScript([prompt](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report({.prompt = prompt, .completion = 500});
            stream.complete();
        });
    }

    void sendAgain()
    {
        QTRY_VERIFY(m_send->isVisible());
        QTest::keyClicks(m_editor, u"And?"_s);
        QTest::keyClick(m_editor, Qt::Key_Return);
    }

    void ask(const QString &prompt)
    {
        answerWithUsage(100);
        QTest::keyClicks(m_editor, prompt);
        QSignalSpy finished(m_session, &ChatSession::replyFinished);
        QTest::keyClick(m_editor, Qt::Key_Return);
        QVERIFY(finished.wait());
    }

    void paste(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        m_editor->paste();
    }

    QString file(const char *name, const QByteArray &bytes)
    {
        const QString path = m_room->home.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return path;
    }

    [[nodiscard]] QList<QWidget *> chips() const
    {
        QList<QWidget *> shown = m_composer->findChildren<QWidget *>(u"attachment"_s);
        shown.removeIf([](const QWidget *chip) { return chip->isHidden(); });
        return shown;
    }

    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Composer> m_composer;
    ChatSession *m_session = nullptr;
    PromptEditor *m_editor = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_stop = nullptr;
};

PENNYWORTH_TEST(ComposerTest)

#include "tst_composer.moc"
