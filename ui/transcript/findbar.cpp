// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/findbar.h"

#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldWidth = 280;

Button *newButton(const Theme &theme, const char *name, const QString &label, QWidget *parent)
{
    auto *button = new Button(theme, ButtonKind::Quiet, label, parent);
    button->setObjectName(QLatin1StringView(name));
    button->setAccessibleName(label);
    return button;
}

QCheckBox *newBox(const char *name, const QString &label, QWidget *parent)
{
    auto *box = new QCheckBox(label, parent);
    box->setObjectName(QLatin1StringView(name));
    box->setAccessibleName(label);
    return box;
}

} // namespace

FindBar::FindBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_case(newBox("findCase", tr("Match case"), this))
    , m_words(newBox("findWords", tr("Whole words"), this))
{
    setObjectName(u"findBar"_s);
    m_field->setObjectName(u"findField"_s);
    m_field->setAccessibleName(tr("Find in conversation"));
    m_field->setPlaceholderText(tr("Find in conversation"));
    m_field->setMaximumWidth(kFieldWidth);
    m_field->setTextMargins(metrics::kHalf, 0, metrics::kHalf, 0);
    m_count->setObjectName(u"findCount"_s);
    Button *previous = newButton(theme, "findPrevious", tr("Previous"), this);
    Button *next = newButton(theme, "findNext", tr("Next"), this);
    auto *close = new Button(theme, ButtonKind::Quiet, {}, this);
    close->setObjectName(u"findClose"_s);
    close->setAccessibleName(tr("Close"));
    close->setGlyph(Glyph::Close);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * metrics::kGrid, metrics::kHalf, metrics::kGrid, metrics::kHalf);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_field, 1);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_count);
    layout->addSpacing(metrics::kGrid);
    layout->addWidget(m_case);
    layout->addWidget(m_words);
    layout->addStretch();
    layout->addWidget(close);

    connect(m_field, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    connect(m_case, &QCheckBox::toggled, this, &FindBar::queryChanged);
    connect(m_words, &QCheckBox::toggled, this, &FindBar::queryChanged);
    connect(previous, &QPushButton::clicked, this, &FindBar::previousRequested);
    connect(next, &QPushButton::clicked, this, &FindBar::nextRequested);
    connect(close, &QPushButton::clicked, this, &FindBar::close);
    hide();
}

TextQuery FindBar::query() const
{
    return {.text = m_field->text(),
        .caseSensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive,
        .wholeWords = m_words->isChecked()};
}

void FindBar::open(const QString &text)
{
    show();
    if (!text.isEmpty())
        m_field->setText(text);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::showCount(int current, int total)
{
    const QLocale locale;
    if (query().isEmpty())
        m_count->clear();
    else if (total == 0)
        m_count->setText(tr("No hits"));
    else if (current == 0)
        m_count->setText(tr("%n hit(s)", nullptr, total));
    else //: the hit that is shown, and how many there are
        m_count->setText(tr("%1 of %2").arg(locale.toString(current), locale.toString(total)));
    m_count->setAccessibleName(m_count->text());
}

void FindBar::close()
{
    hide();
    emit closed();
}

bool FindBar::event(QEvent *event)
{
    // Escape closes the bar, whatever streams.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Cancel)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            emit previousRequested();
        else
            emit nextRequested();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().raised);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.palette().hairline);
}

} // namespace pennyworth
