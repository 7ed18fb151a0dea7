// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/serviceform.h"

#include "chat/servicebook.h"
#include "chat/workspace.h"
#include "domain/errortext.h"
#include "domain/whendone.h"
#include "settings/settingspage.h"
#include "theme/button.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldWidth = 300;
constexpr int kHeaderLines = 3;

QLineEdit *makeField(const QString &objectName)
{
    auto *field = new QLineEdit;
    field->setObjectName(objectName);
    field->setMaximumWidth(kFieldWidth);
    field->setMinimumHeight(metrics::kControlHeight);
    field->setTextMargins(metrics::kHalf, 0, metrics::kHalf, 0);
    return field;
}

QString headerLines(const Provider &provider)
{
    QStringList lines;
    for (const auto &[name, value] : provider.extraHeaders)
        lines.append(QString::fromLatin1(name) + u": "_s + QString::fromLatin1(value));
    return lines.join(u'\n');
}

/// "Name: value", one a line.
Result<QList<std::pair<QByteArray, QByteArray>>> headersFrom(const QString &text)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(u':');
        const QString name = line.left(colon).trimmed();
        const QString value = colon < 0 ? QString() : line.mid(colon + 1).trimmed();
        if (colon < 0)
            return Error{.kind = ErrorKind::InvalidValue, .detail = line};
        const Result<Done> plain = checkPlainHeader(name, value);
        if (!plain)
            return plain.error();
        headers.emplaceBack(name.toLatin1(), value.toLatin1());
    }
    return headers;
}

} // namespace

