// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/transcriptview.h"

#include "theme/button.h"
#include "theme/metrics.h"
#include "theme/theme.h"
#include "transcript/messagelistmodel.h"
#include "transcript/remotepictures.h"
#include "transcript/scrollmarks.h"
#include "transcript/selectedmessages.h"
#include "transcript/transcriptaccessible.h"
#include "typesetting/typesetter.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QtMath>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qreal kTopPadding = 8;
constexpr qreal kBottomPadding = 16;
constexpr int kWideMargin = 40;
constexpr int kNarrowMargin = 16;
constexpr int kNarrow = 560; // px: below it the margins are narrow
constexpr auto kRefreshInterval = 16ms;

} // namespace

TranscriptView::TranscriptView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_empty(std::make_unique<MessageListModel>())
    , m_rows(kTopPadding, kBottomPadding)
{
    installTranscriptAccessibility(); // before anything asks for the accessible
    setObjectName(u"transcript"_s);
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);

    m_jumpButton = new Button(theme, ButtonKind::Outlined, tr("Jump to latest"), this);
    m_jumpButton->setObjectName(u"jumpToLatest"_s);
    m_jumpButton->setAccessibleName(m_jumpButton->text());
    m_jumpButton->setFocusPolicy(Qt::TabFocus);
    m_jumpButton->setCursor(Qt::PointingHandCursor);
    m_jumpButton->hide();
    connect(m_jumpButton, &QPushButton::clicked, this, &TranscriptView::jumpToLatest);

    m_scrollMarks = new ScrollMarks(verticalScrollBar());
    m_linkLabel = new QLabel(this);
    m_linkLabel->setObjectName(u"linkAddress"_s);
    m_linkLabel->setTextFormat(Qt::PlainText);
    m_linkLabel->setAutoFillBackground(true);
    m_linkLabel->setMargin(metrics::kHalf);
    m_linkLabel->hide();

    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &TranscriptView::refresh);
    m_readTimer.setSingleShot(true);
    connect(&m_readTimer, &QTimer::timeout, this, &TranscriptView::readOn);
    m_dragTimer.setInterval(30ms);
    connect(&m_dragTimer, &QTimer::timeout, this, &TranscriptView::dragOnward);

    applyStyle();
    setModel(nullptr);
}

TranscriptView::~TranscriptView() = default;

// --- content

void TranscriptView::setModel(MessageListModel *model)
{
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model ? model : m_empty.get();
    m_layouts.setModel(m_model);
    connectModel();
    resetRows();
}

void TranscriptView::connectModel()
{
    connect(m_model, &QAbstractItemModel::modelReset, this, &TranscriptView::resetRows);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                m_layouts.forget(m_model->row(row).id);
            m_rows.remove(first, last - first + 1);
            if (m_rows.count() == 0)
                stopDragging();
            m_isDirty = true;
            viewport()->update();
        });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
            changeRows(first.row(), last.row(), roles);
        });
}

void TranscriptView::resetRows()
{
    m_layouts.clear();
    m_rows.clear();
    m_grown.clear();
    m_selection.clear();
    m_hovered.reset();
    m_hoveredMessage = {};
    m_focused.reset();
    m_hotBar.reset();
    m_barGrip.reset();
    m_shownHit.reset();
    if (m_model->rowCount() > 0)
        insertRows(0, m_model->rowCount() - 1);
    m_isDirty = true;
    viewport()->update();
}

void TranscriptView::insertRows(int first, int last)
{
    std::vector<qreal> estimates;
    estimates.reserve(size_t(last - first + 1));
    for (int row = first; row <= last; ++row)
        estimates.push_back(MessageLayout::estimatedHeight(
            m_model->row(row), m_layouts.width(), m_layouts.style()));
    m_rows.insert(first, estimates);
    // Who sends wants to see the answer, wherever the view stood.
    const bool isSent = last == m_model->rowCount() - 1 && first > 0
        && m_model->row(last).status == MessageStatus::Streaming;
    if (isSent)
        m_rows.scrollToEnd();
    m_isDirty = true;
    viewport()->update();
}

void TranscriptView::changeRows(int first, int last, const QList<int> &roles)
{
    const bool onlyGrew = roles.size() == 1 && roles.constFirst() == MessageListModel::TailRole;
    for (int row = first; row <= last; ++row) {
        if (onlyGrew) {
            m_grown.insert(m_model->row(row).id);
            continue;
        }
        m_grown.remove(m_model->row(row).id);
        m_layouts.update(row);
        m_rows.setEstimate(row, m_rows.height(row));
        if (m_model->row(row).status != MessageStatus::Streaming)
            announce(row, &SentenceAnnouncer::finished);
        m_isDirty = true;
        viewport()->update();
    }
    if (onlyGrew && !m_refreshTimer.isActive())
        m_refreshTimer.start(std::max<std::chrono::milliseconds>(
            kRefreshInterval, std::chrono::milliseconds(2 * m_lastCostMs)));
}

