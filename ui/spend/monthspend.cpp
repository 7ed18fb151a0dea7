// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/monthspend.h"

#include "chat/workspace.h"
#include "domain/money.h"
#include "domain/whendone.h"
#include "theme/figurelabel.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"
#include "theme/tips.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kSide = 10; // as the rows of conversations above it
constexpr auto kAskAfter = 1s;
constexpr std::chrono::milliseconds kLookAgain = 10min;

/// The local day, as the ledger counts days.
QDate today(const Clock &clock)
{
    const Instant now = clock.now();
    const auto local = now + std::chrono::minutes(clock.utcOffsetMinutes(now));
    return QDateTime::fromMSecsSinceEpoch(local.time_since_epoch().count(), Qt::UTC).date();
}

QDate firstOfMonth(QDate day)
{
    return {day.year(), day.month(), 1};
}

/// To the local midnight at which `month` ends; a change of the clocks until then does not matter,
/// since it is looked again.
std::chrono::milliseconds untilEnd(QDate month, const Clock &clock)
{
    const Instant now = clock.now();
    const auto local = now + std::chrono::minutes(clock.utcOffsetMinutes(now));
    const qint64 end = month.addMonths(1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    return std::chrono::milliseconds(end) - local.time_since_epoch();
}

/// One a currency, of what has a known cost.
QList<Money> sumsOf(const QList<SpendRow> &rows)
{
    QList<Money> sums;
    for (const SpendRow &row : rows) {
        if (row.requests == row.unpriced)
            continue;
        const auto same = std::ranges::find(sums, row.currency, &Money::currency);
        if (same == sums.end())
            sums += row.amount;
        else if (const Result<Money> sum = add(*same, row.amount))
            *same = *sum;
    }
    return sums;
}

} // namespace

MonthSpend::MonthSpend(const Theme &theme, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_month(new FigureLabel(theme, TextSize::Interface, Tone::Muted))
    , m_amount(new FigureLabel(theme, TextSize::Interface))
{
    m_month->setObjectName(u"month"_s);
    m_amount->setObjectName(u"monthSpend"_s);
    m_amount->setAlignment(Qt::AlignRight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSide, metrics::kGrid, kSide, metrics::kHalf);
    layout->addWidget(m_month);
    layout->addStretch(1);
    layout->addWidget(m_amount);
    setVisible(false);

    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(kAskAfter);
    connect(&m_askSoon, &QTimer::timeout, this, &MonthSpend::ask);
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setTimerType(Qt::PreciseTimer); // a coarse one may come before midnight
    connect(&m_lookTimer, &QTimer::timeout, this, &MonthSpend::look);
    connect(&workspace, &Workspace::conversationsLoaded, this, &MonthSpend::ask);
    const auto askSoon = [this] {
        if (!m_askSoon.isActive())
            m_askSoon.start();
    };
    // A short reply may be settled before its new conversation is read for the first time.
    connect(&workspace, &Workspace::conversationAdded, this, askSoon);
    connect(&workspace, &Workspace::conversationChanged, this, askSoon);
}

void MonthSpend::ask()
{
    const QDate day = today(m_workspace.clock());
    const QDate first = firstOfMonth(day);
    const SpendQuery query{.from = first, .to = day, .by = SpendGroup::Provider};
    whenDone(m_workspace.spend(query), this, [this, first](const Result<QList<SpendRow>> &rows) {
        if (rows)
            show(first, *rows);
    });
}

void MonthSpend::show(QDate month, const QList<SpendRow> &rows)
{
    const QString text = spendText(rows);
    m_month->setText(QLocale().standaloneMonthName(month.month()));
    m_amount->setText(text);
    m_amount->setToolTip(exactText(sumsOf(rows)));
    setVisible(!text.isEmpty());
    m_shownMonth = text.isEmpty() ? QDate() : month;
    lookAgain();
}

void MonthSpend::look()
{
    if (m_shownMonth.isValid() && firstOfMonth(today(m_workspace.clock())) != m_shownMonth)
        ask();
    lookAgain();
}

void MonthSpend::lookAgain()
{
    m_lookTimer.stop();
    m_nextLook.reset();
    if (!m_shownMonth.isValid())
        return;
    const auto left = untilEnd(m_shownMonth, m_workspace.clock());
    const auto wait = std::clamp(left, std::chrono::milliseconds(1s), kLookAgain);
    m_nextLook = m_workspace.clock().now() + wait;
    m_lookTimer.start(wait);
}

void MonthSpend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), metrics::kHairline, m_theme.palette().hairline);
}

QString spendText(const QList<SpendRow> &rows)
{
    bool isEstimated = false;
    bool isPartlyUnknown = false;
    for (const SpendRow &row : rows) {
        isEstimated |= row.estimated > 0;
        isPartlyUnknown |= row.unpriced > 0;
    }
    const QList<Money> sums = sumsOf(rows);
    if (sums.isEmpty())
        return {};
    const QString text = sumsText(sums) + (isPartlyUnknown ? u" + ?"_s : QString());
    return isEstimated ? estimateText(text) : text;
}

} // namespace pennyworth
