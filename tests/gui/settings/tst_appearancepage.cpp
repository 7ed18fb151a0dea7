// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/appearancepage.h"

#include "support/testregistry.h"
#include "support/themed.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// Each choice is kept at once and shown again by the next page.
class AppearancePageTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_themed = std::make_unique<Themed>();
        m_page = std::make_unique<AppearancePage>(m_themed->theme, m_themed->settings);
        m_page->show();
    }

    void cleanup()
    {
        m_page.reset();
        m_themed.reset();
    }

    void theThemeIsChosen()
    {
        choose("themeChoice", u"Dark"_s);
        QCOMPARE(m_themed->theme.palette(), Palette::dark());
        QCOMPARE(m_themed->settings.theme(), ThemeChoice::Dark);
    }

    void densityTextSizeAndSendKeyAreKept()
    {
        const QSignalSpy changed(m_page.get(), &AppearancePage::changed);
        choose("densityChoice", u"Compact"_s);
        choose("sendKeyChoice", u"Ctrl+Enter"_s);
        child<QSpinBox>(*m_page, "textZoom")->setValue(140);
        QCOMPARE(m_themed->theme.density(), Density::Compact);
        QCOMPARE(m_themed->settings.density(), Density::Compact);
        QCOMPARE(m_themed->settings.sendKey(), SendKey::ControlEnter);
        QCOMPARE(m_themed->settings.textZoom(), 140);
        QCOMPARE(changed.count(), 2);

        const AppearancePage again(m_themed->theme, m_themed->settings);
        QCOMPARE(again.findChild<QComboBox *>(u"densityChoice"_s)->currentText(), u"Compact"_s);
        QCOMPARE(again.findChild<QComboBox *>(u"sendKeyChoice"_s)->currentText(), u"Ctrl+Enter"_s);
    }

    void howCodeIsShownIsKept()
    {
        const QSignalSpy changed(m_page.get(), &AppearancePage::changed);
        child<QCheckBox>(*m_page, "wrapCode")->click();
        child<QCheckBox>(*m_page, "numberCode")->click();
        QCOMPARE(changed.count(), 2);
        QVERIFY(m_themed->settings.isCodeWrapped());
        QVERIFY(m_themed->settings.hasCodeNumbers());
        const AppearancePage again(m_themed->theme, m_themed->settings);
        QVERIFY(again.findChild<QCheckBox *>(u"wrapCode"_s)->isChecked());
        QVERIFY(again.findChild<QCheckBox *>(u"numberCode"_s)->isChecked());
    }

    void aZoomByKeysIsShownWhenThePageIs()
    {
        m_page->hide();
        m_themed->settings.setTextZoom(170);
        m_page->show();
        QCOMPARE(child<QSpinBox>(*m_page, "textZoom")->value(), 170);
    }

    void anotherLanguageOffersARestart()
    {
        auto *restart = child<QPushButton>(*m_page, "restartButton");
        QVERIFY(!restart->isVisible());
        choose("languageChoice", u"简体中文"_s);
        QCOMPARE(m_themed->settings.language(), u"zh_CN"_s);
        QVERIFY(restart->isVisible());
        QSignalSpy restarts(m_page.get(), &AppearancePage::restartRequested);
        restart->click();
        QCOMPARE(restarts.size(), 1);
        choose("languageChoice", u"As the desktop"_s);
        QVERIFY(!restart->isVisible());
    }

private:
    void choose(const char *name, const QString &text)
    {
        auto *box = child<QComboBox>(*m_page, name);
        const int index = box->findText(text);
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }

    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<AppearancePage> m_page;
};

PENNYWORTH_TEST(AppearancePageTest)

#include "tst_appearancepage.moc"
