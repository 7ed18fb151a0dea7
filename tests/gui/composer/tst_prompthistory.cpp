// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/prompthistory.h"

#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class PromptHistoryTest : public QObject {
    Q_OBJECT

private slots:
    void goesBackAndForth()
    {
        const QStringList prompts{u"one"_s, u"two"_s};
        PromptHistory history;
        QCOMPARE(history.step(-1, prompts, u"own"_s), u"two"_s);
        QCOMPARE(history.step(-1, prompts, u"two"_s), u"one"_s);
        QVERIFY(!history.step(-1, prompts, u"one"_s));
        QCOMPARE(history.step(1, prompts, u"one"_s), u"two"_s);
        QCOMPARE(history.step(1, prompts, u"two"_s), u"own"_s);
        QVERIFY(!history.step(1, prompts, u"own"_s));
    }

    void whatIsChangedOnTheWayIsKept()
    {
        const QStringList prompts{u"one"_s, u"two"_s};
        PromptHistory history;
        QCOMPARE(history.step(-1, prompts, {}), u"two"_s);
        QCOMPARE(history.step(-1, prompts, u"two, changed"_s), u"two"_s);
        QCOMPARE(history.step(1, prompts, u"two"_s), u"two, changed"_s);
    }

    void withoutPromptsThereIsNoStep()
    {
        PromptHistory history;
        QVERIFY(!history.step(-1, {}, u"own"_s));
        QVERIFY(!history.step(1, {}, u"own"_s));
    }
};

PENNYWORTH_TEST(PromptHistoryTest)

#include "tst_prompthistory.moc"
