// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/linktarget.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kControlMark(0xFFFD);

// https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings and the isolates
bool isDirectionControl(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

bool isUnseen(QChar c)
{
    const char16_t u = c.unicode();
    return isDirectionControl(c) || (u >= 0x200B && u <= 0x200F) || u == 0x2060 || u == 0xFEFF
        || u == 0x00AD || u == 0x061C;
}

QString withoutWww(QString host)
{
    return host.startsWith("www."_L1) ? host.mid(4) : host;
}

// The host that a text names, empty where it does not look like an address.
QString hostNamedBy(const QString &text)
{
    static const QRegularExpression address(
        uR"(^\s*(?:[a-z][a-z0-9+.-]*://)?(?:[^\s/@]*@)?((?:[\w-]+\.)+[\w-]{2,})(?::\d+)?(?:[/?#]\S*)?\s*$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return address.match(text).captured(1).toLower();
}

QString warningFor(const QUrl &url, const QString &address, const QString &text)
{
    const QString host = url.host(QUrl::EncodeUnicode);
    if (std::ranges::any_of(address, isUnseen))
        return QCoreApplication::translate(
            "pennyworth::LinkTarget", "The address contains characters that cannot be seen.");
    if (!url.userInfo().isEmpty() && url.scheme() != "mailto"_L1) {
        //: %1 is a host name
        return QCoreApplication::translate(
            "pennyworth::LinkTarget", "What stands before the @ is not where it leads: that is %1.")
            .arg(host);
    }
    if (std::ranges::any_of(url.host(), [](QChar c) { return c.unicode() > 0x7F; })
        || host.contains("xn--"_L1)) {
        //: %1 is a host name such as xn--80ak6aa92e.com
        return QCoreApplication::translate(
            "pennyworth::LinkTarget", "Its letters may look like others. It leads to %1.")
            .arg(QString::fromLatin1(QUrl::toAce(url.host())));
    }
    const QString named = hostNamedBy(text);
    const bool isMail = url.scheme() == "mailto"_L1;
    const QString real = isMail ? url.path().section(u'@', -1) : host;
    if (!named.isEmpty() && withoutWww(named) != withoutWww(real.toLower())) {
        //: %1 and %2 are host names
        return QCoreApplication::translate(
            "pennyworth::LinkTarget", "The text says %1, but it leads to %2.")
            .arg(named, real);
    }
    return {};
}

} // namespace

LinkTarget linkTarget(const QString &address, const QString &text)
{
    LinkTarget target{.address = withVisibleControls(address)};
    const QUrl url(address, QUrl::TolerantMode);
    const QString scheme = url.scheme();
    const bool isOpened = url.isValid()
        && (scheme == "mailto"_L1
            || ((scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty()));
    if (!isOpened)
        return target;
    target.url = url;
    target.warning = warningFor(url, address, text);
    return target;
}

QString withVisibleControls(QString text)
{
    if (std::ranges::any_of(std::as_const(text), isDirectionControl))
        std::ranges::replace_if(text, isDirectionControl, kControlMark);
    return text;
}

} // namespace pennyworth
