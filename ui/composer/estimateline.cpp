// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/estimateline.h"

#include "theme/figurelabel.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"
#include "theme/tips.h"

#include <QBoxLayout>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNearlyFull = 90; // per cent of the context

QString contextText(int percent)
{
    //: How full the model's context will be
    return EstimateLine::tr("context %1 % full").arg(percent);
}

} // namespace

EstimateLine::EstimateLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_estimate(new FigureLabel(theme, TextSize::Caption, Tone::Muted))
    , m_rate(new FigureLabel(theme, TextSize::Caption, Tone::Muted))
{
    m_estimate->setObjectName(u"estimateLine"_s);
    m_estimate->setAccessibleName(tr("Estimate"));
    m_rate->setObjectName(u"rateLine"_s);
    m_layout->setContentsMargins(2, 0, 2, 0);
    m_layout->addWidget(m_estimate, 1);
    m_layout->addWidget(m_rate);
    fit();
}

void EstimateLine::show(const Estimate &estimate, EstimateBilling billing)
{
    const QString text = estimateLineText(estimate, billing);
    m_estimate->setToolTip(text.isEmpty() ? QString() : estimateTip(estimate, billing));
    if (text == m_estimate->text())
        return;
    m_estimate->setText(text);
    m_estimate->setAccessibleDescription(text);
    m_estimate->setTone(
        estimate.contextPercent.value_or(0) >= kNearlyFull ? Tone::Warning : Tone::Muted);
    fit();
}

void EstimateLine::setRate(const QString &text, const QString &tip)
{
    m_rate->setText(text);
    m_rate->setToolTip(tip);
    fit();
}

void EstimateLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EstimateLine::fit()
{
    constexpr int kGap = 2 * metrics::kGrid;
    const int wanted = m_estimate->sizeHint().width() + kGap + m_rate->sizeHint().width();
    const bool isWide = wanted <= contentsRect().width() - 4;
    m_layout->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setSpacing(isWide ? kGap : 2);
    m_rate->setVisible(!m_rate->text().isEmpty());
    m_estimate->setVisible(isWide || !m_estimate->text().isEmpty());
}

QString rangeText(const Money &low, const Money &high)
{
    const QString from = moneyText(low);
    QString to = moneyText(high);
    if (from == to)
        return estimateText(from);
    const QString symbol = low.currency.symbol();
    if (from.startsWith(symbol) && to.startsWith(symbol))
        to.remove(0, symbol.size());
    return from + u" – "_s + to;
}

QString estimateLineText(const Estimate &estimate, EstimateBilling billing)
{
    if (estimate.promptTokens <= 0)
        return {};
    //: The size of the whole prompt, with the conversation so far
    QStringList parts{
        estimateText(EstimateLine::tr("%1 tokens").arg(countText(estimate.promptTokens)))};
    if (estimate.cachedTokens > 0) {
        //: Of the prompt's tokens, those that should come from the service's cache
        parts += EstimateLine::tr("%1 cached likely").arg(countText(estimate.cachedTokens));
    }
    if (estimate.low && estimate.high)
        parts += rangeText(*estimate.low, *estimate.high);
    else if (billing == EstimateBilling::Billed)
        parts += EstimateLine::tr("cost unknown");
    if (estimate.contextPercent.value_or(0) >= kContextShownFrom)
        parts += contextText(*estimate.contextPercent);
    return parts.join(u" · "_s);
}

QString estimateTip(const Estimate &estimate, EstimateBilling billing)
{
    QStringList lines{
        EstimateLine::tr("The whole prompt, with the conversation so far: %1.")
            .arg(
                estimateText(EstimateLine::tr("%1 tokens").arg(countText(estimate.promptTokens))))};
    if (estimate.cachedTokens > 0) {
        lines +=
            EstimateLine::tr("%1 of them were sent before and should still be in the service's "
                             "cache, which promises nothing.")
                .arg(countText(estimate.cachedTokens));
    }
    const QString low = countText(estimate.output.low);
    const QString high = countText(estimate.output.high);
    if (estimate.output.replies > 0) {
        //: %1 and %2 are numbers of tokens
        lines += EstimateLine::tr("The answer: %1 to %2 tokens, as eight of ten of the last %n "
                                  "replies of this model, thinking included.",
            nullptr, static_cast<int>(estimate.output.replies))
                     .arg(low, high);
    } else {
        lines += EstimateLine::tr("The answer: %1 to %2 tokens assumed, as long as this model has "
                                  "not answered before.")
                     .arg(low, high);
    }
    if (estimate.low && estimate.high) {
        //: %1 and %2 are amounts of money to their last digit
        lines += EstimateLine::tr("The cost: %1 to %2.")
                     .arg(exactText(*estimate.low), exactText(*estimate.high));
    }
    if (estimate.highWithoutCache && estimate.highWithoutCache != estimate.high) {
        //: %1 is an amount of money
        lines += EstimateLine::tr("Up to %1 where nothing comes from the cache.")
                     .arg(moneyText(*estimate.highWithoutCache));
    }
    if (!estimate.high && billing == EstimateBilling::Billed)
        lines += EstimateLine::tr("No price of this model is known.");
    if (estimate.high && billing == EstimateBilling::Unbilled)
        lines +=
            EstimateLine::tr("Nothing is charged: these are the prices that are demonstrated.");
    return lines.join(u'\n');
}

} // namespace pennyworth
