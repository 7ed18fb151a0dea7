// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/exchangetable.h"

#include <QCryptographicHash>

#include <algorithm>
#include <vector>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

QByteArray digest(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

// One a line, as on the wire. Neither names nor values hold line breaks.
QString headerText(const HttpHeaders &headers)
{
    QStringList lines;
    lines.reserve(headers.size());
    for (const auto &[name, value] : headers)
        lines += QString::fromLatin1(name + ": " + value).replace(u'\n', u' ');
    return lines.join(u'\n');
}

HttpHeaders headersFrom(const QString &text)
{
    HttpHeaders headers;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(u": "_s);
        headers.emplaceBack(line.first(colon).toLatin1(), line.sliced(colon + 2).toLatin1());
    }
    return headers;
}

qint64 sharedBytes(const QByteArray &a, const QByteArray &b)
{
    return std::ranges::mismatch(a, b).in1 - a.begin();
}

} // namespace

// The latest request of the reply itself (a retry, a continuation), otherwise of the reply that its
// prompt answers to. Both stay as long as this one does.
qint64 ExchangeTable::baseFor(MessageId reply)
{
    return m_transaction
        .first(u"SELECT request_id FROM exchange WHERE message_id IN (?, (SELECT prompt.parent_id"
               " FROM message reply JOIN message prompt ON prompt.id = reply.parent_id"
               " WHERE reply.id = ?)) ORDER BY message_id DESC, request_id DESC LIMIT 1"_s,
            {reply.value, reply.value}, [](Row &row) { return row.integer(); })
        .value_or(0);
}

QByteArray ExchangeTable::body(qint64 request)
{
    struct Piece {
        qint64 shared = 0;
        QByteArray rest;
    };
    std::vector<Piece> pieces; // the request's own first
    while (request != 0) {
        const auto base = m_transaction.first(
            u"SELECT base_id, base_bytes, request_body FROM exchange WHERE request_id = ?"_s,
            {request}, [&pieces](Row &row) {
                const qint64 id = row.integer();
                pieces.push_back({.shared = row.integer(), .rest = qUncompress(row.bytes())});
                return id;
            });
        request = base && *base < request ? *base : 0;
    }
    QByteArray body;
    std::for_each(pieces.rbegin(), pieces.rend(), [&body](const Piece &piece) {
        body.truncate(piece.shared);
        body += piece.rest;
    });
    return body;
}

void ExchangeTable::insert(RequestId request, MessageId reply, const SentRequest &sent)
{
    if (!m_transaction.exists(u"SELECT 1 FROM message WHERE id = ?"_s, {reply.value}))
        return;
    const qint64 base = baseFor(reply);
    const qint64 shared = base != 0 ? sharedBytes(body(base), sent.body) : 0;
    m_transaction.execute(
        u"INSERT INTO exchange (request_id, message_id, base_id, base_bytes, method, url,"
        " request_headers, request_body, request_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {request.value, reply.value, base != 0 ? QVariant(base) : QVariant(), shared,
            QString::fromLatin1(sent.method), column(sent.url), column(headerText(sent.headers)),
            qCompress(sent.body.sliced(shared)), digest(sent.body)});
}

void ExchangeTable::complete(RequestId request, const ReceivedResponse &received)
{
    m_transaction.execute(
        u"UPDATE exchange SET status = ?, response_headers = ?, response_body = ?, cut_at = ?,"
        " cut_bytes = ? WHERE request_id = ?"_s,
        {received.status, column(headerText(received.headers)), qCompress(received.body),
            received.cutAt, received.cutBytes, request.value});
}

std::optional<Exchange> ExchangeTable::find(RequestId request)
{
    QByteArray expected;
    std::optional<Exchange> found = m_transaction.first(
        u"SELECT method, url, request_headers, request_sha256, status, response_headers,"
        " response_body, cut_at, cut_bytes FROM exchange WHERE request_id = ?"_s,
        {request.value}, [&expected](Row &row) {
            Exchange exchange;
            exchange.sent.method = row.text().toLatin1();
            exchange.sent.url = row.text();
            exchange.sent.headers = headersFrom(row.text());
            expected = row.bytes();
            if (const std::optional<qint64> status = row.optionalInteger()) {
                ReceivedResponse received{.status = int(*status)};
                received.headers = headersFrom(row.text());
                received.body = qUncompress(row.bytes());
                received.cutAt = row.integer();
                received.cutBytes = row.integer();
                exchange.received = received;
            }
            return exchange;
        });
    if (!found)
        return found;
    found->sent.body = body(request.value);
    if (digest(found->sent.body) != expected)
        m_transaction.fail({.kind = ErrorKind::StoreDamaged,
            .detail = u"request %1 is not kept as it was sent"_s.arg(request.value)});
    return found;
}

} // namespace pennyworth
