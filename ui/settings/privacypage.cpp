// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/privacypage.h"

#include "chat/servicebook.h"
#include "settings/choice.h"

#include <QLabel>

namespace pennyworth {

using namespace Qt::StringLiterals;

PrivacyPage::PrivacyPage(
    const Theme &theme, Settings &settings, const ServiceBook &services, QWidget *parent)
    : SettingsPage(theme, tr("Privacy"), parent)
    , m_services(services)
{
    addNotifications(settings);

    SettingsCard *leaves = addCard(tr("What leaves this computer"));
    leaves->addWide(makeNote(theme,
        tr("The messages of a conversation go to the service that answers it, when you send, and "
           "to nobody else. The same service is asked for its models and the balance when you ask "
           "for them or enter a key.")));
    m_addressees = makeNote(theme);
    m_addressees->setObjectName(u"addressees"_s);
    m_addressees->setForegroundRole(QPalette::WindowText);
    leaves->addWide(m_addressees);
    leaves->addWide(makeNote(theme,
        tr("Nothing else leaves: no statistics, no search for updates, no fonts. Images in answers "
           "that lie elsewhere are not loaded, and links are opened only by a click.")));

    SettingsCard *stays = addCard(tr("What stays here"));
    stays->addWide(makeNote(theme,
        tr("Conversations and figures lie in one database in your home folder, which is not "
           "encrypted. API keys lie in the system's keychain and in no file of Pennyworth.")));

    connect(&m_services, &ServiceBook::changed, this, &PrivacyPage::showAddressees);
    showAddressees();
}

void PrivacyPage::addNotifications(Settings &settings)
{
    auto *notifications = new Choice<Notifications>;
    notifications->setObjectName(u"notificationsChoice"_s);
    notifications->add(tr("No"), Notifications::Off);
    notifications->add(tr("With the conversation's title"), Notifications::TitleOnly);
    notifications->add(tr("With the beginning of the answer"), Notifications::WithText);
    notifications->choose(settings.notifications());
    connect(notifications, &QComboBox::activated, this,
        [&settings, notifications] { settings.setNotifications(notifications->chosen()); });
    addCard()->addRow(tr("Notify when an answer ends unseen"),
        tr("Notifications pass through the desktop, which may keep and show them."), notifications);
}

void PrivacyPage::showAddressees()
{
    QStringList lines;
    for (const Provider &provider : m_services.catalog().providers()) {
        if (provider.id == kDemonstrationProvider)
            continue;
        //: %1 is the name of a service, %2 the address of a computer
        lines.append(tr("%1: %2").arg(provider.name, provider.baseUrl.authority()));
    }
    m_addressees->setText(lines.join(u'\n'));
}

} // namespace pennyworth

#include "moc_privacypage.cpp"