void TranscriptView::refresh()
{
    m_cost.start();
    const bool wasSettled = !m_isDirty;
    const qreal seenBefore = m_rows.scrollValue();
    const qreal heightBefore = m_rows.totalHeight();
    const qreal changed = takeGrowth();
    settle();
    const int moved = qRound(m_rows.scrollValue() - seenBefore);
    if (!wasSettled) {
        viewport()->repaint();
    } else {
        if (moved != 0)
            viewport()->scroll(0, -moved);
        // Where the height is the same nothing below the message moved.
        const bool isHigher = m_rows.totalHeight() != heightBefore;
        const int bottom = isHigher ? viewport()->height() : qCeil(m_lowestGrown);
        const int top = std::max(0, int(changed) - moved);
        if (top < bottom)
            viewport()->repaint(0, top, viewport()->width(), bottom - top);
    }
    m_lastCostMs = m_cost.elapsed();
}

// Returns where in the viewport the first change is, below it where nothing that is seen changed.
qreal TranscriptView::takeGrowth()
{
    qreal changed = viewport()->height();
    m_lowestGrown = 0;
    const QSet<MessageId> grown = std::exchange(m_grown, {});
    for (const MessageId id : grown) {
        const int row = m_model->rowOf(id);
        if (row < 0)
            continue;
        if (const std::optional<qreal> top = m_layouts.grow(row)) {
            changed = std::min(changed, rowTop(row) + *top);
            m_lowestGrown = std::max(m_lowestGrown, rowTop(row) + m_rows.height(row));
            m_rows.setEstimate(row, m_rows.height(row));
        } else if (!m_layouts.find(id)) {
            m_rows.setEstimate(row,
                MessageLayout::estimatedHeight(
                    m_model->row(row), m_layouts.width(), m_layouts.style()));
        }
        announce(row, &SentenceAnnouncer::grew);
    }
    return changed;
}

void TranscriptView::announce(int row, QString (SentenceAnnouncer::*what)(const MessageRow &))
{
    if (QAccessible::isActive())
        announceText(*this, row, (m_announcer.*what)(m_model->row(row)));
}

// --- geometry

void TranscriptView::applyStyle()
{
    TranscriptStyle style = transcriptStyle(m_theme, m_zoom);
    style.typesetter = m_typesetter;
    style.pictures = m_pictures;
    style.codeDisplay = m_codeDisplay;
    m_layouts.setStyle(style);
    const Palette &palette = m_theme.palette();
    QPalette label = m_linkLabel->palette();
    label.setColor(QPalette::Window, palette.prompt);
    label.setColor(QPalette::WindowText, palette.text);
    m_linkLabel->setPalette(label);
    m_linkLabel->setFont(m_layouts.style().caption);
    m_rows.scaleEstimates(1);
    m_isDirty = true;
    viewport()->update();
}

void TranscriptView::applyWidth()
{
    const int margin = viewport()->width() < kNarrow ? kNarrowMargin : kWideMargin;
    const qreal width = std::clamp(viewport()->width() - 2 * margin, 1, metrics::kTextColumnWidth);
    if (width != m_layouts.width()) {
        m_rows.scaleEstimates(m_layouts.width() > 1 ? m_layouts.width() / width : 1);
        m_layouts.setWidth(width);
    }
    m_isDirty = true;
}

void TranscriptView::settle()
{
    m_isDirty = false;
    m_rows.setViewHeight(viewport()->height());
    m_rows.settle(measurer());
    if (!m_readTimer.isActive() && m_layouts.reading())
        m_readTimer.start();
    syncScrollBar();
    placeOverlays();
}

void TranscriptView::ensureSettled()
{
    if (m_isDirty)
        settle();
}

