// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/remotepictures.h"

#include "domain/pictureaddress.h"
#include "domain/whendone.h"
#include "transcript/picturedecoding.h"

#include <QPromise>
#include <QThreadPool>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostBytes = 96'000'000; // of what nobody looks at any more

QFuture<Result<DecodedPicture>> decodedElsewhere(const QByteArray &bytes)
{
    const auto promise = std::make_shared<QPromise<Result<DecodedPicture>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, bytes] {
        promise->addResult(decodedPicture(bytes));
        promise->finish();
    });
    return promise->future();
}

QString sentenceFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Overflow:
        return RemotePictures::tr("The image is too large to be shown here.");
    case ErrorKind::InvalidValue:
        return RemotePictures::tr("This is no image of a kind that is shown here.");
    case ErrorKind::TimedOut:
        return RemotePictures::tr("The image did not arrive in time.");
    case ErrorKind::Redirected:
        return RemotePictures::tr("The server sends the reader on to another place.");
    case ErrorKind::CertificateRefused:
        return RemotePictures::tr("The server cannot prove who it is.");
    default:
        break;
    }
    if (error.status >= 400) {
        //: %1 is an HTTP status such as 404
        return RemotePictures::tr("The server refuses to give it (%1).").arg(error.status);
    }
    return RemotePictures::tr("The server cannot be reached.");
}

} // namespace

RemotePictures::RemotePictures(Fetch fetch, QObject *parent)
    : QObject(parent)
    , m_fetch(std::move(fetch))
{
}

RemotePictures::~RemotePictures() = default;

std::shared_ptr<const RemotePicture> RemotePictures::picture(const QString &address)
{
    Entry &entry = m_known[address];
    if (!entry)
        entry = made(address);
    return entry;
}

RemotePictures::Entry RemotePictures::made(const QString &address)
{
    auto entry = std::make_shared<RemotePicture>();
    entry->address = address;
    if (!isDataAddress(address)) {
        if (isPictureAddress(QUrl(address, QUrl::TolerantMode)))
            return entry;
        entry->state = RemotePicture::State::NotLoadable;
        entry->problem = tr("Images are loaded from http and https addresses only.");
        return entry;
    }
    const Result<QByteArray> bytes = bytesOfDataAddress(address);
    if (bytes) {
        entry->state = RemotePicture::State::Loading;
        decode(entry, *bytes);
    } else {
        entry->state = RemotePicture::State::NotLoadable;
        entry->problem = sentenceFor(bytes.error());
    }
    return entry;
}

void RemotePictures::load(const QString &address)
{
    const Entry entry = m_known.value(address);
    if (!entry || !entry->canBeLoaded())
        return;
    entry->state = RemotePicture::State::Loading;
    emit changed();
    whenDone(m_fetch(QUrl(address, QUrl::TolerantMode)), this,
        [this, entry](const Result<QByteArray> &bytes) {
            if (bytes)
                decode(entry, *bytes);
            else
                fail(entry, bytes.error());
        });
}

void RemotePictures::decode(const Entry &entry, const QByteArray &bytes)
{
    whenDone(decodedElsewhere(bytes), this, [this, entry](const Result<DecodedPicture> &decoded) {
        if (decoded)
            show(entry, *decoded);
        else
            fail(entry, decoded.error());
    });
}

void RemotePictures::show(const Entry &entry, const DecodedPicture &picture)
{
    entry->state = RemotePicture::State::Shown;
    entry->problem.clear();
    entry->image = picture.image;
    entry->size = picture.size;
    m_shown.append(entry->address);
    m_bytes += entry->image.sizeInBytes();
    dropOldest();
    emit changed();
}

void RemotePictures::fail(const Entry &entry, const Error &error)
{
    const bool isHeld = isDataAddress(entry->address); // trying again does not make it better
    entry->state = isHeld ? RemotePicture::State::NotLoadable : RemotePicture::State::Failed;
    entry->problem = sentenceFor(error);
    emit changed();
}

// Those that a message in view holds stay.
void RemotePictures::dropOldest()
{
    for (qsizetype i = 0; i < m_shown.size() && m_bytes > kMostBytes;) {
        const auto found = m_known.constFind(m_shown.at(i));
        if (found->use_count() > 1) {
            ++i;
            continue;
        }
        m_bytes -= (*found)->image.sizeInBytes();
        m_known.erase(found);
        m_shown.removeAt(i);
    }
}

} // namespace pennyworth

#include "moc_remotepictures.cpp"
