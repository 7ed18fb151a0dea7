// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QStyledItemDelegate>

namespace pennyworth {

/// Whether rows stand under the headings of their days.
enum class Headings { None, Days };

/// Paints a conversation: its title, under it who answers and what it has cost; above it, on the
/// first row of a day, the heading.
class ConversationDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    ConversationDelegate(const Theme &theme, Headings headings, QObject *parent);

    /// The row's own box within its rectangle, without the heading.
    [[nodiscard]] QRect boxOf(const QRect &rect, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    [[nodiscard]] bool hasHeading(const QModelIndex &index) const;
    [[nodiscard]] int headingHeight(const QModelIndex &index) const;
    [[nodiscard]] int paddingAbove() const;
    [[nodiscard]] int boxHeight() const;
    void paintText(QPainter *painter, const QRect &box, const QModelIndex &index) const;

    const Theme &m_theme;
    Headings m_headings;
    QFont m_titleFont;
    QFont m_captionFont;
    QFont m_headingFont;
    int m_textHeight; // of title and caption; asked for every row of a list
    int m_headingTextHeight;
};

} // namespace pennyworth
