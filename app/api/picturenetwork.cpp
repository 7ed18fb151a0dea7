// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/picturenetwork.h"

#include "api/connectionpool.h"
#include "api/picturefetch.h"
#include "domain/pictureaddress.h"
#include "domain/whendone.h"

#include <QNetworkAccessManager>

namespace pennyworth {

PictureNetwork::PictureNetwork(PictureLimits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
}

PictureNetwork::~PictureNetwork()
{
    // Those on their way use m_network.
    for (auto *fetch : findChildren<PictureFetch *>(Qt::FindDirectChildrenOnly))
        delete fetch;
}

QFuture<Result<QByteArray>> PictureNetwork::fetch(const QUrl &url)
{
    if (!isPictureAddress(url))
        return readyFuture(Result<QByteArray>(Error{.kind = ErrorKind::InvalidValue}));
    if (!m_network)
        m_network = ConnectionPool().lease();
    return (new PictureFetch(m_network.get(), url, m_limits, this))->future();
}

} // namespace pennyworth

#include "moc_picturenetwork.cpp"
