// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/quickswitcher.h"

#include "conversations/conversationdelegate.h"
#include "conversations/conversationlistmodel.h"
#include "conversations/switchermodel.h"
#include "theme/metrics.h"
#include "theme/paint.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 560;
constexpr int kFromTop = 64;
constexpr int kRowsShown = 8;

} // namespace

QuickSwitcher::QuickSwitcher(
    const Theme &theme, const QAbstractItemModel &conversations, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
    , m_model(new SwitcherModel(conversations, this))
    , m_field(new QLineEdit)
    , m_list(new QListView)
{
    setObjectName(u"quickSwitcher"_s);
    m_field->setObjectName(u"switcherField"_s);
    m_field->setAccessibleName(tr("Switch to"));
    m_field->setPlaceholderText(tr("Switch to…"));
    m_field->setMinimumHeight(metrics::kControlHeight + metrics::kHalf);
    m_field->setTextMargins(metrics::kHalf, 0, metrics::kHalf, 0);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"switcherList"_s);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ConversationDelegate(theme, Headings::None, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGrid, metrics::kGrid, metrics::kGrid, metrics::kGrid);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    setVisible(false);

    connect(m_field, &QLineEdit::textChanged, this, &QuickSwitcher::filter);
    connect(m_list, &QListView::clicked, this, &QuickSwitcher::accept);
    window->installEventFilter(this);
}

void QuickSwitcher::open()
{
    if (isHidden())
        m_focusBefore = window()->focusWidget();
    m_field->clear();
    m_model->fill();
    filter();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void QuickSwitcher::filter()
{
    m_model->setTyped(m_field->text());
    // Nothing typed: the first row is most likely the one that is shown already.
    setCurrentRow(0);
    place();
}

void QuickSwitcher::setCurrentRow(int row)
{
    const QModelIndex index = m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0);
    m_list->setCurrentIndex(index);
    // The focus stays in the field, so that is where the row is told.
    m_field->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
}

void QuickSwitcher::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(kWidth, room.width() - 4 * metrics::kGrid);
    const int rows = std::min(m_model->rowCount(), kRowsShown);
    const QMargins margins = layout()->contentsMargins();
    const int height = margins.top()
        + m_field->sizeHint().expandedTo(m_field->minimumSize()).height() + layout()->spacing()
        + rows * m_list->sizeHintForRow(0) + margins.bottom() + metrics::kHalf;
    const int top = std::min(kFromTop, room.height() / 10);
    setGeometry((room.width() - width) / 2, top, width, std::min(height, room.height() - 2 * top));
}

void QuickSwitcher::leave()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void QuickSwitcher::accept(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    const ConversationId id{row.data(ConversationListModel::IdRole).toLongLong()};
    leave();
    if (id.isValid())
        emit chosen(id);
    else
        emit newRequested();
}

bool QuickSwitcher::takeKey(int key)
{
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept(m_list->currentIndex());
        return true;
    case Qt::Key_Down:
        setCurrentRow(row + 1);
        return true;
    case Qt::Key_Up:
        setCurrentRow(row - 1);
        return true;
    case Qt::Key_PageDown:
        setCurrentRow(row + kRowsShown);
        return true;
    case Qt::Key_PageUp:
        setCurrentRow(row - kRowsShown);
        return true;
    default:
        return false;
    }
}

bool QuickSwitcher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride: // Escape leaves, whatever streams
        if (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Cancel))
            event->accept();
        return false;
    case QEvent::KeyPress:
        return takeKey(static_cast<QKeyEvent *>(event)->key());
    case QEvent::FocusOut: {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            hide();
        return false;
    }
    default:
        return false;
    }
}

void QuickSwitcher::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawCard(&painter, QRectF(rect()), m_theme.palette());
}

} // namespace pennyworth
