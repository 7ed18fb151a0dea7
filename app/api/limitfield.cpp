// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/limitfield.h"

#include <algorithm>
#include <array>

namespace pennyworth {

namespace {

constexpr QByteArrayView kOld = "max_tokens";
constexpr QByteArrayView kNew = "max_completion_tokens";

/// As the request builder writes it. Inside a string the quotes would be escaped, so that nobody's
/// words look like this.
QByteArray asField(QByteArrayView name)
{
    return ",\"" + name.toByteArray() + "\":";
}

QByteArrayView nameIn(const QByteArray &request)
{
    if (request.contains(asField(kOld)))
        return kOld;
    return request.contains(asField(kNew)) ? kNew : QByteArrayView();
}

QByteArrayView otherThan(QByteArrayView name)
{
    return name == kOld ? kNew : kOld;
}

} // namespace

bool refusesLimitField(int status, const QByteArray &request, const QByteArray &answer)
{
    const QByteArrayView name = nameIn(request);
    if ((status != 400 && status != 422) || name.isEmpty())
        return false;
    if (answer.contains(otherThan(name)))
        return true;
    constexpr std::array<QByteArrayView, 8> complaints{"unsupported", "not supported",
        "unrecognized", "unknown", "unexpected", "not permitted", "not allowed", "extra inputs"};
    const QByteArray words = answer.toLower();
    return words.contains(name)
        && std::ranges::any_of(
            complaints, [&words](QByteArrayView complaint) { return words.contains(complaint); });
}

QByteArray withOtherLimitField(QByteArray request)
{
    const QByteArrayView name = nameIn(request);
    if (!name.isEmpty())
        request.replace(asField(name), asField(otherThan(name)));
    return request;
}

} // namespace pennyworth
