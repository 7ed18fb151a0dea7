// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/conversationheader.h"

#include "chat/workspace.h"
#include "theme/button.h"
#include "theme/figurelabel.h"
#include "theme/metrics.h"
#include "theme/servicename.h"
#include "theme/tips.h"
#include "window/conversationmenu.h"
#include "window/modelmenu.h"

#include <QBoxLayout>
#include <QPainter>

namespace pennyworth {

using namespace Qt::StringLiterals;

ConversationHeader::ConversationHeader(const Theme &theme, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_sidebar(new Button(theme, ButtonKind::Quiet))
    , m_title(new FigureLabel(theme, TextSize::Body))
    , m_service(new FigureLabel(theme, TextSize::Caption, Tone::Muted))
    , m_model(new Button(theme, ButtonKind::Outlined))
    , m_menu(new ModelMenu(workspace, m_model))
    , m_more(new ConversationMenu(theme, workspace))
    , m_panel(new Button(theme, ButtonKind::Quiet))
{
    setFixedHeight(metrics::kHeaderHeight);
    m_title->setObjectName(u"conversationTitle"_s);
    m_title->setWeight(QFont::DemiBold);
    m_service->setObjectName(u"serviceMark"_s);
    m_model->setObjectName(u"modelButton"_s);
    m_model->setAccessibleName(tr("Model"));
    m_model->setMenu(m_menu);
    m_sidebar->setObjectName(u"showSidebarButton"_s);
    m_sidebar->setGlyph(Glyph::Sidebar);
    m_sidebar->setAccessibleName(tr("Show conversations"));
    m_sidebar->setToolTip(tr("Show conversations (%1)")
                              .arg(QKeySequence(Qt::Key_F9).toString(QKeySequence::NativeText)));
    m_panel->setObjectName(u"showPanelButton"_s);
    m_panel->setGlyph(Glyph::Panel);
    m_panel->setAccessibleName(tr("Show pricing"));
    m_panel->setToolTip(
        tr("Show pricing (%1)")
            .arg(
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P).toString(QKeySequence::NativeText)));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * metrics::kGrid, 0, 2 * metrics::kGrid, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_sidebar);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_service);
    layout->addWidget(m_model);
    layout->addWidget(m_more);
    layout->addWidget(m_panel);

    connect(m_menu, &ModelMenu::chosen, this, &ConversationHeader::modelChosen);
    connect(m_menu, &ModelMenu::servicesRequested, this, &ConversationHeader::servicesRequested);
    connect(m_menu, &ModelMenu::answered, this, &ConversationHeader::openModelMenu);
    connect(
        m_more, &ConversationMenu::settingsRequested, this, &ConversationHeader::servicesRequested);
    connect(m_sidebar, &Button::clicked, this, &ConversationHeader::sidebarRequested);
    connect(m_panel, &Button::clicked, this, &ConversationHeader::panelRequested);
    showTitle();
    showSettings();
}

void ConversationHeader::setSession(ChatSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_more->setSession(session);
    if (m_session) {
        connect(m_session, &ChatSession::titleChanged, this, &ConversationHeader::showTitle);
        connect(m_session, &ChatSession::settingsChanged, this, &ConversationHeader::showSettings);
        connect(m_session, &ChatSession::loaded, this, [this] {
            showTitle();
            showSettings();
        });
    }
    showTitle();
    showSettings();
}

void ConversationHeader::showTitle()
{
    const QString title = m_session ? m_session->title() : QString();
    m_title->setText(title.isEmpty() ? tr("New chat") : title);
    m_title->setToolTip(plainTip(title));
}

void ConversationHeader::showSettings()
{
    const GenerationSettings settings = m_session ? m_session->settings() : GenerationSettings{};
    const Result<Provider> provider = m_workspace.providers().find(settings.provider);
    m_model->setVisible(!settings.model.isEmpty());
    m_model->setText(settings.model);
    m_model->setAccessibleDescription(settings.model);
    m_menu->setCurrent(settings.provider, settings.model);
    // DeepSeek is what one expects here; any other service says its name.
    m_service->setText(
        provider && provider->id != "deepseek"_L1 ? serviceName(*provider) : QString());
    m_service->setTone(provider && !provider->billable ? Tone::Warning : Tone::Muted);
    updateGeometry();
}

void ConversationHeader::setSidebarShown(bool shown)
{
    m_sidebar->setVisible(!shown);
}

void ConversationHeader::setPanelShown(bool shown)
{
    m_panel->setVisible(!shown);
}

void ConversationHeader::openModelMenu()
{
    m_menu->popup(m_model->mapToGlobal(m_model->rect().bottomLeft()));
}

void ConversationHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(
        0, height() - metrics::kHairline, width(), metrics::kHairline, m_theme.palette().hairline);
}

} // namespace pennyworth
