// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/headingoutline.h"

#include "theme/metrics.h"
#include "theme/tips.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

#include <QKeyEvent>

#include <algorithm>
#include <chrono>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kFewestHeadings = 3;
constexpr int kNarrowest = 140;
constexpr int kWidest = 220;
constexpr int kWidestOver = 300;
constexpr auto kDelay = 60ms; // while the text moves it need not

} // namespace

HeadingOutline::HeadingOutline(const Theme &theme, TranscriptView &view)
    : QListWidget(&view)
    , m_theme(theme)
    , m_view(view)
{
    setObjectName(u"headingOutline"_s);
    setAccessibleName(tr("Headings of this answer"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setFocusPolicy(Qt::TabFocus);
    setUniformItemSizes(true);
    viewport()->setAutoFillBackground(false);
    setFont(theme.font(TextSize::Caption));
    hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &HeadingOutline::refresh);
    connect(&view, &TranscriptView::viewChanged, &m_timer, [this] {
        if (!m_timer.isActive())
            m_timer.start();
    });
    connect(this, &QListWidget::itemActivated, this, &HeadingOutline::go);
    connect(this, &QListWidget::itemClicked, this, &HeadingOutline::go);
}

void HeadingOutline::takeFocus()
{
    if (!isVisible())
        openOver();
    if (isVisible())
        setFocus(Qt::ShortcutFocusReason);
}

void HeadingOutline::openOver()
{
    const int row = m_view.rowAt({0, m_view.viewport()->height() / 3.0});
    if (row < 0)
        return;
    fill(row);
    if (count() == 0)
        return;
    setOver(true);
    place();
    markCurrent();
    show();
    raise();
}

void HeadingOutline::setOver(bool isOver)
{
    m_isOver = isOver;
    setFrameShape(isOver ? QFrame::Box : QFrame::NoFrame);
    setFrameShadow(QFrame::Plain);
    viewport()->setAutoFillBackground(isOver);
}

void HeadingOutline::closeOver()
{
    setOver(false);
    hide();
    refresh();
}

void HeadingOutline::refresh()
{
    if (m_isOver && m_view.model()->rowOf(m_message) < 0)
        setOver(false); // its answer has gone
    if (m_isOver) {
        place();
        return;
    }
    const int row = m_view.rowAt({0, m_view.viewport()->height() / 3.0});
    const int room = m_view.viewport()->width() - (row < 0 ? 0 : m_view.messageRect(row).right());
    const bool isLong = row >= 0 && m_view.messageRect(row).height() > m_view.viewport()->height();
    if (!isLong || room < kNarrowest || !m_view.isRead(row)) {
        hide();
        return;
    }
    fill(row);
    if (count() < kFewestHeadings) {
        hide();
        return;
    }
    place();
    markCurrent();
    show();
}

void HeadingOutline::fill(int row)
{
    const MessageRow &message = m_view.model()->row(row);
    if (message.id == m_message && message.text.size() == m_length)
        return;
    // Who walks through it stays where they are while the answer grows.
    const int walked = hasFocus() && message.id == m_message ? currentRow() : -1;
    m_message = message.id;
    m_length = message.text.size();
    m_positions.clear();
    clear();
    const std::vector<PlacedBlock> &blocks = m_view.blocks(row);
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind != MarkdownKind::Heading)
            continue;
        m_positions.push_back({.message = m_message, .block = int(i)});
        auto *item = new QListWidgetItem(blocks[i].layout->text(), this);
        item->setToolTip(plainTip(item->text()));
    }
    if (walked >= 0)
        setCurrentRow(walked);
}

void HeadingOutline::place()
{
    const int right = m_view.viewport()->width() - metrics::kGrid;
    const int beside =
        m_view.messageRect(m_view.model()->rowOf(m_message)).right() + 2 * metrics::kGrid;
    const int left = m_isOver ? std::max(right - kWidestOver, metrics::kGrid)
                              : std::max(beside, right - kWidest);
    const int wanted = sizeHintForRow(0) * count() + 2 * metrics::kHalf;
    setGeometry(
        left, 2 * metrics::kGrid, right - left, std::min(wanted, m_view.viewport()->height() / 2));
    QPalette colors = palette();
    colors.setColor(QPalette::Text, m_isOver ? m_theme.palette().text : m_theme.palette().muted);
    colors.setColor(QPalette::Base, m_theme.palette().raised);
    colors.setColor(QPalette::WindowText, m_theme.palette().hairline);
    colors.setColor(QPalette::Highlight, m_theme.palette().accentSoft);
    colors.setColor(QPalette::HighlightedText, m_theme.palette().text);
    setPalette(colors);
}

// The heading above what is read.
void HeadingOutline::markCurrent()
{
    if (hasFocus())
        return;
    int current = 0;
    for (int i = 0; i < int(m_positions.size()); ++i) {
        if (m_view.rectInView(m_positions[size_t(i)]).top() <= m_view.viewport()->height() / 3.0)
            current = i;
    }
    setCurrentRow(current);
}

void HeadingOutline::go(const QListWidgetItem *item)
{
    const auto index = size_t(row(item));
    if (index < m_positions.size())
        m_view.scrollToTop(m_positions[index]);
    if (m_isOver)
        m_view.setFocus(); // which closes it
}

void HeadingOutline::focusOutEvent(QFocusEvent *event)
{
    QListWidget::focusOutEvent(event);
    if (m_isOver && event->reason() != Qt::ActiveWindowFocusReason)
        closeOver();
}

bool HeadingOutline::event(QEvent *event)
{
    // Escape leaves it, whatever streams.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Cancel)) {
        event->accept();
        return true;
    }
    return QListWidget::event(event);
}

void HeadingOutline::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        m_view.setFocus();
        return;
    }
    QListWidget::keyPressEvent(event);
}

} // namespace pennyworth
