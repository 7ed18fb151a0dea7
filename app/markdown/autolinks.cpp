// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/autolinks.h"

#include <algorithm>
#include <optional>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

bool isAsciiLetterOrDigit(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9');
}

bool endsAddress(QChar c)
{
    const char16_t u = c.unicode();
    return c.isSpace() || u == '<' || u == '>' || u == '"' || u == '`' || u < 0x20
        || (u >= 0x3000 && u <= 0x303F) || (u >= 0xFF00 && u <= 0xFF65) || u == 0x201C
        || u == 0x201D;
}

bool isLocalPart(QChar c)
{
    return isAsciiLetterOrDigit(c) || c == u'.' || c == u'-' || c == u'_' || c == u'+';
}

// https://github.github.com/gfm/#valid-domain
bool isValidDomain(QStringView domain, int leastPeriods)
{
    int periods = 0;
    bool underscoreInLast = false;
    bool underscoreBefore = false;
    for (const QChar c : domain) {
        if (c == u'.') {
            ++periods;
            underscoreBefore = underscoreInLast;
            underscoreInLast = false;
        } else if (c == u'_') {
            underscoreInLast = true;
        }
    }
    return !domain.isEmpty() && !underscoreInLast && !underscoreBefore && periods >= leastPeriods;
}

qsizetype domainLength(QStringView text)
{
    const auto *end = std::find_if_not(text.begin(), text.end(), [](QChar c) {
        return isAsciiLetterOrDigit(c) || c == u'.' || c == u'-' || c == u'_'
            || c.unicode() >= 0xA1;
    });
    return end - text.begin();
}

// https://github.github.com/gfm/#extended-autolink-path-validation
qsizetype withoutTrailingPunctuation(QStringView address)
{
    qsizetype length = address.size();
    qsizetype surplus = address.count(u')') - address.count(u'(');
    while (length > 0) {
        const QChar last = address.at(length - 1);
        if (u"?!.,:*_~'"_s.contains(last)) {
            --length;
        } else if (last == u')' && surplus > 0) {
            --length;
            --surplus;
        } else if (last == u';') {
            qsizetype start = length - 1;
            while (start > 0 && isAsciiLetterOrDigit(address.at(start - 1)))
                --start;
            if (start == 0 || address.at(start - 1) != u'&' || start == length - 1)
                break;
            length = start - 1;
        } else {
            break;
        }
    }
    return length;
}

// Everything up to `end` has been looked at, whether it is an address or not.
struct Address {
    qsizetype end = 0;
    std::optional<Autolink> link;
};

Address addressAt(QStringView text, qsizetype start, qsizetype schemeLength)
{
    const bool isBare = schemeLength == 0;
    QStringView domain = text.mid(start + schemeLength);
    domain.truncate(domainLength(domain));
    Address address{
        .end = std::max(start + schemeLength + domain.size(), start + 1), .link = std::nullopt};
    while (domain.endsWith(u'.'))
        domain.chop(1);
    if (!isValidDomain(domain, isBare ? 1 : 0))
        return address;
    const auto *const begin = text.begin() + start;
    const QStringView candidate(begin, std::find_if(begin, text.end(), endsAddress));
    const qsizetype length = withoutTrailingPunctuation(candidate);
    if (length <= schemeLength)
        return address;
    const QString shown = candidate.left(length).toString();
    address.end = start + length;
    address.link =
        Autolink{.start = start, .length = length, .target = isBare ? u"http://"_s + shown : shown};
    return address;
}

std::optional<Autolink> mailAt(QStringView text, qsizetype at, qsizetype notBefore)
{
    qsizetype start = at;
    while (start > notBefore && isLocalPart(text.at(start - 1)))
        --start;
    qsizetype end = at + 1;
    while (end < text.size() && (isLocalPart(text.at(end)) && text.at(end) != u'+'))
        ++end;
    while (end > at + 1 && text.at(end - 1) == u'.')
        --end;
    const QStringView domain = text.mid(at + 1, end - at - 1);
    const bool endsWell = !domain.isEmpty() && isAsciiLetterOrDigit(domain.back());
    if (start == at || !endsWell || !isValidDomain(domain, 1) || domain.startsWith(u'.'))
        return std::nullopt;
    const QString address = text.mid(start, end - start).toString();
    return Autolink{.start = start, .length = end - start, .target = u"mailto:"_s + address};
}

qsizetype schemeLengthAt(QStringView rest)
{
    if (rest.startsWith("https://"_L1, Qt::CaseInsensitive))
        return 8;
    if (rest.startsWith("http://"_L1, Qt::CaseInsensitive))
        return 7;
    return 0;
}

} // namespace

QList<Autolink> findAutolinks(QStringView text)
{
    QList<Autolink> links;
    qsizetype done = 0; // an e-mail address cannot begin before it
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'@') {
            const std::optional<Autolink> mail = mailAt(text, i, done);
            done = i + 1;
            if (mail) {
                links.append(*mail);
                done = mail->start + mail->length;
                i = done - 1;
            }
        } else if ((c.toLower() == u'h' || c.toLower() == u'w')
            && (i == 0 || !isAsciiLetterOrDigit(text.at(i - 1)))) {
            const QStringView rest = text.mid(i);
            const qsizetype schemeLength = schemeLengthAt(rest);
            if (schemeLength == 0 && !rest.startsWith("www."_L1))
                continue;
            const Address address = addressAt(text, i, schemeLength);
            if (address.link) {
                links.append(*address.link);
                done = address.end;
            }
            i = address.end - 1;
        }
    }
    return links;
}

} // namespace pennyworth
