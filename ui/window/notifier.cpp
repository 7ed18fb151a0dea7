// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/notifier.h"

#include "theme/sessionbus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

// https://specifications.freedesktop.org/notification-spec/latest/
const auto kService = "org.freedesktop.Notifications"_L1;
const auto kPath = "/org/freedesktop/Notifications"_L1;
const auto kInterface = "org.freedesktop.Notifications"_L1;
constexpr int kMostText = 200;
constexpr int kAsLongAsUsual = -1;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kInterface, method);
}

} // namespace

Notifier::Notifier(const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

bool Notifier::listen()
{
    if (m_listening || !hasSessionBus())
        return m_listening;
    QDBusConnection bus = QDBusConnection::sessionBus();
    // The signatures in moc's normal form, without spaces.
    // clang-format off
    m_listening = bus.connect(kService, kPath, kInterface, u"ActivationToken"_s, this,
            SLOT(takeToken(uint,QString)))
        && bus.connect(kService, kPath, kInterface, u"ActionInvoked"_s, this,
            SLOT(takeAction(uint,QString)))
        && bus.connect(kService, kPath, kInterface, u"NotificationClosed"_s, this,
            SLOT(takeClosing(uint,uint)));
    // clang-format on
    return m_listening;
}

void Notifier::tell(ConversationId id, const QString &title, const Message &answer)
{
    const Notifications allowed = m_settings.notifications();
    if (allowed == Notifications::Off || !listen())
        return;
    Words words{.title = title,
        .text = answer.status == MessageStatus::Complete ? tr("The answer is there.")
                                                         : tr("The answer broke off.")};
    if (allowed == Notifications::WithText && !answer.text.isEmpty()) // the body is markup
        words.text = answer.text.simplified().left(kMostText).toHtmlEscaped();
    const auto asked = m_asked.find(id);
    if (asked != m_asked.end())
        *asked = {.words = words};
    else
        notify(id, words);
}

void Notifier::notify(ConversationId id, const Words &words)
{
    m_asked.insert(id, {});
    QDBusMessage message = call(u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, u"pennyworth"_s}};
    message << u"Pennyworth"_s << m_shown.key(id, 0U) << u"pennyworth"_s << words.title
            << words.text << QStringList{u"default"_s, tr("Open")} << hints << kAsLongAsUsual;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, id] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> number = *watcher;
        takeNumber(id, number.isError() ? std::nullopt : std::optional(number.value()));
    });
}

void Notifier::takeNumber(ConversationId id, std::optional<uint> number)
{
    const Following following = m_asked.take(id);
    if (number)
        m_shown.insert(*number, id);
    if (following.isSeen)
        withdraw(id);
    else if (following.words)
        notify(id, *following.words);
}

void Notifier::withdraw(ConversationId id)
{
    const auto asked = m_asked.find(id);
    if (asked != m_asked.end())
        *asked = {.words = std::nullopt, .isSeen = true};
    const uint notification = m_shown.key(id, 0U);
    if (notification == 0)
        return;
    m_shown.remove(notification);
    QDBusMessage close = call(u"CloseNotification"_s);
    close << notification;
    QDBusConnection::sessionBus().send(close);
}

void Notifier::takeToken(uint notification, const QString &token)
{
    if (m_shown.contains(notification))
        m_tokens.insert(notification, token);
}

void Notifier::takeAction(uint notification, const QString &)
{
    if (m_shown.contains(notification))
        emit activated(m_shown.take(notification), m_tokens.take(notification));
}

void Notifier::takeClosing(uint notification, uint)
{
    m_shown.remove(notification);
    m_tokens.remove(notification);
}

} // namespace pennyworth
