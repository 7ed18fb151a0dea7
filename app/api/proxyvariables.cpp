// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proxyvariables.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDefaultPort = 1080; // curl's

QString variable(const char *small, const char *capital)
{
    const QString value = qEnvironmentVariable(small).trimmed();
    return value.isEmpty() ? qEnvironmentVariable(capital).trimmed() : value;
}

/// "example.org" and ".example.org" are the domain with all hosts in it; addresses may be networks.
bool covers(const QString &entry, const QString &host)
{
    if (entry == u"*")
        return true;
    const QHostAddress address(host);
    if (!address.isNull()) {
        if (entry.contains(u'/'))
            return address.isInSubnet(QHostAddress::parseSubnet(entry));
        return address == QHostAddress(entry);
    }
    const QString domain = entry.startsWith(u'.') ? entry.sliced(1) : entry;
    return host.compare(domain, Qt::CaseInsensitive) == 0
        || host.endsWith(QString(u'.' + domain), Qt::CaseInsensitive);
}

bool isExcepted(const QString &none, const QString &host)
{
    static const QRegularExpression separator(u"[,\\s]+"_s);
    const QStringList entries = none.split(separator, Qt::SkipEmptyParts);
    return std::ranges::any_of(
        entries, [&host](const QString &entry) { return covers(entry, host); });
}

std::optional<QNetworkProxy> proxyFrom(const QString &value)
{
    const QUrl url(value.contains(u"://"_s) ? value : QString(u"http://"_s + value));
    if (url.host().isEmpty())
        return {};
    const bool isSocks = url.scheme().startsWith(u"socks"_s);
    if (!isSocks && !url.scheme().startsWith(u"http"_s))
        return {};
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
        url.host(), static_cast<quint16>(url.port(kDefaultPort)), url.userName(QUrl::FullyDecoded),
        url.password(QUrl::FullyDecoded));
}

} // namespace

ProxyVariables ProxyVariables::fromEnvironment()
{
    return {.http = variable("http_proxy", "HTTP_PROXY"),
        .https = variable("https_proxy", "HTTPS_PROXY"),
        .all = variable("all_proxy", "ALL_PROXY"),
        .none = variable("no_proxy", "NO_PROXY")};
}

std::optional<QNetworkProxy> ProxyVariables::proxyFor(const QUrl &url) const
{
    const QString &own = url.scheme() == u"https" ? https : http;
    const std::optional<QNetworkProxy> proxy = proxyFrom(own.isEmpty() ? all : own);
    if (proxy && isExcepted(none, url.host()))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    return proxy;
}

} // namespace pennyworth
