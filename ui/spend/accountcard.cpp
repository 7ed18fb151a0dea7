// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/accountcard.h"

#include "domain/errortext.h"
#include "domain/money.h"
#include "theme/button.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"
#include "theme/servicename.h"

#include <QBoxLayout>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

AccountCard::AccountCard(const Theme &theme, QWidget *parent)
    : PanelCard(theme, tr("Account"), parent)
    , m_balance(addRow(tr("Balance"), u"balance"_s))
    , m_granted(addRow(tr("Of it granted"), u"grantedBalance"_s))
    , m_remark(new QLabel)
    , m_refresh(new Button(theme, ButtonKind::Quiet, tr("Ask for the balance")))
{
    m_remark->setObjectName(u"accountRemark"_s);
    m_remark->setWordWrap(true);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setFont(theme.font(TextSize::Caption));
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_refresh->setObjectName(u"refreshBalanceButton"_s);
    m_refresh->setAccessibleName(m_refresh->text());
    m_refresh->setFont(theme.font(TextSize::Caption));
    body()->addWidget(m_remark);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, -metrics::kHalf, 0); // its text ends where the figures do
    row->addStretch(1);
    row->addWidget(m_refresh);
    body()->addLayout(row);
    connect(m_refresh, &Button::clicked, this, &AccountCard::refreshRequested);
}

void AccountCard::show(
    const Provider &provider, Billing billing, const std::optional<Balance> &balance)
{
    setNote(serviceName(provider));
    const bool asked = billing != Billing::Local && provider.hasBalance;
    const bool isDemonstration = billing == Billing::Demonstration;
    m_refresh->setVisible(asked && (!isDemonstration || !balance));
    m_remark->setToolTip({});
    m_remark->setText(isDemonstration ? tr("demonstration, nothing is charged") : QString());
    m_remark->setVisible(isDemonstration);
    setRowShown(m_granted, false);
    if (!asked) {
        m_balance->setText(billing == Billing::Local ? tr("local", "instead of a balance")
                                                     : tr("not told by this service", "balance"));
        m_balance->setTone(Tone::Muted);
        return;
    }
    if (!balance) {
        m_balance->setText(tr("unknown", "balance"));
        m_balance->setTone(Tone::Muted);
        return;
    }
    QList<Money> totals;
    QList<Money> granted;
    for (const BalanceEntry &entry : balance->entries) {
        totals += entry.total;
        if (entry.granted.picos > 0)
            granted += entry.granted;
    }
    m_balance->setText(totals.isEmpty() ? tr("unknown", "balance") : sumsText(totals));
    m_balance->setTone(balance->available ? Tone::Normal : Tone::Danger);
    setRowShown(m_granted, !granted.isEmpty());
    m_granted->setText(sumsText(granted));
    if (!balance->available) {
        m_remark->setText(errorText({.kind = ErrorKind::InsufficientBalance}).message);
        m_remark->setVisible(true);
    }
}

void AccountCard::showFailure(const Error &error)
{
    const ErrorText text = errorText(error);
    m_remark->setText(text.message + u' ' + text.remedy);
    m_remark->setToolTip(error.detail);
    m_remark->setVisible(true);
}

} // namespace pennyworth
