// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer.h"

#include "chat/workspace.h"
#include "composer/prompteditor.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QLabel>
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
        QCOMPARE(estimate->text(), u"≈ 3 tokens"_s);
        QCOMPARE(estimate->accessibleDescription(), u"≈ 3 tokens"_s);
        m_room->transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report({.prompt = 3000, .completion = 500, .reasoning = 400});
            stream.complete();
        });
        QTest::keyClick(m_editor, Qt::Key_Return);
        QTRY_COMPARE(estimate->text(), u"≈ 3,100 tokens"_s); // reasoning is not sent again
    }

    void everyControlHasAName()
    {
        for (const QWidget *widget : m_composer->findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
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
