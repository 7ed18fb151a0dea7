// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include "theme/metrics.h"

#include <QBoxLayout>
#include <QLabel>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPageMargin = 24;
constexpr int kCardMargin = 14;
constexpr int kTextWidth = 640; // of a page at most

QLabel *makeLabel(const QFont &font, const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setWordWrap(true);
    return label;
}

} // namespace

QLabel *makeNote(const Theme &theme, const QString &text)
{
    QLabel *note = makeLabel(theme.font(TextSize::Caption), text);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    note->setFocusPolicy(Qt::NoFocus);
    return note;
}

void showNote(QLabel *note, const QString &text, QPalette::ColorRole role)
{
    note->setForegroundRole(role);
    note->setText(text);
    note->setAccessibleName(text);
    note->setVisible(!text.isEmpty());
}

SettingsCard::SettingsCard(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(kCardMargin, kCardMargin - 2, kCardMargin, kCardMargin - 2);
    m_layout->setSpacing(metrics::kGrid + metrics::kHalf);
}

void SettingsCard::addRow(const QString &label, const QString &note, QWidget *control)
{
    QLabel *name = makeLabel(m_theme.font(TextSize::Interface), label);
    name->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    if (!note.isEmpty()) {
        words->addWidget(makeNote(m_theme, note));
        control->setAccessibleDescription(note);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * metrics::kGrid);
    row->addLayout(words, 1);
    // What grows with the room takes more of it than the words.
    const bool isGrowing = control->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding;
    row->addWidget(control, isGrowing ? 2 : 0);
    m_layout->addLayout(row);
}

void SettingsCard::addWide(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void SettingsCard::addWide(QLayout *layout)
{
    m_layout->addLayout(layout);
}

SettingsPage::SettingsPage(const Theme &theme, const QString &heading, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_heading(heading)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(heading);

    auto *content = new QWidget;
    content->setMaximumWidth(kTextWidth + 2 * kPageMargin);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(
        kPageMargin, kPageMargin - metrics::kHalf, kPageMargin, kPageMargin);
    m_layout->setSpacing(metrics::kGrid);
    QFont font = theme.font(TextSize::Body, QFont::DemiBold);
    font.setPixelSize(font.pixelSize() + 3);
    m_layout->addWidget(makeLabel(font, heading));
    m_layout->addStretch(1);

    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(content, 1000); // takes all there is up to its maximum
    row->addStretch(1);
    setWidget(whole);
}

void SettingsPage::addWidget(QWidget *widget)
{
    m_layout->insertWidget(m_layout->count() - 1, widget); // before the stretch
}

SettingsCard *SettingsPage::addCard(const QString &title)
{
    if (!title.isEmpty()) {
        QLabel *label = makeLabel(m_theme.font(TextSize::Caption, QFont::DemiBold), title);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(2, metrics::kGrid, 0, 0);
        addWidget(label);
    }
    auto *card = new SettingsCard(m_theme);
    addWidget(card);
    return card;
}

QLabel *SettingsPage::addText(const QString &text)
{
    QLabel *label = makeNote(m_theme, text);
    label->setContentsMargins(2, 0, 2, 0);
    addWidget(label);
    return label;
}

} // namespace pennyworth

#include "moc_settingspage.cpp"
