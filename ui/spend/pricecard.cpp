// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/pricecard.h"

#include "spend/daybar.h"
#include "spend/pricetable.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QLabel>

namespace pennyworth {

using namespace Qt::StringLiterals;

PriceCard::PriceCard(const Theme &theme, QWidget *parent)
    : PanelCard(theme, tr("Price now"), parent)
    , m_prices(new PriceTable(theme))
    , m_explanation(new QLabel)
    , m_day(new DayBar(theme))
    , m_set(new Button(theme, ButtonKind::Quiet, tr("Set a price")))
{
    m_prices->setObjectName(u"priceNow"_s);
    m_explanation->setObjectName(u"priceExplanation"_s);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setFont(theme.font(TextSize::Caption));
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_day->setObjectName(u"dayBar"_s);
    body()->addWidget(m_prices);
    body()->addWidget(m_explanation);
    body()->addSpacing(metrics::kHalf);
    body()->addWidget(m_day);
    m_set->setObjectName(u"setPriceButton"_s);
    m_set->setAccessibleName(m_set->text());
    m_set->setFont(theme.font(TextSize::Caption));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, -metrics::kHalf, 0); // its text ends where the figures do
    row->addStretch(1);
    row->addWidget(m_set);
    body()->addLayout(row);
    connect(m_set, &Button::clicked, this, &PriceCard::pricesRequested);
}

void PriceCard::setPriceable(bool isPriceable)
{
    m_isPriceable = isPriceable;
}

void PriceCard::show(const PriceFigures &figures)
{
    m_day->setVisible(figures.quote.has_value());
    m_set->setVisible(!figures.quote && figures.billing == Billing::Billed && m_isPriceable);
    m_prices->setVisible(figures.quote || figures.billing != Billing::Local);
    if (figures.quote) {
        showQuote(figures);
        return;
    }
    if (figures.billing == Billing::Local) {
        setNote(tr("local", "answered by a service on this computer"));
        m_explanation->setText(tr("Nothing is charged."));
        m_prices->setRows({});
        return;
    }
    setNote(tr("unknown", "price"), Tone::Warning);
    m_prices->setRows({{tr("No price known"), QString()}});
    m_explanation->setText(tr("Costs of this model are shown as unknown."));
}

void PriceCard::showQuote(const PriceFigures &figures)
{
    const Quote &quote = *figures.quote;
    const auto text = [&quote](UnitPrice price) { return unitPriceText(price, quote.currency); };
    QList<std::pair<QString, QString>> rows;
    if (quote.prices.cacheHit)
        rows.append({tr("Input, cached"), text(*quote.prices.cacheHit)});
    rows.append({tr("Input"), text(quote.prices.cacheMiss)});
    rows.append({tr("Output"), text(quote.prices.output)});
    m_prices->setRows(rows);

    setNote(windowText(quote.window),
        isDear(quote.prices, figures.day) ? Tone::Warning : Tone::Positive);
    QString explanation = tr("per 1M tokens", "unit of the prices above");
    if (const QString change = nextChangeText(figures); !change.isEmpty())
        explanation += u" · "_s + change;
    if (quote.confidence == Confidence::CalendarUnknown)
        explanation += u" · "_s + tr("the weekday rate; this year's holidays are not known");
    if (figures.billing == Billing::Demonstration)
        explanation += u" · "_s + tr("demonstration, nothing is charged");
    m_explanation->setText(explanation);
    //: Where a price was taken from; %1 is a web address
    m_explanation->setToolTip(tr("Source: %1").arg(quote.source));
    m_day->setDay(figures.day, figures.now);
}

} // namespace pennyworth
