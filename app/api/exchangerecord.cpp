// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/exchangerecord.h"

#include "api/httpexchange.h"

#include <QNetworkRequest>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

// What we set ourselves, and what services ask applications to name themselves with.
constexpr std::array<QByteArrayView, 7> kHarmless{"accept", "accept-encoding", "content-length",
    "content-type", "http-referer", "user-agent", "x-title"};
constexpr QByteArrayView kBearer = "Bearer ";
constexpr qsizetype kShortestSecret = 6; // shorter ones would take words out of answers

bool isHarmless(const QByteArray &name)
{
    return std::ranges::find(kHarmless, QByteArrayView(name.toLower())) != kHarmless.end();
}

bool namesSecret(const QString &name)
{
    static const QRegularExpression secret(
        u"key|token|secret|passw|credential|auth|sig"_s, QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

/// The key, and whatever else a header or the address may hide; the longest first, so that none is
/// left in parts.
QList<QByteArray> secretsOf(const WireRequest &request)
{
    QList<QByteArray> secrets;
    for (const auto &[name, value] : request.headers) {
        if (isHarmless(name))
            continue;
        secrets += value.startsWith(kBearer) ? value.sliced(kBearer.size()) : value;
    }
    if (!request.url.password().isEmpty())
        secrets += request.url.password(QUrl::FullyDecoded).toUtf8();
    const auto items = QUrlQuery(request.url).queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : items) {
        if (namesSecret(name))
            secrets += value.toLatin1();
    }
    secrets.removeIf([](const QByteArray &secret) { return secret.size() < kShortestSecret; });
    std::ranges::sort(secrets, std::ranges::greater(), &QByteArray::size);
    return secrets;
}

QByteArray without(const QList<QByteArray> &secrets, QByteArray text)
{
    for (const QByteArray &secret : secrets)
        text.replace(secret, kRedacted.toByteArray());
    return text;
}

/// A part of a secret may stand where the body was cut, in front of the cut or behind it.
void dropHalves(const QList<QByteArray> &secrets, QByteArray &head, QByteArray &tail)
{
    for (const QByteArray &secret : secrets) {
        for (qsizetype length = secret.size() - 1; length >= kShortestSecret; --length) {
            if (head.endsWith(secret.first(length)))
                head.replace(head.size() - length, length, kRedacted.toByteArray());
            if (tail.startsWith(secret.last(length)))
                tail.replace(0, length, kRedacted.toByteArray());
        }
    }
}

} // namespace

SentRequest sentRequest(const WireRequest &request)
{
    const QList<QByteArray> secrets = secretsOf(request);
    SentRequest sent{.method = "POST", .body = request.body};
    sent.url = QString::fromUtf8(
        without(secrets, request.url.adjusted(QUrl::RemoveUserInfo).toEncoded(QUrl::FullyEncoded)));
    const QNetworkRequest whole = networkRequest(request);
    const QList<QByteArray> names = whole.rawHeaderList();
    for (const QByteArray &name : names) {
        const QByteArray value = whole.rawHeader(name);
        if (isHarmless(name))
            sent.headers.emplaceBack(name, value);
        else if (value.startsWith(kBearer))
            sent.headers.emplaceBack(name, kBearer + kRedacted.toByteArray());
        else
            sent.headers.emplaceBack(name, kRedacted.toByteArray());
    }
    sent.headers.emplaceBack("Content-Length", QByteArray::number(request.body.size()));
    return sent;
}

void ResponseRecord::begin(int status, const HttpHeaders &headers)
{
    m_response.status = status;
    m_response.headers = headers;
}

void ResponseRecord::append(QByteArrayView bytes)
{
    const qsizetype room = std::min<qsizetype>(bytes.size(), kHeadBytes - m_response.body.size());
    m_response.body.append(bytes.first(room));
    m_tail.append(bytes.sliced(room));
    if (m_tail.size() < 2 * kTailBytes)
        return;
    m_dropped += m_tail.size() - kTailBytes;
    m_tail = m_tail.last(kTailBytes);
}

ReceivedResponse ResponseRecord::response(const WireRequest &request) const
{
    const QList<QByteArray> secrets = secretsOf(request);
    ReceivedResponse response = m_response;
    QByteArray tail = m_tail;
    response.cutBytes = m_dropped;
    if (tail.size() > kTailBytes) {
        response.cutBytes += tail.size() - kTailBytes;
        tail = tail.last(kTailBytes);
    }
    if (response.cutBytes > 0)
        dropHalves(secrets, response.body, tail);
    else
        response.body += std::exchange(tail, {});
    response.body = without(secrets, response.body);
    if (response.cutBytes > 0) {
        response.cutAt = response.body.size();
        response.body += without(secrets, tail);
    }
    for (auto &[name, value] : response.headers) {
        if (name.toLower() == "set-cookie")
            value = kRedacted.toByteArray();
        value = without(secrets, value);
    }
    return response;
}

} // namespace pennyworth
