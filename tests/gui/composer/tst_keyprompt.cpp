// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/keyprompt.h"

#include "api/providercatalog.h"
#include "support/testregistry.h"
#include "support/themed.h"

#include <QLabel>
#include <QLineEdit>
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
        QVERIFY(m_words->text().contains(u"platform.deepseek.com/api_keys"_s));
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
