// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proxyvariables.h"
#include "support/testregistry.h"

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

/// "http 127.0.0.1:3128", "direct", or empty where the environment does not say.
QString described(const std::optional<QNetworkProxy> &proxy)
{
    if (!proxy)
        return {};
    if (proxy->type() == QNetworkProxy::NoProxy)
        return u"direct"_s;
    return (proxy->type() == QNetworkProxy::Socks5Proxy ? u"socks "_s : u"http "_s)
        + proxy->hostName() + u':' + QString::number(proxy->port());
}

} // namespace

class ProxyVariablesTest : public QObject {
    Q_OBJECT

private slots:
    void namesAProxy_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("proxy");
        QTest::newRow("nothing") << u""_s << QString();
        QTest::newRow("an address") << u"http://10.0.0.1:3128"_s << u"http 10.0.0.1:3128"_s;
        QTest::newRow("a path behind it") << u"http://proxy:3128/"_s << u"http proxy:3128"_s;
        QTest::newRow("without a scheme")
            << u"proxy.example:3128"_s << u"http proxy.example:3128"_s;
        QTest::newRow("a number without a scheme") << u"10.0.0.1:3128"_s << u"http 10.0.0.1:3128"_s;
        QTest::newRow("without a port") << u"http://proxy"_s << u"http proxy:1080"_s;
        QTest::newRow("SOCKS") << u"socks5h://proxy:9050"_s << u"socks proxy:9050"_s;
        QTest::newRow("something else") << u"ftp://proxy:21"_s << QString();
        QTest::newRow("nonsense") << u"http://"_s << QString();
    }

    void namesAProxy()
    {
        QFETCH(QString, value);
        QFETCH(QString, proxy);
        const ProxyVariables variables{.https = value};
        QCOMPARE(described(variables.proxyFor(QUrl(u"https://api.deepseek.com"_s))), proxy);
    }

    void theSchemeOfTheAddressDecides()
    {
        const ProxyVariables variables{
            .http = u"a:1"_s, .https = u"b:2"_s, .all = u"socks5://c:3"_s};
        QCOMPARE(described(variables.proxyFor(QUrl(u"http://x.example"_s))), u"http a:1"_s);
        QCOMPARE(described(variables.proxyFor(QUrl(u"https://x.example"_s))), u"http b:2"_s);
        const ProxyVariables rest{.http = u"a:1"_s, .all = u"socks5://c:3"_s};
        QCOMPARE(described(rest.proxyFor(QUrl(u"https://x.example"_s))), u"socks c:3"_s);
    }

    void someAreReachedDirectly_data()
    {
        QTest::addColumn<QString>("none");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isDirect");
        const auto row = [](const char *name, const QString &none, const QString &host,
                             bool isDirect) { QTest::newRow(name) << none << host << isDirect; };
        row("no exception", {}, u"a.example"_s, false);
        row("everything", u"*"_s, u"a.example"_s, true);
        row("the host", u"b.example, a.example"_s, u"a.example"_s, true);
        row("its domain", u"example"_s, u"a.example"_s, true);
        row("its domain with a dot", u".example"_s, u"a.example"_s, true);
        row("in capitals", u"A.EXAMPLE"_s, u"a.example"_s, true);
        row("only the end of a name", u"ample"_s, u"a.example"_s, false);
        row("another host", u"b.example"_s, u"a.example"_s, false);
        row("an address", u"10.1.2.3"_s, u"10.1.2.3"_s, true);
        row("a network", u"192.168.0.0/16 10.0.0.0/8"_s, u"10.1.2.3"_s, true);
        row("another network", u"192.168.0.0/16"_s, u"10.1.2.3"_s, false);
    }

    void someAreReachedDirectly()
    {
        QFETCH(QString, none);
        QFETCH(QString, host);
        QFETCH(bool, isDirect);
        const ProxyVariables variables{.https = u"proxy:3128"_s, .none = none};
        QCOMPARE(described(variables.proxyFor(QUrl(u"https://"_s + host))),
            isDirect ? u"direct"_s : u"http proxy:3128"_s);
    }

    void keepsWhoMayUseIt()
    {
        const ProxyVariables variables{.all = u"http://jane:p%40ss@proxy:3128"_s};
        const auto proxy = variables.proxyFor(QUrl(u"https://x.example"_s));
        QCOMPARE(proxy->user(), u"jane"_s);
        QCOMPARE(proxy->password(), u"p@ss"_s);
    }

    void smallLettersComeFirst()
    {
        qputenv("HTTPS_PROXY", "http://capital:1");
        QCOMPARE(ProxyVariables::fromEnvironment().https, u"http://capital:1"_s);
        qputenv("https_proxy", "http://small:1");
        QCOMPARE(ProxyVariables::fromEnvironment().https, u"http://small:1"_s);
        qunsetenv("https_proxy");
        qunsetenv("HTTPS_PROXY");
    }
};

PENNYWORTH_TEST(ProxyVariablesTest)

#include "tst_proxyvariables.moc"
