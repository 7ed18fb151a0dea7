// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/conversationdelegate.h"

#include "conversations/conversationlistmodel.h"
#include "theme/figures.h"
#include "theme/metrics.h"
#include "theme/paint.h"

#include <QLineEdit>
#include <QPainter>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 10; // at the sides of a row
constexpr int kPaddingAbove = 7; // and above and below its text
constexpr int kCompactPaddingAbove = 3;
constexpr int kLineGap = 2;
constexpr int kDot = 7;
constexpr int kFirstHeadingAbove = 6;
constexpr int kHeadingAbove = 14;
constexpr int kHeadingBelow = 6;

} // namespace

ConversationDelegate::ConversationDelegate(const Theme &theme, Headings headings, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_headings(headings)
    , m_titleFont(theme.font(TextSize::Interface))
    , m_captionFont(theme.font(TextSize::Caption))
    , m_headingFont(theme.font(TextSize::Caption, QFont::DemiBold))
    , m_textHeight(
          QFontMetrics(m_titleFont).height() + kLineGap + QFontMetrics(m_captionFont).height())
    , m_headingTextHeight(QFontMetrics(m_headingFont).height())
{
}

bool ConversationDelegate::hasHeading(const QModelIndex &index) const
{
    if (m_headings == Headings::None)
        return false;
    if (index.row() == 0)
        return true;
    const int role = ConversationListModel::GroupRole;
    return index.data(role) != index.siblingAtRow(index.row() - 1).data(role);
}

int ConversationDelegate::headingHeight(const QModelIndex &index) const
{
    if (!hasHeading(index))
        return 0;
    const int above = index.row() == 0 ? kFirstHeadingAbove : kHeadingAbove;
    return above + m_headingTextHeight + kHeadingBelow;
}

int ConversationDelegate::paddingAbove() const
{
    return m_theme.density() == Density::Compact ? kCompactPaddingAbove : kPaddingAbove;
}

int ConversationDelegate::boxHeight() const
{
    return 2 * paddingAbove() + m_textHeight;
}

QRect ConversationDelegate::boxOf(const QRect &rect, const QModelIndex &index) const
{
    return rect.adjusted(0, headingHeight(index), 0, 0);
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {0, headingHeight(index) + boxHeight()};
}

void ConversationDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect box = boxOf(option.rect, index);
    if (hasHeading(index)) {
        const QRect heading(option.rect.left() + kPadding,
            box.top() - kHeadingBelow - m_headingTextHeight, option.rect.width() - 2 * kPadding,
            m_headingTextHeight);
        painter->setFont(m_headingFont);
        painter->setPen(m_theme.palette().muted);
        painter->drawText(heading, Qt::AlignLeft | Qt::AlignVCenter,
            DayGroup::fromKey(index.data(ConversationListModel::GroupRole).toInt()).title());
    }
    QColor fill;
    if (option.state.testFlag(QStyle::State_Selected))
        fill = m_theme.palette().accentSoft;
    else if (option.state.testFlag(QStyle::State_MouseOver))
        fill = m_theme.palette().hairline;
    if (fill.isValid())
        drawRoundedBox(painter, QRectF(box), {.fill = fill, .radius = metrics::kControlRadius});
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        drawFocusRing(painter, QRectF(box), m_theme.palette());
    paintText(painter, box, index);
    painter->restore();
}

void ConversationDelegate::paintText(
    QPainter *painter, const QRect &box, const QModelIndex &index) const
{
    const Palette &colors = m_theme.palette();
    QRect inner = box.adjusted(kPadding, paddingAbove(), -kPadding, -paddingAbove());

    const bool streaming = index.data(ConversationListModel::StreamingRole).toBool();
    const bool unread = index.data(ConversationListModel::UnreadRole).toBool();
    const QFontMetrics titleMetrics(m_titleFont);
    QRect title(inner.left(), inner.top(), inner.width(), titleMetrics.height());
    if (streaming || unread) {
        const QRect dot(title.right() - kDot + 1, title.center().y() - kDot / 2, kDot, kDot);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colors.accent, 1.5));
        painter->setBrush(unread ? QBrush(colors.accent)
                                 : QBrush(Qt::NoBrush)); // a ring streams, a disc is unread
        painter->drawEllipse(QRectF(dot).adjusted(0.75, 0.75, -0.75, -0.75));
        title.setRight(dot.left() - metrics::kHalf);
    }
    painter->setFont(m_titleFont);
    painter->setPen(colors.text);
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        titleMetrics.elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideRight, title.width()));

    const QFontMetrics metrics(m_captionFont);
    const qreal baseline = inner.top() + titleMetrics.height() + kLineGap + metrics.ascent();
    const QString cost = index.data(ConversationListModel::CostRole).toString();
    const qreal costWidth = figureWidth(m_captionFont, cost);
    painter->setFont(m_captionFont);
    painter->setPen(colors.muted);
    drawFigures(painter, {inner.right() + 1 - costWidth, baseline}, cost);
    const int room = inner.width() - static_cast<int>(costWidth) - metrics::kGrid;
    painter->drawText(QPointF(inner.left(), baseline),
        metrics.elidedText(
            index.data(ConversationListModel::ModelRole).toString(), Qt::ElideRight, room));
}

QWidget *ConversationDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(u"titleEditor"_s);
    editor->setAccessibleName(tr("Title"));
    return editor;
}

/// Only once: what is typed stays when the row changes meanwhile.
void ConversationDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const auto *title = qobject_cast<QLineEdit *>(editor);
    if (!title || !title->isModified())
        QStyledItemDelegate::setEditorData(editor, index);
}

void ConversationDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect box = boxOf(option.rect, index);
    const int height = editor->sizeHint().height();
    editor->setGeometry(box.left() + metrics::kHalf, box.top() + (box.height() - height) / 2,
        box.width() - metrics::kGrid, height);
}

} // namespace pennyworth
