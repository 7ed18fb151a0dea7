// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/messagemenu.h"

#include <QPointer>

using namespace pennyworth;
using namespace Qt::StringLiterals;

class MessageMenuTest : public QObject {
    Q_OBJECT

private slots:
    void aReplyOffersAllThatApplies()
    {
        MessageRow row = test::answer(2, u"text"_s, MessageStatus::Interrupted);
        row.actions.canContinue = true;
        const MessageMenu menu(row, {.canChange = true, .hasRequests = true}, nullptr);
        QCOMPARE(namesOf(menu),
            QStringList({u"copyMessage"_s, u"copyMarkdown"_s, u"copyPlain"_s, u"copyHtml"_s,
                u"selectAll"_s, u"quote"_s, u"continueReply"_s, u"regenerate"_s, u"branchHere"_s,
                u"showFigures"_s, u"showExchange"_s, u"deleteMessage"_s}));
    }

    void aPromptCanBeEdited()
    {
        const MessageMenu menu(
            test::prompt(1, u"why?"_s), {.hasSelection = true, .canChange = true}, nullptr);
        QCOMPARE(namesOf(menu),
            QStringList({u"copySelection"_s, u"copyMessage"_s, u"copyMarkdown"_s, u"copyPlain"_s,
                u"copyHtml"_s, u"selectAll"_s, u"quote"_s, u"editMessage"_s, u"regenerate"_s,
                u"branchHere"_s, u"deleteMessage"_s}));
    }

    void whileSomethingIsUnderWayNothingIsDeleted()
    {
        const MessageMenu menu(test::answer(2, u"text"_s), {}, nullptr);
        QVERIFY(!actionOf(menu, "deleteMessage")->isEnabled());
        QVERIFY(!actionOf(menu, "regenerate")->isEnabled());
        QVERIFY(actionOf(menu, "copyMessage")->isEnabled());
    }

    void saysWhatWasChosen()
    {
        MessageMenu menu(test::answer(2, u"text"_s), {.canChange = true}, nullptr);
        const QSignalSpy chosen(&menu, &MessageMenu::chosen);
        actionOf(menu, "copyHtml")->trigger();
        actionOf(menu, "deleteMessage")->trigger();
        QCOMPARE(chosen.at(0).first().value<MessageAction>(), MessageAction::CopyHtml);
        QCOMPARE(chosen.at(1).first().value<MessageAction>(), MessageAction::Delete);
    }

private:
    static void collect(const QMenu &menu, QStringList &names)
    {
        const QList<QAction *> actions = menu.actions();
        for (const QAction *action : actions) {
            if (action->menu())
                collect(*action->menu(), names);
            else if (!action->isSeparator())
                names += action->objectName();
        }
    }

    static QStringList namesOf(const QMenu &menu)
    {
        QStringList names;
        collect(menu, names);
        return names;
    }

    static QAction *actionOf(const QMenu &menu, const char *name)
    {
        auto *found = menu.findChild<QAction *>(QLatin1StringView(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
};

PENNYWORTH_TEST(MessageMenuTest)

#include "tst_messagemenu.moc"
