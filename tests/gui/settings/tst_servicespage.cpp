// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/servicespage.h"

#include "chat/servicebook.h"
#include "chat/workspace.h"
#include "support/awaited.h"
#include "support/chatroom.h"
#include "support/quoted.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

/// The page of services over a scripted network, driven by names.
class ServicesPageTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_themed = std::make_unique<Themed>();
        m_room = std::make_unique<ChatRoom>();
        m_room->transport.setDocument(u"/models"_s,
            quoted("{'object':'list','data':[{'id':'deepseek-flash'},{'id':'deepseek-next'}]}"));
        m_room->transport.setDocument(
            u"/v1/models"_s, quoted("{'object':'list','data':[{'id':'qwen3'},{'id':'gemma'}]}"));
        m_room->transport.setDocument(u"/user/balance"_s,
            quoted("{'is_available':true,'balance_infos':[{'currency':'USD','total_balance':"
                   "'14.31','granted_balance':'0.00','topped_up_balance':'14.31'}]}"));
        m_book = std::make_unique<ServiceBook>(
            m_room->providers, m_room->home.filePath(u"services.json"_s));
        m_workspace = std::make_unique<Workspace>(m_room->services());
        m_page = std::make_unique<ServicesPage>(
            m_themed->theme, m_themed->settings, *m_workspace, *m_book);
        m_page->resize(700, 600);
        m_page->show();
    }

    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
        m_book.reset();
        m_room.reset();
        m_themed.reset();
    }

    void saysWhereTheKeyLiesAndNeverWhatItIs()
    {
        QTRY_COMPARE(words("keyStatus"),
            u"The key comes from the environment variable DEEPSEEK_API_KEY and is not stored."_s);
        QVERIFY(!button("forgetKeyButton")->isVisible());
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(u"sk-test"_s));
    }

    void testsTheConnection()
    {
        button("checkServiceButton")->click();
        QTRY_COMPARE(
            words("serviceWords"), u"It works: 2 model(s), in 0.00 s. The account holds $14.31."_s);
        QCOMPARE(models(),
            (QStringList{u"[x] DeepSeek V4.1 Flash – deepseek-flash"_s,
                u"[x] DeepSeek V4 Pro – deepseek-v4-pro"_s, u"[ ] deepseek-next"_s}));
        QVERIFY(m_workspace->balance(u"deepseek"_s));
    }

    void saysWhatIsWrong()
    {
        m_room->transport.setDocument(
            u"/models"_s, Error{.kind = ErrorKind::WrongKey, .status = 401});
        button("checkServiceButton")->click();
        QTRY_COMPARE(words("serviceWords"),
            u"The service does not accept the API key. Check the key and set it again."_s);
        QVERIFY(button("checkServiceButton")->isEnabled());
    }

    void aTickPutsAModelIntoTheMenu()
    {
        button("checkServiceButton")->click();
        QTRY_COMPARE(models().size(), 3);
        child<QListWidget>(*m_page, "serviceModels")->item(2)->setCheckState(Qt::Checked);
        QVERIFY(m_room->providers.find(u"deepseek"_s)->findModel(u"deepseek-next"_s));
        type("modelByHand", u"deepseek-secret"_s);
        button("addModelButton")->click();
        QVERIFY(m_room->providers.find(u"deepseek"_s)->findModel(u"deepseek-secret"_s));
        QVERIFY(child<QComboBox>(*m_page, "defaultModel")->findText(u"deepseek-secret"_s) > 0);
    }

    void aServiceIsAddedAndRemovedWithUndo()
    {
        add(u"Bench"_s, u"http://127.0.0.1:8080/v1/chat/completions"_s);
        QCOMPARE(child<QComboBox>(*m_page, "serviceChoice")->currentText(), u"Bench"_s);
        const Provider bench = *m_room->providers.find(u"bench"_s);
        QCOMPARE(bench.baseUrl, QUrl(u"http://127.0.0.1:8080/v1"_s));
        QVERIFY(!bench.needsKey);
        QCOMPARE(words("keyStatus"), u"This service needs no key."_s);

        button("removeServiceButton")->click();
        QVERIFY(!m_room->providers.contains(u"bench"_s));
        QVERIFY(button("undoRemoveServiceButton")->isVisible());
        button("undoRemoveServiceButton")->click();
        QCOMPARE(*m_room->providers.find(u"bench"_s), bench);
    }

    void anAddressThatIsNoneIsRefused()
    {
        add(u"Bench"_s, u"bench:8080"_s);
        QVERIFY(words("serviceWords").startsWith(u"A value is not acceptable."_s));
        QVERIFY(words("serviceWords").contains(u"begins with http:// or https://"_s));
    }

    void aSecretInAHeaderIsRefused()
    {
        button("addServiceButton")->click();
        child<QPlainTextEdit>(*m_page, "serviceHeaders")
            ->setPlainText(u"Authorization: Bearer x"_s);
        type("serviceName", u"Bench"_s);
        type("serviceAddress", u"http://127.0.0.1:8080/v1"_s);
        button("saveServiceButton")->click();
        QVERIFY(words("serviceWords").contains(u"looks like a secret"_s));
        QVERIFY(!m_room->providers.contains(u"bench"_s));
    }

    void headersAndPricesAreKept()
    {
        button("addServiceButton")->click();
        type("serviceName", u"Bench"_s);
        type("serviceAddress", u"http://127.0.0.1:8080/v1"_s);
        child<QPlainTextEdit>(*m_page, "serviceHeaders")
            ->setPlainText(u"X-Title: Pennyworth\nX-Team: red"_s);
        auto *prices = child<QComboBox>(*m_page, "servicePrices");
        prices->setCurrentIndex(prices->findText(u"As DeepSeek"_s));
        button("saveServiceButton")->click();
        const Provider bench = *m_room->providers.find(u"bench"_s);
        QCOMPARE(bench.extraHeaders.size(), 2);
        QCOMPARE(bench.priceBookProvider, u"deepseek"_s);
        button("checkServiceButton")->click();
        QTRY_VERIFY(words("serviceWords").startsWith(u"It works: 2 model(s)"_s));
        QVERIFY(m_room->transport.fetches().constLast().headers.contains({"X-Team", "red"}));
    }

    void defaultsAreKeptForNewConversations()
    {
        auto *model = child<QComboBox>(*m_page, "defaultModel");
        model->setCurrentIndex(model->findText(u"deepseek-v4-pro"_s));
        emit model->activated(model->currentIndex());
        auto *thinking = child<QComboBox>(*m_page, "defaultThinking");
        thinking->setCurrentIndex(thinking->findText(u"max"_s));
        emit thinking->activated(thinking->currentIndex());
        child<QDoubleSpinBox>(*m_page, "defaultTemperature")->setValue(0.7);
        child<QSpinBox>(*m_page, "defaultMaxTokens")->setValue(2048);
        child<QPlainTextEdit>(*m_page, "defaultSystemPrompt")->setPlainText(u"Be brief."_s);
        m_page->hide(); // does not wait
        const GenerationSettings expected{.provider = u"deepseek"_s,
            .model = u"deepseek-v4-pro"_s,
            .systemPrompt = u"Be brief."_s,
            .thinking = Thinking::On,
            .effort = Effort::Max,
            .temperatureHundredths = 70,
            .maxTokens = 2048};
        QCOMPARE(m_room->providers.startingSettings(u"deepseek"_s), expected);
    }

    void aServiceIsChosenForNewConversations()
    {
        QSignalSpy chosen(m_page.get(), &ServicesPage::serviceChosen);
        button("useServiceButton")->click();
        QCOMPARE(chosen.constFirst(), (QVariantList{u"deepseek"_s, u"deepseek-flash"_s}));
    }

    void aLocalServiceIsLookedForOnDemand()
    {
        m_page->showService(u"ollama"_s);
        QVERIFY(m_room->transport.fetches().isEmpty());
        m_page->checkService();
        QTRY_VERIFY(words("serviceWords").startsWith(u"It works: 2 model(s)"_s));
        QSignalSpy chosen(m_page.get(), &ServicesPage::serviceChosen);
        button("useServiceButton")->click();
        QCOMPARE(chosen.constFirst(), (QVariantList{u"ollama"_s, u"qwen3"_s}));
    }

    void aKeyThatTheKeychainRefusesIsOfferedForTheSession()
    {
        add(u"Bench"_s, u"http://127.0.0.1:8080/v1"_s);
        type("serviceKey", u"sk-passing"_s);
        button("useServiceKeyButton")->click();
        QTRY_VERIFY(button("sessionKeyButton")->isVisible());
        QVERIFY(words("serviceKeyWords").startsWith(u"The key works, but is not kept."_s));
        button("sessionKeyButton")->click();
        QTRY_COMPARE(
            words("keyStatus"), u"The key is kept in memory and gone when Pennyworth quits."_s);
        QVERIFY(m_room->providers.find(u"bench"_s)->needsKey);
        button("forgetKeyButton")->click();
        QCOMPARE(button("forgetKeyButton")->text(), u"Undo"_s);
        button("forgetKeyButton")->click();
        QVERIFY(!forgetSoon()->isActive());
        button("forgetKeyButton")->click();
        forgetSoon()->start(0);
        QTRY_COMPARE(words("keyStatus"), u"This service needs no key."_s);
    }

