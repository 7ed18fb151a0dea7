// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/undobar.h"

#include "theme/button.h"
#include "theme/figurelabel.h"
#include "theme/metrics.h"
#include "theme/paint.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeySequence>
#include <QPainter>

#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kOfferedFor = 10s;

} // namespace

UndoBar::UndoBar(const Theme &theme, QWidget *parent)
    : AlertBar(parent)
    , m_theme(theme)
    , m_text(new FigureLabel(theme, TextSize::Interface))
    , m_undo(new Button(theme, ButtonKind::Outlined, tr("Undo")))
    , m_close(new Button(theme, ButtonKind::Quiet))
{
    setObjectName(u"undoBar"_s);
    m_text->setObjectName(u"undoText"_s);
    m_undo->setObjectName(u"undoButton"_s);
    m_undo->setAccessibleName(m_undo->text());
    m_undo->setToolTip(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    m_close->setObjectName(u"closeUndoButton"_s);
    m_close->setAccessibleName(tr("Close"));
    m_close->setGlyph(Glyph::Close);
    for (Button *button : {m_undo, m_close}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->installEventFilter(this);
    }

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * metrics::kGrid, metrics::kHalf, metrics::kHalf, metrics::kHalf);
    layout->addWidget(m_text, 1);
    layout->addSpacing(metrics::kGrid);
    layout->addWidget(m_undo);
    layout->addWidget(m_close);
    setVisible(false);

    m_expiry.setObjectName(u"undoExpiry"_s);
    m_expiry.setSingleShot(true);
    m_expiry.setInterval(kOfferedFor);
    connect(&m_expiry, &QTimer::timeout, this, &UndoBar::settle);
    connect(m_undo, &Button::clicked, this, &UndoBar::undo);
    connect(m_close, &Button::clicked, this, &UndoBar::settle);
}

UndoBar::~UndoBar()
{
    for (const UndoableAct &act : std::as_const(m_acts)) {
        if (act.settle)
            act.settle();
    }
}

void UndoBar::offer(UndoableAct act)
{
    if (isOffering() && m_acts.constFirst().kind != act.kind)
        settle();
    const bool isFirst = m_acts.isEmpty();
    m_acts += std::move(act);
    const QString words = m_acts.constLast().words(static_cast<int>(m_acts.size()));
    m_text->setText(words);
    announce(words);
    raise();
    goOn();
    if (isFirst)
        emit offeringChanged(true);
}

QList<UndoableAct> UndoBar::end()
{
    m_expiry.stop();
    setVisible(false);
    QList<UndoableAct> acts = std::exchange(m_acts, {});
    if (!acts.isEmpty())
        emit offeringChanged(false);
    return acts;
}

void UndoBar::undo()
{
    const QList<UndoableAct> acts = end();
    for (auto act = acts.crbegin(); act != acts.crend(); ++act)
        act->undo();
}

void UndoBar::settle()
{
    const QList<UndoableAct> acts = end();
    for (const UndoableAct &act : acts) {
        if (act.settle)
            act.settle();
    }
}

void UndoBar::goOn()
{
    if (isOffering() && !underMouse() && !m_undo->hasFocus() && !m_close->hasFocus())
        m_expiry.start();
}

void UndoBar::enterEvent(QEnterEvent *event)
{
    AlertBar::enterEvent(event);
    m_expiry.stop();
}

void UndoBar::leaveEvent(QEvent *event)
{
    AlertBar::leaveEvent(event);
    goOn();
}

bool UndoBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_expiry.stop();
    else if (event->type() == QEvent::FocusOut)
        goOn();
    return AlertBar::eventFilter(watched, event);
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawCard(&painter, QRectF(rect()), m_theme.palette());
}

} // namespace pennyworth
