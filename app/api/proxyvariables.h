// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>
#include <QString>
#include <QUrl>

#include <optional>

namespace pennyworth {

/// The proxies that the environment names (http_proxy, https_proxy, all_proxy, no_proxy, small or
/// capital), read as curl does: without a scheme it is an HTTP proxy. What Qt and libproxy make of
/// these variables depends on how they were built.
struct ProxyVariables {
    QString http;
    QString https;
    QString all;
    QString none; ///< hosts and domains that are reached directly, separated by commas; "*" for all

    static ProxyVariables fromEnvironment();

    /// The proxy for this address, NoProxy where it is to be reached directly; nothing where the
    /// environment does not say.
    [[nodiscard]] std::optional<QNetworkProxy> proxyFor(const QUrl &url) const;
};

} // namespace pennyworth
