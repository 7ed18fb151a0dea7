// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/parametersdialog.h"

#include "api/providercatalog.h"
#include "support/chatroom.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class ParametersDialogTest : public QObject {
    Q_OBJECT

private slots:
    void bringsWhatWasDecided()
    {
        GenerationSettings settings = flashSettings();
        settings.thinking = Thinking::Off;
        ParametersDialog dialog(m_themed.theme, m_deepseek, settings, {}, nullptr);
        QSignalSpy chosen(&dialog, &ParametersDialog::chosen);
        child<QPlainTextEdit>(dialog, "systemPrompt")->setPlainText(u" Be brief. \n"_s);
        child<QCheckBox>(dialog, "hasTemperature")->click();
        child<QDoubleSpinBox>(dialog, "temperature")->setValue(0.3);
        child<QCheckBox>(dialog, "hasLimit")->click();
        child<QSpinBox>(dialog, "limit")->setValue(2048);
        child<QCheckBox>(dialog, "jsonMode")->click();
        child<QPushButton>(dialog, "useParameters")->click();
        QCOMPARE(chosen.size(), 1);
        settings.systemPrompt = u"Be brief."_s;
        settings.temperatureHundredths = 30;
        settings.maxTokens = 2048;
        settings.jsonMode = true;
        QCOMPARE(chosen.constFirst().constFirst().value<GenerationSettings>(), settings);
        QCOMPARE(differences(settings),
            (QStringList{
                u"System prompt"_s, u"Temperature 0.3"_s, u"At most 2,048 tokens"_s, u"JSON"_s}));
    }

    void resetLeavesEverythingToTheService()
    {
        GenerationSettings settings = flashSettings();
        settings.systemPrompt = u"Be brief."_s;
        settings.maxTokens = 2048;
        ParametersDialog dialog(m_themed.theme, m_deepseek, settings, {}, nullptr);
        QSignalSpy chosen(&dialog, &ParametersDialog::chosen);
        child<QPushButton>(dialog, "resetParameters")->click();
        child<QPushButton>(dialog, "useParameters")->click();
        QCOMPARE(chosen.constFirst().constFirst().value<GenerationSettings>(), flashSettings());
        QVERIFY(differences(flashSettings()).isEmpty());
        GenerationSettings usual = flashSettings(); // as chosen for all conversations
        usual.temperatureHundredths = 30;
        usual.systemPrompt = u"Be brief."_s;
        QVERIFY(differences(usual, usual).isEmpty());
        QCOMPARE(differences(flashSettings(), usual),
            (QStringList{u"System prompt"_s, u"Temperature"_s}));
    }

    void offersOnlyWhatTheModelTakes()
    {
        ParametersDialog thinking(m_themed.theme, m_deepseek, flashSettings(), {}, nullptr);
        QVERIFY(!child<QCheckBox>(thinking, "hasTemperature")->isEnabled());
        QCOMPARE(child<QSpinBox>(thinking, "limit")->maximum(), 384'000);
        Provider plain = m_deepseek;
        plain.takesJsonMode = false;
        ParametersDialog withoutJson(m_themed.theme, plain, flashSettings(), {}, nullptr);
        QVERIFY(child<QCheckBox>(withoutJson, "jsonMode")->isHidden());
    }

    void everyFieldHasAName()
    {
        ParametersDialog dialog(m_themed.theme, m_deepseek, flashSettings(), {}, nullptr);
        for (const QAbstractSpinBox *field : dialog.findChildren<QAbstractSpinBox *>())
            QVERIFY(!field->accessibleName().isEmpty());
    }

private:
    const Provider m_deepseek = *ProviderCatalog::builtIn()->find(u"deepseek"_s);
    Themed m_themed;
};

PENNYWORTH_TEST(ParametersDialogTest)

#include "tst_parametersdialog.moc"
