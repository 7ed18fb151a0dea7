// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/notifier.h"

#include "support/testregistry.h"

#include <QDBusConnection>
#include <QVariantMap>

using namespace pennyworth;
using namespace Qt::StringLiterals;

/// What a desktop does with notifications.
class FakeDesktop final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint replaces = 0;
        QString title;
        QString words;
        QVariantMap hints;
    };

    QList<Shown> shown;
    QList<uint> closed;

public slots:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title,
        const QString &words, const QStringList &, const QVariantMap &hints, int)
    {
        shown.append({.replaces = replaces, .title = title, .words = words, .hints = hints});
        return 7;
    }

    void CloseNotification(uint notification) { closed.append(notification); }

signals:
    void ActivationToken(uint notification, const QString &token);
    void ActionInvoked(uint notification, const QString &action);
};

/// Runs on a session bus of its own.
class NotifierTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QDBusConnection bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_desktop,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    }

    void init()
    {
        m_desktop.shown.clear();
        m_desktop.closed.clear();
        m_settings.setNotifications(Notifications::TitleOnly);
        m_notifier = std::make_unique<Notifier>(m_settings);
    }

    void saysWhichConversationAndNothingOfTheAnswer()
    {
        m_notifier->tell({3}, u"Trip plan"_s, m_answer);
        QTRY_COMPARE(m_desktop.shown.size(), 1);
        QCOMPARE(m_desktop.shown.first().title, u"Trip plan"_s);
        QCOMPARE(m_desktop.shown.first().words, u"The answer is there."_s);
        QCOMPARE(
            m_desktop.shown.first().hints.value(u"desktop-entry"_s).toString(), u"pennyworth"_s);
    }

    void showsTheTextWhereItMay()
    {
        m_settings.setNotifications(Notifications::WithText);
        m_notifier->tell({3}, u"Trip plan"_s, m_answer);
        QTRY_COMPARE(m_desktop.shown.size(), 1);
        QCOMPARE(m_desktop.shown.first().words, u"Take &lt;b&gt; the train."_s);
    }

    void saysNothingWhereItMayNot()
    {
        m_settings.setNotifications(Notifications::Off);
        m_notifier->tell({3}, u"Trip plan"_s, m_answer);
        m_settings.setNotifications(Notifications::TitleOnly);
        m_notifier->tell({4}, u"Other"_s, m_answer);
        QTRY_COMPARE(m_desktop.shown.size(), 1);
        QCOMPARE(m_desktop.shown.first().title, u"Other"_s);
    }

    void aClickOpensTheConversation()
    {
        QSignalSpy activated(m_notifier.get(), &Notifier::activated);
        m_notifier->tell({3}, u"Trip plan"_s, m_answer);
        m_notifier->tell({3}, u"Never shown"_s, m_answer);
        m_notifier->tell({3}, u"Trip plan, again"_s, m_answer);
        QTRY_COMPARE(m_desktop.shown.size(), 2); // one at a time for a conversation
        QCOMPARE(m_desktop.shown.last().title, u"Trip plan, again"_s);
        QCOMPARE(m_desktop.shown.last().replaces, 7U);
        emit m_desktop.ActivationToken(7, u"token"_s);
        emit m_desktop.ActionInvoked(7, u"default"_s);
        QTRY_COMPARE(activated.size(), 1);
        QCOMPARE(activated.first().at(0).value<ConversationId>(), ConversationId{3});
        QCOMPARE(activated.first().at(1).toString(), u"token"_s);
    }

    void whatIsSeenIsWithdrawn()
    {
        m_notifier->tell({3}, u"Trip plan"_s, m_answer);
        m_notifier->withdraw({3}); // before the desktop has answered
        QTRY_COMPARE(m_desktop.closed, QList<uint>{7U});
        QCOMPARE(m_desktop.shown.size(), 1);
    }

private:
    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath(u"settings.ini"_s)};
    Message m_answer{.role = Role::Assistant,
        .status = MessageStatus::Complete,
        .text = u"Take <b> the\n train."_s};
    FakeDesktop m_desktop;
    std::unique_ptr<Notifier> m_notifier;
};

PENNYWORTH_TEST(NotifierTest)

#include "tst_notifier.moc"
