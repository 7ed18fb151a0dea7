// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/conversationmenu.h"

#include "chat/workspace.h"
#include "composer/parametersdialog.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QMenu>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

ConversationMenu::ConversationMenu(const Theme &theme, const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_mark(new Button(theme, ButtonKind::Quiet))
    , m_more(new Button(theme, ButtonKind::Outlined))
{
    m_mark->setObjectName(u"parametersMark"_s);
    m_mark->setIcon(themedIcon(theme, Glyph::Sliders, Tone::Accent));
    m_more->setObjectName(u"conversationMenuButton"_s);
    m_more->setGlyph(Glyph::More);
    m_more->setAccessibleName(tr("More about this conversation"));
    m_more->setToolTip(m_more->accessibleName());
    auto *menu = new QMenu(m_more);
    m_rename = menu->addAction(tr("Rename"));
    m_pin = menu->addAction(tr("Pin"));
    m_remove = menu->addAction(tr("Delete"));
    menu->addSeparator();
    m_parameters = menu->addAction(tr("System prompt and parameters…"));
    m_parameters->setObjectName(u"parametersAction"_s);
    m_summarise = menu->addAction(QString());
    m_summarise->setObjectName(u"summariseAction"_s);
    m_leaveOut = menu->addAction(tr("Leave out earlier messages…"));
    m_sendAll = menu->addAction(tr("Send all messages again"));
    menu->addSeparator();
    QAction *settings = menu->addAction(tr("Settings…"));
    layOut();

    connect(settings, &QAction::triggered, this, &ConversationMenu::settingsRequested);
    connect(m_mark, &Button::clicked, this, &ConversationMenu::openParameters);
    connect(m_more, &Button::clicked, this, [this, menu] {
        const QPoint corner(m_more->width() - menu->sizeHint().width(), m_more->height());
        menu->popup(m_more->mapToGlobal(corner + QPoint(0, metrics::kHalf)));
    });
    connect(m_rename, &QAction::triggered, this, [this] { emit renameRequested(m_session->id()); });
    connect(m_pin, &QAction::triggered, this,
        [this] { emit pinRequested(m_session->id(), !isPinned()); });
    connect(m_remove, &QAction::triggered, this, [this] { emit removeRequested(m_session->id()); });
    connect(m_parameters, &QAction::triggered, this, &ConversationMenu::openParameters);
    connect(menu, &QMenu::aboutToShow, this, &ConversationMenu::showSession);
    connect(menu, &QMenu::aboutToShow, this, &ConversationMenu::opening);
    connect(m_summarise, &QAction::triggered, this, &ConversationMenu::summaryRequested);
    connect(m_leaveOut, &QAction::triggered, this, &ConversationMenu::leaveOutRequested);
    connect(m_sendAll, &QAction::triggered, this, [this] {
        if (m_session)
            m_session->setContextStart({});
    });
    setSummaryCost({});
    showSession();
}

void ConversationMenu::setSummaryCost(const QString &cost)
{
    const QString words = tr("Summarise earlier messages");
    m_summarise->setText(cost.isEmpty() ? words : words + u" · "_s + cost);
}

void ConversationMenu::layOut()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kHalf);
    layout->addWidget(m_mark);
    layout->addWidget(m_more);
}

void ConversationMenu::setSession(ChatSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &ChatSession::loaded, this, &ConversationMenu::showSession);
        connect(session, &ChatSession::settingsChanged, this, &ConversationMenu::showSession);
        connect(session, &ChatSession::contextChanged, this, &ConversationMenu::showSession);
        connect(session, &ChatSession::branchChanged, this, &ConversationMenu::showSession);
    }
    showSession();
}

void ConversationMenu::showSession()
{
    QStringList found =
        m_session ? differences(m_session->settings(), usualSettings()) : QStringList();
    const MessageId first = m_session ? m_session->contextStart() : MessageId();
    const bool isCut = first.isValid();
    if (isCut) {
        found += m_session->messages().at(first).summarises.isValid()
            ? tr("A summary is sent in place of earlier messages")
            : tr("Earlier messages are left out");
    }
    m_mark->setVisible(!found.isEmpty());
    m_mark->setToolTip(found.join(u'\n'));
    //: %1 is a list such as "System prompt, Temperature 0.3"
    m_mark->setAccessibleName(tr("Own parameters: %1").arg(found.join(u", "_s)));
    const bool isListed = m_session && m_session->id().isValid();
    for (QAction *action : {m_rename, m_pin, m_remove})
        action->setEnabled(isListed);
    m_pin->setText(isPinned() ? tr("Unpin") : tr("Pin"));
    m_parameters->setEnabled(m_session);
    m_summarise->setEnabled(m_session && m_session->canSummarise());
    m_leaveOut->setEnabled(m_session && m_session->branch().size() > 2);
    m_sendAll->setVisible(isCut);
}

GenerationSettings ConversationMenu::usualSettings() const
{
    return m_workspace.providers().startingSettings(m_session->settings().provider);
}

bool ConversationMenu::isPinned() const
{
    const QList<ConversationSummary> &all = m_workspace.conversations();
    const auto found = std::ranges::find(
        all, m_session ? m_session->id() : ConversationId{}, &ConversationSummary::id);
    return found != all.cend() && found->pinned;
}

void ConversationMenu::openParameters()
{
    if (!m_session)
        return;
    const Result<Provider> provider = m_workspace.providers().find(m_session->settings().provider);
    auto *dialog = new ParametersDialog(m_theme, provider ? std::optional(*provider) : std::nullopt,
        m_session->settings(), usualSettings(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ParametersDialog::chosen, m_session, &ChatSession::setSettings);
    dialog->open();
}

} // namespace pennyworth
