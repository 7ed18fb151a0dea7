// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/replycard.h"

#include "spend/sparkline.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QLocale>

#include <cmath>

namespace pennyworth {

using namespace Qt::StringLiterals;

ReplyCard::ReplyCard(const Theme &theme, QWidget *parent)
    : PanelCard(theme, tr("This reply"), parent)
    , m_cost(addLargeFigure(u"replyCost"_s))
    , m_remark(new FigureLabel(theme, TextSize::Caption, Tone::Muted))
    , m_speeds(new Sparkline(theme))
{
    m_remark->setObjectName(u"replyCostRemark"_s);
    body()->addWidget(m_remark);
    body()->addWidget(m_speeds);
    body()->addSpacing(metrics::kHalf);
    m_speed = addRow(tr("Speed"), u"replySpeed"_s);
    m_firstToken = addRow(tr("First token"), u"replyFirstToken"_s);
    m_output = addRow(tr("Output so far"), u"replyOutput"_s);
    m_tokens = addRow(tr("Tokens"), u"replyTokens"_s);
    show(std::nullopt);
}

void ReplyCard::show(const std::optional<ReplyFigures> &figures)
{
    m_speeds->setVisible(figures && !figures->speeds.isEmpty());
    for (FigureLabel *row : {m_speed, m_firstToken})
        setRowShown(row, figures.has_value());
    setRowShown(m_output, figures && figures->isLive);
    setRowShown(m_tokens, figures && !figures->isLive);
    if (!figures) {
        setNote(tr("none yet", "reply"));
        m_cost->setText(u"–"_s);
        m_cost->setTone(Tone::Muted);
        m_cost->setToolTip({});
        m_remark->setVisible(false);
        return;
    }
    setNote(figures->state, figures->stateTone);
    m_cost->setText(costText(*figures));
    m_cost->setTone(figures->cost.isEmpty() ? Tone::Muted : Tone::Normal);
    m_cost->setToolTip(figures->costTip);
    m_remark->setText(costRemark(*figures));
    m_remark->setVisible(!m_remark->text().isEmpty());

    m_speeds->setValues(figures->speeds);
    const QString none = u"–"_s;
    const auto marked = [&figures](const QString &text) {
        return figures->areTokensEstimated ? estimateText(text) : text;
    };
    //: Tokens a second
    const QString speed =
        tr("%1 tok/s").arg(QLocale().toString(std::llround(figures->speed.value_or(0))));
    m_speed->setText(!figures->speed ? none : figures->isLive ? speed : marked(speed));
    m_firstToken->setText(figures->firstToken ? secondsText(*figures->firstToken) : none);
    const auto count = [&none](std::optional<qint64> tokens) {
        return tokens ? countText(*tokens) : none;
    };
    m_output->setText(estimateText(tr("%1 tokens").arg(count(figures->outputTokens))));
    //: Tokens of the prompt, then of the answer
    m_tokens->setText(
        marked(tr("%1 → %2").arg(count(figures->promptTokens), count(figures->outputTokens))));
}

} // namespace pennyworth
