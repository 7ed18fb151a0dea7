// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/linktarget.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

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

// Format characters, controls, spaces of all kinds, and letters that are blank.
bool isUnseen(char32_t c)
{
    constexpr std::array<char32_t, 5> kBlank{0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0};
    const bool isSelector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return isSelector || std::ranges::find(kBlank, c) != kBlank.end();
    }
}

bool holdsUnseen(const QString &address)
{
    const QList<uint> characters = address.toUcs4();
    return std::ranges::any_of(characters, [](uint c) { return isUnseen(c); });
}

// As hosts are compared: without what makes no difference.
QString plainHost(QString host)
{
    host = host.toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    return host.startsWith("www."_L1) ? host.mid(4) : host;
}

// The host that a text names, empty where it does not look like an address. Among words only what
// has a scheme is one.
QString hostNamedBy(const QString &text)
{
    constexpr auto kOptions =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression alone(
        uR"(^\W*(?:[a-z][a-z0-9+.-]*://)?(?:[^\s/@]*@)?((?:[\w-]+\.)+[\w-]{2,})(?::\d+)?(?:[/?#]\S*)?\W*$)"_s,
        kOptions);
    static const QRegularExpression amongWords(
        uR"(\b[a-z][a-z0-9+.-]*://(?:[^\s/@]*@)?((?:[\w-]+\.)+[\w-]{2,}))"_s, kOptions);
    // Full width letters and the full stop of China stand for others in addresses.
    const QString plain =
        text.normalized(QString::NormalizationForm_KC).replace(QChar(0x3002), u'.');
    const QRegularExpressionMatch whole = alone.match(plain);
    return (whole.hasMatch() ? whole : amongWords.match(plain)).captured(1).toLower();
}

QString warningFor(const QUrl &url, const QString &address, const QString &text)
{
    const QString host = url.host(QUrl::EncodeUnicode);
    if (holdsUnseen(address))
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
    if (!named.isEmpty() && plainHost(named) != plainHost(real)) {
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

QString elidedAddress(const LinkTarget &target, const QFontMetrics &metrics, int width)
{
    const bool fits = metrics.horizontalAdvance(target.address) <= width;
    const QString host = target.url.host();
    const qsizetype at = target.address.indexOf(host, 0, Qt::CaseInsensitive);
    if (fits || host.isEmpty() || at < 0)
        return metrics.elidedText(target.address, Qt::ElideMiddle, width);
    const QString before = target.address.left(at);
    const int room = width - metrics.horizontalAdvance(before);
    const QString shown = metrics.elidedText(host, Qt::ElideLeft, room * 3 / 4);
    const QString behind = target.address.mid(at + host.size());
    return before + shown
        + metrics.elidedText(behind, Qt::ElideMiddle, room - metrics.horizontalAdvance(shown));
}

QString withVisibleControls(QString text)
{
    if (std::ranges::any_of(std::as_const(text), isDirectionControl))
        std::ranges::replace_if(text, isDirectionControl, kControlMark);
    return text;
}

} // namespace pennyworth
