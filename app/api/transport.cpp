// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/transport.h"

#include "api/connectionpool.h"
#include "api/documentfetch.h"
#include "api/httpreplystream.h"

#include <QNetworkAccessManager>

namespace pennyworth {

Transport::Transport(Watchdogs watchdogs, QObject *parent)
    : QObject(parent)
    , m_pool(std::make_unique<ConnectionPool>())
    , m_watchdogs(watchdogs)
{
    qRegisterMetaType<ReplyEnd>();
    qRegisterMetaType<QList<Delta>>();
}

Transport::~Transport()
{
    // Fetches on their way use m_documents.
    for (auto *fetch : findChildren<DocumentFetch *>(Qt::FindDirectChildrenOnly))
        delete fetch;
}

std::unique_ptr<ReplyStream> Transport::post(const WireRequest &request, const Provider &provider)
{
    return std::make_unique<HttpReplyStream>(m_pool.get(), request, provider, m_watchdogs);
}

QFuture<Result<QByteArray>> Transport::fetch(const WireRequest &request)
{
    if (!m_documents)
        m_documents = m_pool->lease();
    return (new DocumentFetch(m_documents.get(), request, m_watchdogs.document, this))->future();
}

} // namespace pennyworth

#include "moc_replystream.cpp"
#include "moc_transport.cpp"
