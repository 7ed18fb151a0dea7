// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/conversationmenu.h"

#include "chat/workspace.h"
#include "composer/parametersdialog.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QPlainTextEdit>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ConversationMenuTest : public QObject {
    Q_OBJECT

private slots:
    void marksParametersThatAreNotTheUsualOnes()
    {
        ChatRoom room;
        Workspace workspace(room.services());
        ConversationMenu menu(m_themed.theme, workspace);
        const auto *mark = child<QPushButton>(menu, "parametersMark");
        ChatSession *session = workspace.newSession(flashSettings());
        menu.setSession(session);
        QVERIFY(mark->isHidden());
        menu.openParameters();
        auto *dialog = child<ParametersDialog>(menu, "parametersDialog");
        child<QPlainTextEdit>(*dialog, "systemPrompt")->setPlainText(u"Be brief."_s);
        child<QPushButton>(*dialog, "useParameters")->click();
        QCOMPARE(session->settings().systemPrompt, u"Be brief."_s);
        QVERIFY(!mark->isHidden());
        QCOMPARE(mark->accessibleName(), u"Own parameters: System prompt"_s);
        session->setSettings(flashSettings());
        QVERIFY(mark->isHidden());
    }

private:
    Themed m_themed;
};

PENNYWORTH_TEST(ConversationMenuTest)

#include "tst_conversationmenu.moc"
