// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/settings.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void startsWithDefaults()
    {
        const Settings settings(m_folder.filePath(u"none.ini"_s));
        QCOMPARE(settings.theme(), ThemeChoice::Desktop);
        QCOMPARE(settings.sendKey(), SendKey::Enter);
        QCOMPARE(settings.textZoom(), 100);
        QVERIFY(!settings.isCodeWrapped());
        QVERIFY(!settings.hasCodeNumbers());
        QVERIFY(settings.codeFolder().isEmpty());
        QCOMPARE(settings.density(), Density::Comfortable);
        QCOMPARE(settings.notifications(), Notifications::TitleOnly);
        QVERIFY(settings.language().isEmpty());
        QVERIFY(settings.isSidebarShown());
        QVERIFY(settings.isPricingPanelShown());
        QVERIFY(!settings.lastConversation().isValid());
    }

    void remembersOverRestarts()
    {
        const QString file = m_folder.filePath(u"kept/settings.ini"_s);
        {
            Settings settings(file);
            settings.setTheme(ThemeChoice::HighContrast);
            settings.setDesktopTheme(ThemeChoice::Dark);
            settings.setLanguage(u"zh_CN"_s);
            settings.setSendKey(SendKey::ControlEnter);
            settings.setTextZoom(500);
            settings.setCodeWrapped(true);
            settings.setCodeNumbers(true);
            settings.setCodeFolder(u"/somewhere"_s);
            settings.setDensity(Density::Compact);
            settings.setNotifications(Notifications::WithText);
            settings.setProviderAndModel(u"deepseek"_s, u"deepseek-flash"_s);
            settings.setWindowGeometry("geometry");
            settings.setSidebarWidth(250);
            settings.setPricingPanelWidth(270);
            settings.setSidebarShown(false);
            settings.setPricingPanelShown(false);
            settings.setLastConversation({42});
        }
        const Settings settings(file);
        QCOMPARE(settings.theme(), ThemeChoice::HighContrast);
        QCOMPARE(settings.desktopTheme(), ThemeChoice::Dark);
        QCOMPARE(settings.language(), u"zh_CN"_s);
        QCOMPARE(settings.sendKey(), SendKey::ControlEnter);
        QCOMPARE(settings.textZoom(), 300);
        QVERIFY(settings.isCodeWrapped());
        QVERIFY(settings.hasCodeNumbers());
        QCOMPARE(settings.codeFolder(), u"/somewhere"_s);
        QCOMPARE(settings.density(), Density::Compact);
        QCOMPARE(settings.notifications(), Notifications::WithText);
        QCOMPARE(settings.provider(), u"deepseek"_s);
        QCOMPARE(settings.model(), u"deepseek-flash"_s);
        QCOMPARE(settings.windowGeometry(), "geometry");
        QCOMPARE(settings.sidebarWidth(), 250);
        QCOMPARE(settings.pricingPanelWidth(), 270);
        QVERIFY(!settings.isSidebarShown());
        QVERIFY(!settings.isPricingPanelShown());
        QCOMPARE(settings.lastConversation(), ConversationId{42});
    }

    void takesNonsenseForTheDefault()
    {
        const QString file = m_folder.filePath(u"nonsense.ini"_s);
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(
            "[appearance]\ntheme=mauve\n[composer]\nsendKey=7\n[window]\nlastConversation=x\n");
        written.close();
        const Settings settings(file);
        QCOMPARE(settings.theme(), ThemeChoice::Desktop);
        QCOMPARE(settings.sendKey(), SendKey::Enter);
        QVERIFY(!settings.lastConversation().isValid());
    }

private:
    QTemporaryDir m_folder;
};

PENNYWORTH_TEST(SettingsTest)

#include "tst_settings.moc"
