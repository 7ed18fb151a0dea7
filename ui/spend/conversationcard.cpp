// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/conversationcard.h"

#include "domain/money.h"
#include "spend/tokenbar.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"
#include "theme/tips.h"

#include <QBoxLayout>
#include <QLocale>

namespace pennyworth {

using namespace Qt::StringLiterals;

ConversationCard::ConversationCard(const Theme &theme, QWidget *parent)
    : PanelCard(theme, tr("This conversation"), parent)
    , m_cost(addLargeFigure(u"conversationCost"_s))
    , m_remark(new FigureLabel(theme, TextSize::Caption, Tone::Muted))
    , m_tokens(new TokenBar(theme))
{
    m_remark->setObjectName(u"conversationCostRemark"_s);
    m_tokens->setObjectName(u"tokenBar"_s);
    body()->addWidget(m_remark);
    body()->addSpacing(metrics::kHalf);
    body()->addWidget(m_tokens);
    body()->addSpacing(metrics::kHalf);
    m_hitRate = addRow(tr("Cache hit rate"), u"cacheHitRate"_s);
    m_saved = addRow(tr("Saved by cache"), u"savedByCache"_s);
    m_saved->setTone(Tone::Positive);
    show({}, Billing::Billed);
}

QString totalCostText(const ConversationTotals &totals)
{
    if (!totals.cost.isEmpty()) {
        const QString sums = sumsText(totals.cost);
        return totals.estimated > 0 ? estimateText(sums) : sums;
    }
    return totals.unpriced > 0 ? ConversationCard::tr("unknown", "cost") : QString();
}

void ConversationCard::show(const ConversationTotals &totals, Billing billing)
{
    setNote(totals.requests > 0 ? tr("%n request(s)", nullptr, static_cast<int>(totals.requests))
                                : QString());
    const QString cost = totalCostText(totals);
    const bool local = billing == Billing::Local && totals.requests > 0;
    m_cost->setText(!cost.isEmpty() ? cost
            : local                 ? tr("local", "instead of a cost")
                                    : QString(u'–'));
    m_cost->setTone(totals.cost.isEmpty() ? Tone::Muted : Tone::Normal);
    m_cost->setToolTip(exactText(totals.cost));
    m_remark->setText(remarkOn(totals, billing));
    m_remark->setVisible(!m_remark->text().isEmpty());

    const qint64 input = totals.hitTokens + totals.missTokens;
    m_tokens->setVisible(input + totals.outputTokens > 0);
    m_tokens->setTokens(totals.hitTokens, totals.missTokens, totals.outputTokens);
    setRowShown(m_hitRate, input > 0);
    if (input > 0) {
        //: Per cent
        m_hitRate->setText(
            tr("%1 %").arg(QLocale().toString((totals.hitTokens * 100 + input / 2) / input)));
    }
    QList<Money> savings = totals.savedByCache;
    savings.removeIf([](const Money &saving) { return saving.picos <= 0; });
    const QString saved = sumsText(savings);
    setRowShown(m_saved, !saved.isEmpty());
    m_saved->setText(saved);
    m_saved->setToolTip(exactText(savings));
}

QString ConversationCard::remarkOn(const ConversationTotals &totals, Billing billing)
{
    if (totals.requests == 0)
        return {};
    if (billing == Billing::Demonstration)
        return tr("demonstration, nothing is charged");
    if (billing == Billing::Local)
        return tr("local, nothing is charged");
    if (totals.demonstrationRequests > 0)
        return tr("without %n demonstration request(s)", nullptr,
            static_cast<int>(totals.demonstrationRequests));
    if (totals.unpriced > 0 && !totals.cost.isEmpty())
        return tr("and %n request(s) of unknown cost", nullptr, static_cast<int>(totals.unpriced));
    return {};
}

} // namespace pennyworth
