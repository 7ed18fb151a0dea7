// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/trashwindow.h"

#include "chat/workspace.h"
#include "domain/whendone.h"
#include "theme/button.h"
#include "theme/figurelabel.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize{480, 420};

int daysLeft(Instant trashed, Instant now)
{
    const auto left = trashed + Workspace::kTrashDays - now;
    return static_cast<int>(
        std::max<qint64>(0, std::chrono::ceil<std::chrono::days>(left).count()));
}

} // namespace

TrashWindow::TrashWindow(const Theme &theme, Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_list(new QListWidget)
    , m_remark(new FigureLabel(theme, TextSize::Caption, Tone::Muted))
    , m_restore(new Button(theme, ButtonKind::Primary, tr("Restore")))
    , m_remove(new Button(theme, ButtonKind::Outlined, tr("Delete for ever…")))
{
    setObjectName(u"trashWindow"_s);
    setWindowTitle(tr("Trash"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kFirstSize);
    m_list->setObjectName(u"trashList"_s);
    m_list->setAccessibleName(tr("Deleted conversations"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setSpacing(2);
    m_restore->setObjectName(u"restoreButton"_s);
    m_restore->setAccessibleName(m_restore->text());
    m_remove->setObjectName(u"deleteForEverButton"_s);
    m_remove->setAccessibleName(m_remove->text());

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_restore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        2 * metrics::kGrid, 2 * metrics::kGrid, 2 * metrics::kGrid, 2 * metrics::kGrid);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_remark);
    layout->addLayout(buttons);

    connect(m_list, &QListWidget::itemSelectionChanged, this, &TrashWindow::showButtons);
    connect(m_list, &QListWidget::itemActivated, this, &TrashWindow::restore);
    connect(m_restore, &Button::clicked, this, &TrashWindow::restore);
    connect(m_remove, &Button::clicked, this, &TrashWindow::confirmRemoval);
    connect(&workspace, &Workspace::conversationAdded, this, &TrashWindow::read);
    connect(&workspace, &Workspace::conversationRemoved, this, &TrashWindow::read);
    connect(&workspace, &Workspace::trashChanged, this, &TrashWindow::read);
    read();
}

void TrashWindow::read()
{
    whenDone(m_workspace.trash(), this, [this](const Result<QList<ConversationSummary>> &trash) {
        if (trash)
            fill(*trash);
    });
}

void TrashWindow::fill(const QList<ConversationSummary> &trash)
{
    m_list->clear();
    const Instant now = m_workspace.clock().now();
    for (const ConversationSummary &conversation : trash) {
        const int days = daysLeft(conversation.trashed.value_or(now), now);
        //: a row of the Trash: %1 is a title, %2 how long it is still there
        auto *item = new QListWidgetItem(
            tr("%1 · %2").arg(conversation.title, tr("%n day(s) left", nullptr, days)), m_list);
        item->setData(Qt::UserRole, conversation.id.value);
    }
    m_remark->setText(trash.isEmpty() ? tr("The Trash is empty.")
                                      : tr("What a conversation has cost stays in the ledger."));
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    showButtons();
}

void TrashWindow::showButtons()
{
    const bool any = !m_list->selectedItems().isEmpty();
    m_restore->setEnabled(any);
    m_remove->setEnabled(any);
}

QList<ConversationId> TrashWindow::chosen() const
{
    QList<ConversationId> ids;
    const QList<QListWidgetItem *> items = m_list->selectedItems();
    for (const QListWidgetItem *item : items)
        ids += ConversationId{item->data(Qt::UserRole).toLongLong()};
    return ids;
}

void TrashWindow::restore()
{
    const QList<ConversationId> ids = chosen();
    for (const ConversationId id : ids) {
        m_workspace.restoreConversation(id);
        emit restored(id);
    }
}

/// The one loss here that cannot be undone.
void TrashWindow::confirmRemoval()
{
    const QList<ConversationId> ids = chosen();
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Delete for ever"),
        tr("Delete the text of %n conversation(s) for ever?", nullptr,
            static_cast<int>(ids.size())),
        QMessageBox::Cancel, this);
    question->setObjectName(u"confirmRemoval"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *button = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    button->setObjectName(u"confirmRemovalButton"_s);
    connect(button, &QPushButton::clicked, this, [this, ids] { remove(ids); });
    question->open();
}

void TrashWindow::remove(const QList<ConversationId> &ids)
{
    for (const ConversationId id : ids)
        m_workspace.removeConversation(id);
}

} // namespace pennyworth
