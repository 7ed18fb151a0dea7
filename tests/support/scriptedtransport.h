// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <QHash>
#include <QPointer>
#include <QPromise>

#include <functional>
#include <memory>

namespace pennyworth::test {

/// A reply stream that says what a test tells it to.
class ScriptedStream final : public ReplyStream {
    Q_OBJECT

public:
    void cancel() override;

    void leave(); ///< the whole request has left
    void say(const QString &text); ///< the first word brings what precedes it
    void think(const QString &reasoning);
    void report(const Usage &usage, const std::optional<Money> &cost = {});
    void complete(FinishReason reason = FinishReason::Stop);
    void fail(Error error);
    void refuseLimitField(Error error); ///< fails, naming the field of the answer's length

private:
    void end(const ReplyEnd &end);
    void tell(const Delta &delta);

    bool m_left = false;
    bool m_hasByte = false;
    bool m_hasEnded = false;
};

/// A network without a network: records what is sent and answers as the test says, from the event
/// loop.
class ScriptedTransport final : public Transport {
    Q_OBJECT

public:
    using Script = std::function<void(ScriptedStream &stream, int attempt)>;

    /// Called for each request once it is under way; without one the test drives stream().
    void setScript(Script script) { m_script = std::move(script); }
    void setDocument(const QString &path, const Result<QByteArray> &answer)
    {
        m_documents.insert(path, answer);
    }

    void holdDocuments() { m_holdsDocuments = true; } ///< until they are released
    void releaseDocuments();

    [[nodiscard]] const QList<WireRequest> &posts() const { return m_posts; }
    [[nodiscard]] const QList<WireRequest> &fetches() const { return m_fetches; }
    [[nodiscard]] ScriptedStream *stream() const
    {
        return m_stream;
    } ///< the latest; null once it is gone

    std::unique_ptr<ReplyStream> post(
        const WireRequest &request, const Provider &provider) override;
    QFuture<Result<QByteArray>> fetch(const WireRequest &request) override;

private:
    Script m_script;
    struct HeldFetch {
        QString path;
        std::shared_ptr<QPromise<Result<QByteArray>>> promise;
    };

    [[nodiscard]] Result<QByteArray> document(const QString &path) const;

    QHash<QString, Result<QByteArray>> m_documents;
    QList<HeldFetch> m_held;
    bool m_holdsDocuments = false;
    QList<WireRequest> m_posts;
    QList<WireRequest> m_fetches;
    QPointer<ScriptedStream> m_stream;
};

} // namespace pennyworth::test
