// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/keyprompt.h"

#include "api/providercatalog.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace pennyworth;
using namespace pennyworth::test;
using namespace Qt::StringLiterals;

class KeyPromptTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        const Provider deepseek = *ProviderCatalog::builtIn()->find(u"deepseek"_s);
        m_prompt = std::make_unique<KeyPrompt>(m_themed.theme, deepseek);
        m_field = child<QLineEdit>(*m_prompt, "keyField");
        m_words = child<QLabel>(*m_prompt, "keyWords");
    }

    void cleanup() { m_prompt.reset(); }

    void hidesWhatIsTyped()
    {
        QCOMPARE(m_field->echoMode(), QLineEdit::Password);
        QCOMPARE(m_field->accessibleName(), u"API key"_s);
        QCOMPARE(m_field->placeholderText(), u"Paste a DeepSeek API key"_s);
        QCOMPARE(child<QPushButton>(*m_prompt, "keyPageButton")->toolTip(),
            u"https://platform.deepseek.com/api_keys"_s);
    }

    void aPastedKeyIsCheckedAtOnce()
    {
        QSignalSpy entered(m_prompt.get(), &KeyPrompt::keyEntered);
        m_field->insert(u" sk-0123456789abcdef \n"_s);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered.first().first().toString(), u"sk-0123456789abcdef"_s);
    }

    void aTypedKeyWaitsForEnter()
    {
        QSignalSpy entered(m_prompt.get(), &KeyPrompt::keyEntered);
        QTest::keyClicks(m_field, u"sk-0123456789abcdef"_s);
        QCOMPARE(entered.size(), 0);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
    }

    void aKeyIsCheckedOnceAtATime()
    {
        QSignalSpy entered(m_prompt.get(), &KeyPrompt::keyEntered);
        QTest::keyClicks(m_field, u"sk"_s);
        m_prompt->showChecking();
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(entered.size(), 0);
        QVERIFY(!child<QPushButton>(*m_prompt, "useKeyButton")->isEnabled());
    }

    void saysWhatIsWrongAndKeepsTheKey()
    {
        m_field->setText(u"sk-wrong"_s);
        m_prompt->showChecking();
        m_prompt->showError({.kind = ErrorKind::WrongKey});
        QCOMPARE(m_words->text(),
            u"The service does not accept the API key. Check the key and set it again."_s);
        QCOMPARE(m_field->text(), u"sk-wrong"_s);
        QVERIFY(m_field->isEnabled());
    }

    void offersOtherServices()
    {
        const ProviderCatalog catalog = *ProviderCatalog::builtIn();
        m_prompt->offerServices({*catalog.find(u"openai"_s), *catalog.find(u"ollama"_s)});
        QStringList names;
        const auto *button = child<QPushButton>(*m_prompt, "otherServiceButton");
        QSignalSpy requested(m_prompt.get(), &KeyPrompt::serviceRequested);
        for (QAction *action : button->menu()->actions()) {
            if (action->isSeparator())
                continue;
            names.append(action->text());
            action->trigger();
        }
        QCOMPARE(names,
            (QStringList{u"OpenAI"_s, u"Ollama, on this computer"_s, u"Another address…"_s}));
        QCOMPARE(requested.at(1).constFirst().toString(), u"ollama"_s);
        QVERIFY(requested.at(2).constFirst().toString().isEmpty());
    }

    void aKeyThatIsNotKeptIsOfferedForTheSession()
    {
        m_field->setText(u"sk-right"_s);
        m_prompt->showChecking();
        auto *session = child<QPushButton>(*m_prompt, "sessionKeyButton");
        QVERIFY(session->isHidden());
        m_prompt->showNotKept({.kind = ErrorKind::KeychainUnavailable});
        QVERIFY(m_words->text().startsWith(
            u"The key works, but is not kept. The system's keychain does not answer."_s));
        QVERIFY(!session->isHidden());
        QSignalSpy kept(m_prompt.get(), &KeyPrompt::keepForSessionRequested);
        session->click();
        QCOMPARE(kept.size(), 1);
    }

    void forgetsTheKeyOnceItIsAccepted()
    {
        m_field->setText(u"sk-right"_s);
        m_prompt->showAccepted(u"It lies in the keychain."_s);
        QVERIFY(m_field->text().isEmpty());
        QVERIFY(m_field->isHidden());
        QCOMPARE(m_words->text(), u"It lies in the keychain."_s);
    }

private:
    Themed m_themed;
    std::unique_ptr<KeyPrompt> m_prompt;
    QLineEdit *m_field = nullptr;
    QLabel *m_words = nullptr;
};

PENNYWORTH_TEST(KeyPromptTest)

#include "tst_keyprompt.moc"