void TranscriptView::syncScrollBar()
{
    const QScopedValueRollback syncing(m_isSyncing, true);
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, qRound(m_rows.greatestScrollValue()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(qRound(m_layouts.style().lineHeight));
    bar->setValue(qRound(m_rows.scrollValue()));
    m_lastScrollValue = bar->value();
}

void TranscriptView::placeOverlays()
{
    const bool isAway = m_model->rowCount() > 0 && !m_rows.follows()
        && m_rows.scrollValue() < m_rows.greatestScrollValue() - m_layouts.style().lineHeight;
    m_jumpButton->setVisible(isAway);
    if (isAway) {
        m_jumpButton->resize(m_jumpButton->sizeHint());
        m_jumpButton->move((viewport()->width() - m_jumpButton->width()) / 2,
            viewport()->height() - m_jumpButton->height() - 2 * metrics::kGrid);
    }
    m_linkLabel->move(0, viewport()->height() - m_linkLabel->height());
    emit viewChanged();
}

TranscriptLayout::Measured TranscriptView::measure(int row, const TranscriptLayout::Part &part)
{
    MessageLayout &layout = m_layouts.at(row);
    TranscriptLayout::Measured measured;
    if (part.keep == TranscriptLayout::Part::Keep::From)
        layout.measure(part.from, part.to);
    else
        measured.moved = layout.measureAbove(part.to, part.to - part.from);
    measured.height = layout.layOut(m_layouts.width());
    measured.isExact = layout.isExact();
    return measured;
}

TranscriptLayout::Measure TranscriptView::measurer()
{
    return [this](int row, const TranscriptLayout::Part &part) { return measure(row, part); };
}

qreal TranscriptView::columnLeft() const
{
    return std::floor((viewport()->width() - m_layouts.width()) / 2);
}

qreal TranscriptView::rowTop(int row) const
{
    return qRound(m_rows.top(row) - m_rows.scrollValue());
}

int TranscriptView::rowAt(QPointF point)
{
    ensureSettled();
    return m_rows.rowAt(point.y() + m_rows.scrollValue());
}

QPointF TranscriptView::inMessage(int row, QPointF point) const
{
    return point - QPointF(columnLeft(), rowTop(row));
}

QRect TranscriptView::messageRect(int row)
{
    ensureSettled();
    return QRectF(columnLeft(), rowTop(row), m_layouts.width(), m_rows.height(row)).toRect();
}

std::vector<TranscriptControl> TranscriptView::controls(int row)
{
    return m_layouts.at(row).controls();
}

const std::vector<PlacedBlock> &TranscriptView::blocks(int row)
{
    return whole(row).column(Section::Answer).blocks();
}

QRectF TranscriptView::caretRect(const TextPosition &position)
{
    const int row = m_model->rowOf(position.message);
    return row < 0 ? QRectF() : whole(row).caretRect(position);
}

void TranscriptView::scrollByPixels(qreal pixels)
{
    ensureSettled();
    m_rows.scrollBy(pixels, measurer());
    syncScrollBar();
    placeOverlays();
    viewport()->update();
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (m_isSyncing)
        return;
    const int value = verticalScrollBar()->value();
    const int delta = value - m_lastScrollValue;
    if (std::abs(delta) <= 2 * viewport()->height()) {
        scrollByPixels(delta);
        return;
    }
    scrollToValue(value);
}

void TranscriptView::scrollToValue(qreal value)
{
    ensureSettled();
    m_rows.scrollTo(value);
    settle();
    viewport()->update();
}

void TranscriptView::jumpToLatest()
{
    m_rows.scrollToEnd();
    settle();
    viewport()->update();
}

void TranscriptView::resizeEvent(QResizeEvent *)
{
    applyWidth();
    settle();
}

void TranscriptView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        applyStyle();
    QAbstractScrollArea::changeEvent(event);
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    ensureSettled();
    QPainter painter(viewport());
    const QRectF visible = event->rect();
    painter.fillRect(visible, m_layouts.style().palette.surface);
    for (int row = m_rows.count() > 0 ? m_rows.anchor().row : 0; row < m_rows.count(); ++row) {
        if (rowTop(row) > visible.bottom())
            break;
        if (rowTop(row) + m_rows.height(row) >= visible.top())
            paintRow(&painter, row, visible);
    }
    paintHotBar(&painter);
    paintCaret(&painter);
    m_layouts.trim();
}

void TranscriptView::paintRow(QPainter *painter, int row, const QRectF &visible)
{
    MessageLayout &layout = m_layouts.at(row);
    MessageLayout::Look look;
    const std::optional<TextSpan> span = selectedSpan();
    if (span || m_search) {
        look.marks = [this, id = layout.id(), span](
                         Section section, int index, const PlacedBlock &block) {
            return marksOf(
                span, {.message = id, .section = section, .block = index, .offset = 0}, block);
        };
    }
    look.isHovered = m_hoveredMessage == layout.id();
    if (m_hovered && m_hovered->message == layout.id())
        look.hovered = m_hovered->control;
    if (m_focused && m_focused->message == layout.id() && hasFocus())
        look.focused = m_focused->control;
    look.showsCaret = m_model->row(row).status == MessageStatus::Streaming;
    layout.draw(painter, {columnLeft(), rowTop(row)}, visible, look);
}

// --- copying

TextSelection::RowOf TranscriptView::rowFinder() const
{
    return [this](MessageId id) { return m_model->rowOf(id); };
}

SelectedText TranscriptView::selection()
{
    const std::optional<TextSpan> span = selectedSpan();
    return span ? selectedText(*m_model, m_layouts, *span) : SelectedText{};
}

void TranscriptView::copy()
{
    const SelectedText selected = selection();
    if (!selected.isEmpty())
        QGuiApplication::clipboard()->setMimeData(selected.toMimeData().release());
}

void TranscriptView::copyMessage(MessageId message)
{
    const int row = m_model->rowOf(message);
    if (row < 0)
        return;
    QGuiApplication::clipboard()->setMimeData(wholeText(m_model->row(row)).toMimeData().release());
}

} // namespace pennyworth
