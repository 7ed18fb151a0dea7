// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/contextdialog.h"

#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QListWidget>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ContextDialogTest : public QObject {
    Q_OBJECT

private slots:
    void choosesThePromptFromWhichOnIsSent()
    {
        ChatRoom room;
        room.transport.setScript([](ScriptedStream &stream, int) {
            stream.leave();
            stream.say(u"Well."_s);
            stream.report({.prompt = 800'000, .completion = 300'000});
            stream.complete();
        });
        ChatSession session(room.services(), flashSettings(), Keep::Conversation);
        for (const QString &prompt : {u"First?"_s, u"Second?"_s, u"Third?"_s, u"Fourth?"_s})
            QVERIFY(!sendAndWait(session, prompt));
        Estimator estimator(room.services());
        estimator.setSession(&session);
        ContextDialog dialog(m_themed.theme, session, estimator, nullptr);
        auto *points = child<QListWidget>(dialog, "contextPoints");
        QCOMPARE(points->count(), 3); // the first one leaves nothing out
        QVERIFY(points->item(0)->text().startsWith(u"Second?\n≈ 900,0"_s));
        QVERIFY(points->item(0)->text().endsWith(u"90 %"_s));
        // The first one that leaves half of the context free is offered.
        QCOMPARE(points->currentRow(), 2);
        QSignalSpy chosen(&dialog, &ContextDialog::chosen);
        child<QPushButton>(dialog, "useContextPoint")->click();
        QCOMPARE(chosen.constFirst().constFirst().value<MessageId>(), session.branch().at(6));
    }

private:
    Themed m_themed;
};

PENNYWORTH_TEST(ContextDialogTest)

#include "tst_contextdialog.moc"
