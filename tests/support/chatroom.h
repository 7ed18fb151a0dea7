// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "support/fakeclock.h"
#include "support/scriptedtransport.h"

#include <QTemporaryDir>

namespace pennyworth::test {

/// What a chat needs, on a temporary home: the real store, prices and providers, a clock that
/// stands still, and a network that says what the test tells it to. The key comes from the
/// environment; its account is known to be billed in dollars.
class ChatRoom final {
public:
    /// A Monday at noon UTC, off-peak: deepseek-flash costs 0.003 / 0.15 / 0.60 USD per million.
    static constexpr QStringView kNow = u"2026-11-23T12:00:00Z";

    ChatRoom();
    ~ChatRoom();

    [[nodiscard]] Services services();
    [[nodiscard]] QString databaseFile() const
    {
        return home.filePath(QStringLiteral("pennyworth.sqlite"));
    }
    /// Closes the store and opens it again, as the next start does.
    void reopenStore();

    QTemporaryDir home;
    FakeClock clock{kNow};
    PriceBook prices = PriceBook::builtIn().value();
    ProviderCatalog providers = ProviderCatalog::builtIn().value();
    KeyStore keys{QStringLiteral("pennyworth-test"), std::chrono::milliseconds(0)};
    ScriptedTransport transport;
    std::unique_ptr<Store> store;
};

/// DeepSeek's flash model and nothing special.
[[nodiscard]] GenerationSettings flashSettings();

/// Sends and waits until the reply has ended or the send was refused; the refusal, if any.
std::optional<Error> sendAndWait(
    ChatSession &session, const QString &prompt, const QString &forcedPrefix = {});
/// Waits until nothing streams.
void waitForEnd(ChatSession &session);

/// The message at `index` of the shown branch; a negative one counts from the end.
[[nodiscard]] Message messageAt(const ChatSession &session, qsizetype index);

} // namespace pennyworth::test