ServiceForm::ServiceForm(const Theme &theme, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_name(makeField(u"serviceName"_s))
    , m_address(makeField(u"serviceAddress"_s))
    , m_prices(new Choice<QString>)
    , m_billable(new QCheckBox(tr("Requests cost money")))
    , m_headers(new QPlainTextEdit)
    , m_ownFields(new QWidget)
    , m_save(new Button(theme, ButtonKind::Primary))
    , m_check(new Button(theme, ButtonKind::Outlined, tr("Test the connection")))
    , m_words(makeNote(theme))
{
    m_address->setPlaceholderText(u"https://example.org/v1"_s);
    m_prices->setObjectName(u"servicePrices"_s);
    m_prices->add(tr("No price known"), {});
    QStringList priced;
    for (const PriceRow &row : workspace.prices().rows()) {
        if (!priced.contains(row.provider))
            priced.append(row.provider);
    }
    for (const QString &provider : std::as_const(priced)) {
        //: %1 is the name of a service whose prices are known
        m_prices->add(
            tr("As %1").arg(workspace.providers().find(provider).valueOr({}).name), provider);
    }
    m_billable->setObjectName(u"serviceBillable"_s);
    m_headers->setObjectName(u"serviceHeaders"_s);
    m_headers->setTabChangesFocus(true);
    m_headers->setFixedHeight(kHeaderLines * fontMetrics().lineSpacing() + 2 * metrics::kGrid);
    m_headers->setPlaceholderText(u"X-Title: Pennyworth"_s);
    m_save->setObjectName(u"saveServiceButton"_s);
    m_check->setObjectName(u"checkServiceButton"_s);
    m_check->setAccessibleName(m_check->text());
    m_words->setObjectName(u"serviceWords"_s);
    layOut();
    connect(m_check, &Button::clicked, this, &ServiceForm::check);
    connect(m_save, &Button::clicked, this, &ServiceForm::submit);
    connect(m_address, &QLineEdit::returnPressed, this, &ServiceForm::submit);
}

void ServiceForm::layOut()
{
    auto *card = new SettingsCard(m_theme);
    card->addRow(tr("Name"), {}, m_name);
    card->addRow(tr("Address"), tr("Many services want it to end in /v1."), m_address);

    auto *own = new QVBoxLayout(m_ownFields);
    own->setContentsMargins(0, 0, 0, 0);
    auto *fields = new SettingsCard(m_theme);
    fields->addRow(tr("Prices"), tr("Whose price list its models are billed by."), m_prices);
    fields->addWide(m_billable);
    auto *name = new QLabel(tr("Extra headers"));
    name->setBuddy(m_headers);
    m_headers->setAccessibleName(name->text());
    fields->addWide(name);
    fields->addWide(m_headers);
    fields->addWide(makeNote(m_theme,
        tr("One a line, sent with every request. They lie in a plain file, so secrets are refused "
           "here; the API key has its place below.")));
    own->addWidget(fields);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(m_save);
    buttons->addWidget(m_check);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(card);
    layout->addWidget(m_ownFields);
    layout->addLayout(buttons);
    layout->addWidget(m_words);
}

void ServiceForm::show(const Provider &provider, Kind kind)
{
    m_provider = provider;
    m_kind = kind;
    const bool isBuiltIn = kind == Kind::BuiltIn;
    m_name->setText(provider.name);
    m_name->setReadOnly(isBuiltIn);
    m_address->setText(provider.baseUrl.toString());
    m_address->setReadOnly(isBuiltIn);
    m_prices->choose(provider.priceBookProvider);
    m_billable->setChecked(provider.billable);
    m_headers->setPlainText(headerLines(provider));
    m_ownFields->setVisible(!isBuiltIn);
    m_save->setText(kind == Kind::New ? tr("Add this service") : tr("Save"));
    m_save->setAccessibleName(m_save->text());
    m_save->setVisible(!isBuiltIn);
    m_save->updateGeometry();
    m_check->setEnabled(true);
    showNote(m_words, {}, QPalette::PlaceholderText);
    if (kind == Kind::New)
        m_name->setFocus(Qt::OtherFocusReason);
}

Result<Provider> ServiceForm::provider() const
{
    if (m_kind == Kind::BuiltIn)
        return m_provider;
    const Result<Provider> made = ProviderCatalog::custom(m_address->text());
    if (!made)
        return made.error();
    const Result<QList<std::pair<QByteArray, QByteArray>>> headers =
        headersFrom(m_headers->toPlainText());
    if (!headers)
        return headers.error();
    Provider result = m_kind == Kind::Own ? m_provider : *made;
    if (m_kind == Kind::New) {
        result.id.clear();
        result.keyVariable.clear();
    }
    result.baseUrl = made->baseUrl;
    result.name = m_name->text().trimmed().isEmpty() ? made->name : m_name->text().trimmed();
    result.priceBookProvider = m_prices->chosen();
    result.billable = m_billable->isChecked();
    result.extraHeaders = *headers;
    return result;
}

void ServiceForm::submit()
{
    if (m_kind == Kind::BuiltIn)
        return;
    const Result<Provider> made = provider();
    if (made)
        emit submitted(*made);
    else
        showProblem(made.error());
}

void ServiceForm::showProblem(const Error &error)
{
    const ErrorText text = errorText(error);
    QString words = text.message + u' ' + text.remedy;
    if (!error.detail.isEmpty())
        words += u'\n' + error.detail;
    showNote(m_words, words, QPalette::BrightText);
}

void ServiceForm::check()
{
    const Result<Provider> asked = provider();
    if (!asked) {
        showProblem(asked.error());
        return;
    }
    m_check->setEnabled(false);
    //: %1 is the address of a computer
    showNote(m_words, tr("Asking %1…").arg(asked->baseUrl.authority()), QPalette::PlaceholderText);
    whenDone(m_workspace.accounts().check(*asked), this,
        [this, asked = *asked](const Result<ServiceReport> &report) {
            if (asked.id != m_provider.id)
                return; // another one is shown by now
            showReport(report);
        });
}

void ServiceForm::showReport(const Result<ServiceReport> &report)
{
    m_check->setEnabled(true);
    if (!report) {
        showProblem(report.error());
        return;
    }
    //: %n models; %1 is a time such as "0.42 s"
    QString words =
        tr("It works: %n model(s), in %1.", nullptr, static_cast<int>(report->models.size()))
            .arg(secondsText(report->took));
    QList<Money> sums;
    const Balance balance = report->balance.value_or(Balance{});
    for (const BalanceEntry &entry : balance.entries)
        sums += entry.total;
    if (!sums.isEmpty()) {
        //: %1 is an amount of money
        words += u' ' + tr("The account holds %1.").arg(sumsText(sums));
    }
    showNote(m_words, words, QPalette::WindowText);
    if (report->balance && !m_provider.id.isEmpty())
        m_workspace.keepBalance(m_provider.id, report->keyMark, *report->balance);
    emit checked(*report);
}

} // namespace pennyworth

#include "moc_serviceform.cpp"
