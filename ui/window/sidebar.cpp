// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sidebar.h"

#include "conversations/conversationfilter.h"
#include "conversations/conversationlist.h"
#include "conversations/conversationlistmodel.h"
#include "spend/monthspend.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTextInset = 6; // of a quiet button's text to the titles

} // namespace

Sidebar::Sidebar(const Theme &theme, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_model(new ConversationListModel(workspace, this))
    , m_filter(new ConversationFilter(this))
    , m_list(new ConversationList(theme, *m_filter))
    , m_search(new QLineEdit)
    , m_trash(new Button(theme, ButtonKind::Quiet, tr("Trash")))
{
    m_filter->setSourceModel(m_model);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);

    auto *newChat = new Button(theme, ButtonKind::Primary, tr("New chat"));
    newChat->setObjectName(u"newChatButton"_s);
    newChat->setAccessibleName(newChat->text());
    newChat->setGlyph(Glyph::Plus);
    newChat->setFixedHeight(metrics::kControlHeight);
    newChat->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_search->setObjectName(u"searchField"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search titles"));
    m_search->setMinimumHeight(metrics::kControlHeight + 2);
    m_search->setClearButtonEnabled(true);
    m_search->setTextMargins(metrics::kHalf, 0, metrics::kHalf, 0);
    m_search->installEventFilter(this);
    showSearchKey(theme);

    m_trash->setObjectName(u"trashButton"_s);
    m_trash->setAccessibleName(m_trash->text());
    m_trash->setVisible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metrics::kGrid, metrics::kGrid + metrics::kHalf, metrics::kGrid, metrics::kGrid);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(newChat);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    auto *trash = new QHBoxLayout; // its text stands under the titles
    trash->setContentsMargins(kTextInset, 0, 0, 0);
    trash->addWidget(m_trash);
    trash->addStretch(1);
    layout->addLayout(trash);
    layout->addWidget(new MonthSpend(theme, workspace));

    connect(newChat, &Button::clicked, this, &Sidebar::newRequested);
    connect(m_search, &QLineEdit::textChanged, m_filter, &ConversationFilter::setText);
    connect(m_list, &ConversationList::chosen, this, &Sidebar::chosen);
    connect(m_list, &ConversationList::confirmed, this, &Sidebar::confirmed);
    connect(m_list, &ConversationList::pinRequested, this, &Sidebar::pinRequested);
    connect(m_list, &ConversationList::removeRequested, this, &Sidebar::removeRequested);
    connect(m_trash, &Button::clicked, this, &Sidebar::trashRequested);
}

/// The key that leads here, at the end of the field while nothing is written.
void Sidebar::showSearchKey(const Theme &theme)
{
    const QKeySequence key(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    auto *label = new QLabel(key.toString(QKeySequence::NativeText));
    label->setObjectName(u"searchKey"_s);
    label->setFont(theme.font(TextSize::Caption));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *layout = new QHBoxLayout(m_search);
    layout->setContentsMargins(0, 0, metrics::kGrid + 2, 0);
    layout->addStretch(1);
    layout->addWidget(label);
    connect(m_search, &QLineEdit::textChanged, label,
        [label](const QString &text) { label->setVisible(text.isEmpty()); });
}

void Sidebar::choose(ConversationId id)
{
    m_list->choose(id);
}

void Sidebar::rename(ConversationId id)
{
    m_search->clear(); // its row may be hidden
    m_list->rename(id);
}

void Sidebar::chooseNext(int step)
{
    m_list->chooseNext(step);
}

void Sidebar::showTrash(bool any)
{
    m_trash->setVisible(any);
}

void Sidebar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

// No focus proxy: Tab would go to it and leave out what stands before it.
void Sidebar::focusInEvent(QFocusEvent *event)
{
    m_list->setFocus(event->reason());
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search)
        return QWidget::eventFilter(watched, event);
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (!isOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) {
        if (m_search->text().isEmpty())
            return false;
        if (isOverride) // it does not stop a reply
            event->accept();
        else
            m_search->clear();
        return true;
    }
    if (isOverride)
        return false;
    switch (key) {
    case Qt::Key_Down:
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->chooseNext(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // The first hit.
        if (m_filter->rowCount() > 0) {
            emit chosen(m_filter->idAt(m_filter->index(0, 0)));
            emit confirmed();
        }
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace pennyworth
