// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/pricingpanel.h"

#include "chat/priceclock.h"
#include "chat/workspace.h"
#include "domain/whendone.h"
#include "spend/accountcard.h"
#include "spend/conversationcard.h"
#include "spend/livetotals.h"
#include "spend/pricecard.h"
#include "spend/replycard.h"
#include "spend/unbilledtotals.h"
#include "theme/accessiblerole.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QPainter>
#include <QScrollArea>

#include <cmath>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMargin = 14;
constexpr auto kRefreshEvery = 100ms;

} // namespace

Billing billingOf(const Provider &provider)
{
    if (provider.billable)
        return Billing::Billed;
    return provider.id == "demo"_L1 ? Billing::Demonstration : Billing::Local;
}

PricingPanel::PricingPanel(
    const Theme &theme, Workspace &workspace, const PriceClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_price(new PriceCard(theme))
    , m_reply(new ReplyCard(theme))
    , m_conversation(new ConversationCard(theme))
    , m_account(new AccountCard(theme))
{
    setAccessibleRole(this, QAccessible::Grouping);
    setObjectName(u"pricingPanel"_s);
    setAccessibleName(tr("Pricing"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);

    auto *content = new QWidget;
    auto *cards = new QVBoxLayout(content);
    cards->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    cards->setSpacing(metrics::kGrid + metrics::kHalf);
    for (PanelCard *card :
        std::initializer_list<PanelCard *>{m_price, m_reply, m_conversation, m_account})
        cards->addWidget(card);
    cards->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshEvery);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        showReply();
        showTotals();
    });
    connect(&m_clock, &PriceClock::changed, this, &PricingPanel::showPrice);
    connect(
        m_price, &PriceCard::pricesRequested, this, [this] { emit pricesRequested(providerId()); });
    connect(m_account, &AccountCard::refreshRequested, this, &PricingPanel::askForBalance);
    connect(&m_workspace, &Workspace::balanceChanged, this, &PricingPanel::showAccount);
}

void PricingPanel::setSession(ChatSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (m_session) {
        connect(m_session, &ChatSession::messageAppended, this, [this] {
            if (!m_refresh.isActive())
                m_refresh.start();
        });
        connect(m_session, &ChatSession::messageChanged, this, &PricingPanel::showReply);
        connect(m_session, &ChatSession::replyStarted, this, &PricingPanel::followReply);
        connect(m_session, &ChatSession::branchChanged, this, &PricingPanel::showReply);
        connect(m_session, &ChatSession::replyFinished, this, [this] {
            m_refresh.stop();
            showReply();
            if (billing() != Billing::Billed) // otherwise the ledger's sums follow
                showTotals();
            const bool askedBefore = m_workspace.balance(providerId()).has_value();
            if (askedBefore || billing() == Billing::Demonstration)
                askForBalance();
        });
        connect(m_session, &ChatSession::totalsChanged, this, &PricingPanel::showTotals);
        connect(m_session, &ChatSession::settingsChanged, this, [this] {
            showPrice();
            showAccount();
        });
        connect(m_session, &ChatSession::loaded, this, &PricingPanel::showAccount);
        followReply();
    }
    showPrice();
    showReply();
    showTotals();
    showAccount();
}

void PricingPanel::followReply()
{
    if (const Reply *reply = m_session->reply())
        connect(reply, &Reply::phaseChanged, this, &PricingPanel::showReply, Qt::UniqueConnection);
    showReply();
}

QString PricingPanel::providerId() const
{
    return m_session ? m_session->settings().provider : QString();
}

Billing PricingPanel::billing() const
{
    const Result<Provider> provider = m_workspace.providers().find(providerId());
    return provider ? billingOf(*provider) : Billing::Billed;
}

void PricingPanel::showPrice()
{
    m_price->setPriceable(m_workspace.providers().find(providerId()).valueOr({}).isOwn);
    m_price->show(priceFigures(m_clock, billing()));
    emit summaryChanged();
}

std::optional<ReplyFigures> PricingPanel::currentReply()
{
    if (!m_session)
        return {};
    if (const Reply *reply = m_session->reply()) {
        m_speeds = {reply->message().id, reply->speeds()};
        return replyFigures(*reply, m_session->entriesOf(reply->message().id), billing());
    }
    const QList<MessageId> branch = m_session->branch();
    if (branch.isEmpty())
        return {};
    const Message &last = m_session->messages().at(branch.constLast());
    const QList<LedgerEntry> entries = m_session->entriesOf(last.id);
    if (last.role != Role::Assistant || entries.isEmpty())
        return {};
    const Result<Provider> provider = m_workspace.providers().find(last.provider);
    ReplyFigures figures =
        replyFigures(entries, last.status, provider ? billingOf(*provider) : Billing::Billed);
    if (m_speeds.first == last.id)
        figures.speeds = m_speeds.second;
    return figures;
}

void PricingPanel::showReply()
{
    m_reply->show(currentReply());
    emit summaryChanged();
}

void PricingPanel::showTotals()
{
    emit summaryChanged();
    if (!m_session) {
        m_conversation->show({}, Billing::Billed);
        return;
    }
    const Reply *reply = m_session->reply();
    const bool isOpen = reply && !reply->entries().isEmpty();
    const bool isBilled = isOpen && reply->entries().constLast().request.billable;
    ConversationTotals totals = m_session->totals();
    if (totals.requests > 0 || isBilled) {
        m_conversation->show(isBilled ? withReply(totals, *reply) : totals, Billing::Billed);
        return;
    }
    totals = unbilledTotals(*m_session);
    if (isOpen)
        totals = withReply(totals, *reply);
    m_conversation->show(
        totals, totals.demonstrationRequests > 0 ? Billing::Demonstration : Billing::Local);
}

void PricingPanel::showAccount()
{
    const Result<Provider> provider = m_workspace.providers().find(providerId());
    m_account->setVisible(provider.hasValue());
    if (provider)
        m_account->show(*provider, billingOf(*provider), m_workspace.balance(provider->id));
}

void PricingPanel::askForBalance()
{
    const Result<Provider> provider = m_workspace.providers().find(providerId());
    if (!provider || billingOf(*provider) == Billing::Local || !provider->hasBalance)
        return;
    whenDone(m_workspace.fetchBalance(provider->id), this, [this](const Result<Balance> &balance) {
        if (balance.hasError())
            m_account->showFailure(balance.error());
    });
}

QStringList PricingPanel::summary() const
{
    const PriceFigures price = priceFigures(m_clock, billing());
    QStringList parts{rateText(price)};
    if (price.quote) {
        //: The price of a million output tokens
        parts += tr("%1 / 1M output")
                     .arg(unitPriceText(price.quote->prices.output, price.quote->currency));
    }
    if (m_session) {
        const QString cost = totalCostText(m_session->totals());
        if (!cost.isEmpty()) {
            //: What the shown conversation costs
            parts += tr("conversation %1").arg(cost);
        }
    }
    return parts;
}

} // namespace pennyworth
