// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/chatroom.h"

#include "chat/accountcurrency.h"
#include "support/awaited.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

namespace pennyworth::test {

ChatRoom::ChatRoom()
{
    qputenv("DEEPSEEK_API_KEY", "sk-test");
    reopenStore();
    QVERIFY(awaited(store->rememberCurrency(
                        QStringLiteral("deepseek"), keyMark(QStringLiteral("sk-test")), kUsd))
                .hasValue());
}

ChatRoom::~ChatRoom()
{
    qunsetenv("DEEPSEEK_API_KEY");
}

Services ChatRoom::services()
{
    return {.store = *store,
        .keys = keys,
        .transport = transport,
        .prices = prices,
        .providers = providers,
        .clock = clock};
}

void ChatRoom::reopenStore()
{
    store.reset();
    store = std::make_unique<Store>(databaseFile(), prices, clock);
    QVERIFY(awaited(store->open()).hasValue());
}

GenerationSettings flashSettings()
{
    return {.provider = QStringLiteral("deepseek"), .model = QStringLiteral("deepseek-flash")};
}

std::optional<Error> sendAndWait(
    ChatSession &session, const QString &prompt, const QString &forcedPrefix)
{
    std::optional<Error> refusal;
    QEventLoop loop;
    QObject::connect(&session, &ChatSession::replyFinished, &loop, &QEventLoop::quit);
    QObject::connect(&session, &ChatSession::refused, &loop, [&](const Error &error) {
        refusal = error;
        loop.quit();
    });
    QTimer::singleShot(std::chrono::seconds(10), &loop, [&] {
        refusal = Error{.detail = QStringLiteral("neither refused nor finished in time")};
        loop.quit();
    });
    session.send(prompt, forcedPrefix);
    loop.exec();
    return refusal;
}

void waitForEnd(ChatSession &session)
{
    QTRY_VERIFY(!session.isBusy());
}

Message messageAt(const ChatSession &session, qsizetype index)
{
    const QList<MessageId> branch = session.branch();
    const qsizetype row = index < 0 ? branch.size() + index : index;
    return row >= 0 && row < branch.size() ? session.messages().at(branch.at(row)) : Message();
}

} // namespace pennyworth::test
