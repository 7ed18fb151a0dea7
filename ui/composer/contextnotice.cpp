// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/contextnotice.h"

#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QLabel>

namespace pennyworth {

using namespace Qt::StringLiterals;

ContextNotice::ContextNotice(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel)
    , m_fresh(new Button(theme, ButtonKind::Outlined, tr("Start fresh")))
    , m_leaveOut(new Button(theme, ButtonKind::Outlined, tr("Leave out earlier messages…")))
{
    setObjectName(u"contextNotice"_s);
    m_words->setObjectName(u"contextWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(theme.font(TextSize::Interface));
    m_fresh->setObjectName(u"startFreshButton"_s);
    m_fresh->setAccessibleName(m_fresh->text());
    m_fresh->setToolTip(tr("A new conversation with the same model and parameters"));
    m_leaveOut->setObjectName(u"leaveOutButton"_s);
    m_leaveOut->setAccessibleName(m_leaveOut->text());
    m_leaveOut->setToolTip(tr("They stay here, but are no longer sent"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(m_fresh);
    buttons->addWidget(m_leaveOut);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::kHalf);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_words);
    layout->addLayout(buttons);
    setVisible(false);
    connect(m_fresh, &Button::clicked, this, &ContextNotice::freshStartRequested);
    connect(m_leaveOut, &Button::clicked, this, &ContextNotice::leaveOutRequested);
}

void ContextNotice::show(std::optional<int> percent, bool canLeaveOut)
{
    constexpr int kFull = 100;
    const int filled = percent.value_or(0);
    setVisible(filled >= kContextLimit);
    m_leaveOut->setVisible(canLeaveOut);
    m_words->setText(filled >= kFull
            ? tr("The prompt is longer than the model's context. Nothing is left out unless you "
                 "say so.")
            : tr("The model's context is %1 % full: the answer may not fit any more.").arg(filled));
}

} // namespace pennyworth
