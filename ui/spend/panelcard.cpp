// SPDX-License-Identifier: GPL-3.0-or-later
#include "spend/panelcard.h"

#include "theme/metrics.h"

#include <QBoxLayout>

namespace pennyworth {

namespace {

constexpr int kMargin = 12;
constexpr qreal kHeadingSpacing = 0.5;

} // namespace

PanelCard::PanelCard(const Theme &theme, const QString &heading, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_note(new FigureLabel(theme, TextSize::Caption, Tone::Muted))
    , m_body(new QVBoxLayout(this))
{
    setAccessibleName(heading);
    auto *title = new FigureLabel(theme, TextSize::Caption, Tone::Muted);
    QFont font = theme.font(TextSize::Caption, QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, kHeadingSpacing);
    title->setFont(font);
    title->setText(heading);
    m_note->setWeight(QFont::DemiBold);
    m_note->setAlignment(Qt::AlignRight);

    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::kGrid);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_note);
    m_body->setContentsMargins(kMargin, kMargin - 2, kMargin, kMargin);
    m_body->setSpacing(metrics::kHalf);
    m_body->addLayout(head);
    m_body->addSpacing(metrics::kHalf);
}

void PanelCard::setNote(const QString &note, Tone tone)
{
    m_note->setText(note);
    m_note->setTone(tone);
}

FigureLabel *PanelCard::addLargeFigure(const QString &objectName)
{
    auto *figure = new FigureLabel(m_theme, TextSize::Figure);
    figure->setWeight(QFont::DemiBold);
    figure->setObjectName(objectName);
    m_body->addWidget(figure);
    return figure;
}

FigureLabel *PanelCard::addRow(const QString &name, const QString &objectName)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    auto *caption = new FigureLabel(m_theme, TextSize::Interface, Tone::Muted);
    caption->setText(name);
    auto *figure = new FigureLabel(m_theme, TextSize::Interface);
    figure->setObjectName(objectName);
    figure->setAlignment(Qt::AlignRight);
    layout->addWidget(caption);
    layout->addStretch(1);
    layout->addWidget(figure);
    m_body->addWidget(row);
    return figure;
}

void PanelCard::setRowShown(FigureLabel *figure, bool shown)
{
    figure->parentWidget()->setVisible(shown);
}

} // namespace pennyworth