private:
    [[nodiscard]] QTimer *forgetSoon() const
    {
        return m_page->findChild<QTimer *>(u"forgetSoon"_s);
    }

    void add(const QString &name, const QString &address)
    {
        button("addServiceButton")->click();
        type("serviceName", name);
        type("serviceAddress", address);
        button("saveServiceButton")->click();
    }

    void type(const char *name, const QString &text)
    {
        child<QLineEdit>(*m_page, name)->setText(text);
    }
    [[nodiscard]] QPushButton *button(const char *name)
    {
        return child<QPushButton>(*m_page, name);
    }
    [[nodiscard]] QString words(const char *name) { return child<QLabel>(*m_page, name)->text(); }
    [[nodiscard]] QStringList models()
    {
        QStringList lines;
        const auto *list = child<QListWidget>(*m_page, "serviceModels");
        for (int row = 0; row < list->count(); ++row) {
            const bool isTicked = list->item(row)->checkState() == Qt::Checked;
            lines.append((isTicked ? u"[x] "_s : u"[ ] "_s) + list->item(row)->text());
        }
        return lines;
    }

    std::unique_ptr<Themed> m_themed;
    std::unique_ptr<ChatRoom> m_room;
    std::unique_ptr<ServiceBook> m_book;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ServicesPage> m_page;
};

PENNYWORTH_TEST(ServicesPageTest)

#include "tst_servicespage.moc"
