// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/contextnotice.h"

#include "composer/flowlayout.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QLabel>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFull = 100;

QString wordsFor(int percent)
{
    return percent >= kFull
        ? ContextNotice::tr("The prompt is longer than the model's context. Nothing is left out "
                            "unless you say so.")
        : ContextNotice::tr("The model's context is %1 % full: the answer may not fit any more.")
              .arg(percent);
}

} // namespace

ContextNotice::ContextNotice(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel)
    , m_summarise(new Button(theme, ButtonKind::Outlined, tr("Summarise")))
    , m_fresh(new Button(theme, ButtonKind::Outlined, tr("Start fresh")))
    , m_leaveOut(new Button(theme, ButtonKind::Outlined, tr("Leave out earlier messages…")))
{
    setObjectName(u"contextNotice"_s);
    m_words->setObjectName(u"contextWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(theme.font(TextSize::Interface));
    m_summarise->setObjectName(u"summariseButton"_s);
    m_fresh->setObjectName(u"startFreshButton"_s);
    m_fresh->setAccessibleName(m_fresh->text());
    m_fresh->setToolTip(tr("A new conversation with the same model and parameters"));
    m_leaveOut->setObjectName(u"leaveOutButton"_s);
    m_leaveOut->setAccessibleName(m_leaveOut->text());
    m_leaveOut->setToolTip(tr("They stay here, but are no longer sent"));
    auto *buttons = new FlowLayout(metrics::kGrid);
    buttons->addWidget(m_summarise);
    buttons->addWidget(m_leaveOut);
    buttons->addWidget(m_fresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::kHalf);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_words);
    layout->addLayout(buttons);
    setVisible(false);
    connect(m_summarise, &Button::clicked, this, &ContextNotice::summaryRequested);
    connect(m_fresh, &Button::clicked, this, &ContextNotice::freshStartRequested);
    connect(m_leaveOut, &Button::clicked, this, &ContextNotice::leaveOutRequested);
}

void ContextNotice::show(const ContextOffer &offer)
{
    setVisible(offer.percent >= kContextLimit);
    m_words->setText(wordsFor(offer.percent));
    m_leaveOut->setVisible(offer.canLeaveOut);
    m_summarise->setVisible(offer.canSummarise);
    const QString words = tr("Summarise");
    m_summarise->setText(
        offer.summaryCost.isEmpty() ? words : words + u" · "_s + offer.summaryCost);
    m_summarise->setAccessibleName(m_summarise->text());
    m_summarise->setToolTip(
        tr("The model sums up what was said, in a request of its own. Its summary is then sent "
           "instead; everything stays here and can be sent again."));
}

} // namespace pennyworth
