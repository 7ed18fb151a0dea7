// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/thinkingmenu.h"

#include "support/testregistry.h"
#include "support/themed.h"

#include <QMenu>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ThinkingMenuTest : public QObject {
    Q_OBJECT

private slots:
    void offersWhatTheModelTakes_data()
    {
        QTest::addColumn<Model>("model");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("nothing") << Model{} << QStringList{};
        QTest::newRow("on or off") << Model{.thinkingSwitch = ThinkingSwitch::ThinkingType}
                                   << QStringList{u"as the model does"_s, u"off"_s, u"on"_s};
        QTest::newRow("efforts") << Model{.thinkingSwitch = ThinkingSwitch::ThinkingType,
            .efforts = {Effort::Low, Effort::High, Effort::Max}}
                                 << QStringList{u"as the model does"_s, u"off"_s, u"low"_s,
                                        u"high"_s, u"max"_s};
    }

    void offersWhatTheModelTakes()
    {
        QFETCH(Model, model);
        QStringList texts;
        ThinkingMenu menu(m_themed.theme);
        menu.show(&model, Thinking::Default, Effort::Default);
        const QList<QAction *> actions = child<Button>(menu, "thinkingButton")->menu()->actions();
        for (const QAction *action : actions)
            texts += action->text();
        QTEST(texts, "texts");
        QCOMPARE(menu.isHidden(), texts.isEmpty());
    }

    void saysAndTakesTheChoice()
    {
        const Model model{
            .thinkingSwitch = ThinkingSwitch::ThinkingType, .efforts = {Effort::High, Effort::Max}};
        ThinkingMenu menu(m_themed.theme);
        menu.show(&model, Thinking::On, Effort::High);
        auto *button = child<Button>(menu, "thinkingButton");
        QCOMPARE(button->text(), u"Thinking: high"_s);
        QSignalSpy chosen(&menu, &ThinkingMenu::chosen);
        button->menu()->actions().constLast()->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(0).value<Thinking>(), Thinking::On);
        QCOMPARE(chosen.first().at(1).value<Effort>(), Effort::Max);
    }

private:
    Themed m_themed;
};

PENNYWORTH_TEST(ThinkingMenuTest)

#include "tst_thinkingmenu.moc"
