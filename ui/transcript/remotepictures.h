// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QFuture>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>

namespace pennyworth {

struct DecodedPicture;

/// A picture that a message names, as far as it is known.
struct RemotePicture {
    enum class State {
        NotLoaded,
        NotLoadable, ///< nothing of this kind is fetched
        Loading,
        Failed,
        Shown,
    };

    QString address;
    State state = State::NotLoaded;
    QString problem; ///< a sentence; NotLoadable and Failed
    QImage image; ///< Shown
    QSize size; ///< Shown: the picture's own, in pixels

    [[nodiscard]] bool canBeLoaded() const { return canBeLoadedIn(state); }
    [[nodiscard]] static bool canBeLoadedIn(State state)
    {
        return state == State::NotLoaded || state == State::Failed;
    }
};

/// The pictures in messages, by their addresses. Nothing is fetched by itself: only what load() is
/// called for, once, and it is kept for as long as the program runs, up to a bound. What a message
/// holds itself ("data:") is decoded when it is first asked for. Main thread; decoding is done on
/// others.
class RemotePictures final : public QObject {
    Q_OBJECT

public:
    using Fetch = std::function<QFuture<Result<QByteArray>>(const QUrl &url)>;

    explicit RemotePictures(Fetch fetch, QObject *parent = nullptr);
    ~RemotePictures() override;

    /// Never null. The same one for the same address, as long as anyone holds it.
    [[nodiscard]] std::shared_ptr<const RemotePicture> picture(const QString &address);
    void load(const QString &address); ///< again, where it failed; nothing where it is under way

signals:
    void changed(); ///< one of them is another one now

private:
    using Entry = std::shared_ptr<RemotePicture>;

    [[nodiscard]] Entry made(const QString &address);
    void decode(const Entry &entry, const QByteArray &bytes);
    void show(const Entry &entry, const DecodedPicture &picture);
    void fail(const Entry &entry, const Error &error);
    void dropOldest();

    Fetch m_fetch;
    QHash<QString, Entry> m_known;
    QStringList m_shown; // the oldest first
    qsizetype m_bytes = 0; // of the images of these
};

} // namespace pennyworth
