// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/exchangedialog.h"

#include "chat/curlcommand.h"
#include "chat/workspace.h"
#include "domain/errortext.h"
#include "domain/whendone.h"
#include "theme/button.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 16;
constexpr QSize kSize(760, 560);
constexpr auto kAnyKey = "API_KEY"_L1;

} // namespace

ExchangeDialog::ExchangeDialog(
    const Theme &theme, Workspace &workspace, const QList<LedgerEntry> &entries, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_entries(entries)
    , m_choice(new QComboBox)
    , m_note(new QLabel)
    , m_request(makePage("exchangeRequest", tr("Request")))
    , m_response(makePage("exchangeResponse", tr("Response")))
    , m_curl(makeCopyButton(tr("Copy as curl"), "copyCurl", &ExchangeDialog::copyCurl))
    , m_copyRequest(makeCopyButton(tr("Copy request"), "copyRequest", &ExchangeDialog::copyRequest))
    , m_copyResponse(
          makeCopyButton(tr("Copy response"), "copyResponse", &ExchangeDialog::copyResponse))
{
    setObjectName(u"exchangeDialog"_s);
    setWindowTitle(tr("Request and response"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_choice->setObjectName(u"exchangeChoice"_s);
    m_choice->setAccessibleName(tr("Request"));
    for (qsizetype i = 0; i < entries.size(); ++i) {
        //: "Request 2 of 3 · deepseek-flash"
        m_choice->addItem(tr("Request %1 of %2 · %3")
                              .arg(i + 1)
                              .arg(entries.size())
                              .arg(entries.at(i).request.model));
    }
    m_choice->setVisible(entries.size() > 1);
    m_note->setObjectName(u"exchangeNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    layOut();
    resize(kSize);
    m_choice->setCurrentIndex(int(entries.size()) - 1); // the latest tells the most
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ExchangeDialog::read);
    read(m_choice->currentIndex());
}

QPlainTextEdit *ExchangeDialog::makePage(const char *name, const QString &accessibleName)
{
    auto *page = new QPlainTextEdit;
    page->setObjectName(QLatin1StringView(name));
    page->setAccessibleName(accessibleName);
    page->setReadOnly(true);
    page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    page->setTabChangesFocus(true);
    page->setFrameShape(QFrame::NoFrame);
    page->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return page;
}

Button *ExchangeDialog::makeCopyButton(
    const QString &text, const char *name, void (ExchangeDialog::*slot)())
{
    auto *button = new Button(m_theme, ButtonKind::Outlined, text);
    button->setObjectName(QLatin1StringView(name));
    button->setAccessibleName(text);
    button->setEnabled(false);
    connect(button, &Button::clicked, this, slot);
    return button;
}

void ExchangeDialog::layOut()
{
    auto *pages = new QTabWidget;
    pages->setObjectName(u"exchangePages"_s);
    pages->setDocumentMode(true);
    pages->tabBar()->setAccessibleName(windowTitle());
    pages->addTab(m_request, tr("Request"));
    pages->addTab(m_response, tr("Response"));
    auto *wrap = new QCheckBox(tr("Wrap lines"));
    wrap->setObjectName(u"wrapLines"_s);
    wrap->setAccessibleName(wrap->text());
    wrap->setChecked(true);
    connect(wrap, &QCheckBox::toggled, this, [this](bool wraps) {
        const auto mode = wraps ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap;
        m_request->setLineWrapMode(mode);
        m_response->setLineWrapMode(mode);
    });
    auto *closeButton = new Button(m_theme, ButtonKind::Primary, tr("Close"));
    closeButton->setObjectName(u"closeExchange"_s);
    closeButton->setAccessibleName(closeButton->text());
    connect(closeButton, &Button::clicked, this, &QDialog::close);

    auto *head = new QHBoxLayout;
    head->addWidget(m_choice);
    head->addWidget(m_note, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(m_curl);
    buttons->addWidget(m_copyRequest);
    buttons->addWidget(m_copyResponse);
    buttons->addStretch(1);
    buttons->addWidget(wrap);
    buttons->addWidget(closeButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(metrics::kGrid + metrics::kHalf);
    layout->addLayout(head);
    layout->addWidget(pages, 1);
    layout->addLayout(buttons);
}

void ExchangeDialog::read(int index)
{
    m_index = index;
    whenDone(m_workspace.exchange(m_entries.at(index).request.id), this,
        [this, index](const Result<Exchange> &exchange) {
            if (index == m_index)
                show(exchange);
        });
}

void ExchangeDialog::show(const Result<Exchange> &exchange)
{
    m_exchange = exchange.valueOr({});
    m_curl->setEnabled(exchange.hasValue());
    m_copyRequest->setEnabled(exchange.hasValue());
    m_copyResponse->setEnabled(m_exchange.received.has_value());
    QString note = tr("Keys are taken out; everything else is as it went over the wire.");
    if (!exchange && exchange.error().kind == ErrorKind::NotFound)
        note = tr("Of this request only the figures were kept.");
    else if (!exchange)
        note = errorText(exchange.error()).message;
    else if (!m_exchange.received)
        note = tr("Of the response nothing was kept: the program ended before it did, or it is "
                  "still arriving.");
    else if (m_exchange.received->cutBytes > 0)
        note = tr("The response was long: %1 bytes in its middle are not kept.")
                   .arg(countText(m_exchange.received->cutBytes));
    m_note->setText(note);
    m_request->setPlainText(exchange ? requestText(m_exchange.sent) : QString());
    m_response->setPlainText(m_exchange.received ? responseText(*m_exchange.received) : QString());
    emit shown();
}

void ExchangeDialog::copyCurl()
{
    const Result<Provider> provider =
        m_workspace.providers().find(m_entries.at(m_index).request.provider);
    const bool isNamed = provider && !provider->keyVariable.isEmpty();
    QGuiApplication::clipboard()->setText(
        curlCommand(m_exchange.sent, isNamed ? provider->keyVariable : QString(kAnyKey)));
}

void ExchangeDialog::copyRequest()
{
    QGuiApplication::clipboard()->setText(requestText(m_exchange.sent));
}

void ExchangeDialog::copyResponse()
{
    if (m_exchange.received)
        QGuiApplication::clipboard()->setText(responseText(*m_exchange.received));
}

} // namespace pennyworth
