// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keycard.h"

#include "chat/workspace.h"
#include "domain/errortext.h"
#include "domain/whendone.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>

#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

KeyCard::KeyCard(const Theme &theme, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_setup(workspace)
    , m_status(new QLabel)
    , m_field(new QLineEdit)
    , m_use(new Button(theme, ButtonKind::Outlined, tr("Use this key")))
    , m_page(new Button(theme, ButtonKind::Quiet, tr("Get a key")))
    , m_forget(new Button(theme, ButtonKind::Outlined, tr("Forget the key")))
    , m_session(new Button(theme, ButtonKind::Outlined, tr("Keep it until I quit")))
    , m_words(makeNote(theme))
{
    m_status->setObjectName(u"keyStatus"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_field->setObjectName(u"serviceKey"_s);
    m_field->setAccessibleName(tr("API key"));
    m_field->setPlaceholderText(tr("Paste an API key"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMinimumHeight(metrics::kControlHeight);
    m_field->setTextMargins(metrics::kHalf, 0, metrics::kHalf, 0);
    m_use->setObjectName(u"useServiceKeyButton"_s);
    m_page->setObjectName(u"keyPageButton"_s);
    m_forget->setObjectName(u"forgetKeyButton"_s);
    m_session->setObjectName(u"sessionKeyButton"_s);
    m_words->setObjectName(u"serviceKeyWords"_s);
    for (Button *button : {m_use, m_page, m_forget, m_session})
        button->setAccessibleName(button->text());
    layOut();

    connect(m_use, &Button::clicked, this, &KeyCard::enter);
    connect(m_field, &QLineEdit::returnPressed, this, &KeyCard::enter);
    connect(m_field, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_use->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_forget, &Button::clicked, this, &KeyCard::toggleForgetting);
    m_forgetSoon.setObjectName(u"forgetSoon"_s);
    m_forgetSoon.setSingleShot(true);
    m_forgetSoon.setInterval(kForgetAfter);
    connect(&m_forgetSoon, &QTimer::timeout, this, &KeyCard::forget);
    connect(m_session, &Button::clicked, &m_setup, &KeySetup::keepForSession);
    connect(
        m_page, &Button::clicked, this, [this] { QDesktopServices::openUrl(m_provider.keyPage); });
    connect(&m_setup, &KeySetup::refused, this, &KeyCard::showError);
    connect(&m_setup, &KeySetup::notKept, this, &KeyCard::offerSession);
    connect(&m_setup, &KeySetup::accepted, this, [this](const QString &providerId) {
        emit accepted(providerId);
        if (providerId != m_provider.id) // another one is shown by now
            return;
        setBusy(false);
        m_field->clear();
        m_session->setVisible(false);
        showNote(m_words, tr("The key works."), QPalette::WindowText);
        askStatus();
    });
}

void KeyCard::layOut()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::kGrid);
    row->addWidget(m_field, 1);
    row->addWidget(m_use);
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::kGrid);
    top->addWidget(m_status, 1);
    top->addWidget(m_page);
    top->addWidget(m_forget);
    auto *session = new QHBoxLayout;
    session->addWidget(m_session);
    session->addStretch(1);
    auto *card = new SettingsCard(m_theme);
    card->addWide(top);
    card->addWide(row);
    card->addWide(m_words);
    card->addWide(session);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
}

void KeyCard::show(const Provider &provider)
{
    if (provider.id != m_provider.id)
        forget();
    m_provider = provider;
    m_field->clear();
    m_page->setVisible(provider.keyPage.isValid() && !provider.keyPage.isEmpty());
    m_page->setToolTip(provider.keyPage.toString());
    m_session->setVisible(false);
    m_use->setEnabled(false);
    setBusy(false);
    showNote(m_words, {}, QPalette::PlaceholderText);
    askStatus();
}

void KeyCard::askStatus()
{
    m_forget->setVisible(false);
    if (!m_provider.needsKey) {
        m_status->setText(tr("This service needs no key."));
        return;
    }
    m_status->setText(tr("Asking the keychain…"));
    whenDone(m_workspace.accounts().keyStatus(m_provider), this,
        [this, id = m_provider.id](const Result<KeyStatus> &status) {
            if (id == m_provider.id)
                showStatus(status);
        });
}

void KeyCard::showStatus(const Result<KeyStatus> &status)
{
    if (!status) {
        const ErrorText text = errorText(status.error());
        m_status->setText(text.message + u' ' + text.remedy);
        return;
    }
    switch (status->place) {
    case KeyPlace::None:
        m_status->setText(tr("No key is set."));
        break;
    case KeyPlace::Environment:
        //: %1 is the name of an environment variable
        m_status->setText(tr("The key comes from the environment variable %1 and is not stored.")
                              .arg(status->variable));
        break;
    case KeyPlace::Session:
        m_status->setText(tr("The key is kept in memory and gone when Pennyworth quits."));
        break;
    case KeyPlace::Keychain:
        m_status->setText(tr("The key lies in this system's keychain and nowhere else."));
        break;
    }
    m_forget->setVisible(status->place == KeyPlace::Session || status->place == KeyPlace::Keychain);
}

void KeyCard::setBusy(bool busy)
{
    m_field->setEnabled(!busy);
    m_use->setEnabled(!busy && !m_field->text().trimmed().isEmpty());
}

void KeyCard::enter()
{
    const QString key = m_field->text().trimmed();
    if (key.isEmpty())
        return;
    setBusy(true);
    m_session->setVisible(false);
    showNote(m_words, tr("Checking the key…"), QPalette::PlaceholderText);
    m_checked = m_provider.id;
    m_setup.start(m_provider, key);
}

void KeyCard::showError(const Error &error)
{
    if (m_checked != m_provider.id) // another one is shown by now
        return;
    setBusy(false);
    const ErrorText text = errorText(error);
    QString words = text.message + u' ' + text.remedy;
    if (!error.detail.isEmpty())
        words += u'\n' + error.detail;
    showNote(m_words, words, QPalette::BrightText);
}

void KeyCard::offerSession(const Error &error)
{
    if (m_checked != m_provider.id)
        return;
    showError(error);
    showNote(m_words, tr("The key works, but is not kept.") + u' ' + m_words->text(),
        QPalette::BrightText);
    m_session->setVisible(true);
}

// A key cannot be shown again, so that it stays a little longer.
void KeyCard::toggleForgetting()
{
    if (m_leaving.isEmpty()) {
        m_leaving = m_provider.id;
        m_forgetSoon.start();
        showNote(m_words, tr("The key will be forgotten in a moment."), QPalette::WindowText);
    } else {
        m_leaving.clear();
        m_forgetSoon.stop();
        showNote(m_words, {}, QPalette::PlaceholderText);
    }
    showForgetting();
}

void KeyCard::showForgetting()
{
    m_forget->setText(m_leaving.isEmpty() ? tr("Forget the key") : tr("Undo"));
    m_forget->setAccessibleName(m_forget->text());
    m_forget->updateGeometry();
}

void KeyCard::forget()
{
    m_forgetSoon.stop();
    const QString id = std::exchange(m_leaving, {});
    showForgetting();
    if (id.isEmpty())
        return;
    whenDone(m_workspace.accounts().forgetKey(id), this, [this, id](const Result<Done> &done) {
        if (done)
            emit forgotten(id);
        if (id != m_provider.id)
            return;
        m_checked = id;
        if (!done) {
            showError(done.error());
            return;
        }
        showNote(m_words,
            tr("The key is forgotten here. The service still knows it; revoke it "
               "there if it must not be used any more."),
            QPalette::WindowText);
        askStatus();
    });
}

void KeyCard::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    forget();
}

} // namespace pennyworth

#include "moc_keycard.cpp"
