// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/failure.h"

#include "cli/tr.h"
#include "domain/errortext.h"

#include <QJsonValue>

#include <algorithm>
#include <initializer_list>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

bool isOneOf(ErrorKind kind, std::initializer_list<ErrorKind> kinds)
{
    return std::ranges::find(kinds, kind) != kinds.end();
}

/// The kind speaks of an address elsewhere; without a status it was the store that found nothing.
bool isMissingConversation(const Error &error)
{
    return error.kind == ErrorKind::NotFound && error.status == 0;
}

QString remedySentence(const Error &error)
{
    if (isMissingConversation(error))
        return Tr::tr("“pennyworth list” shows the conversations.");
    using enum ErrorKind;
    const QString remedy = errorText(error).remedy;
    if (!isOneOf(error.kind, {NoKey, KeychainLocked, KeychainUnavailable}))
        return remedy;
    return remedy + u' '
        + Tr::tr("In a terminal: “pennyworth key set PROVIDER” reads a key and keeps it in the "
                 "keychain; a variable of the environment, which “pennyworth providers” names, "
                 "gives one for this run. “pennyworth ask --demo” needs none.");
}

} // namespace

ExitStatus exitStatusFor(const Error &error)
{
    using enum ErrorKind;
    if (error.kind == WrongUsage)
        return ExitStatus::WrongUsage;
    if (error.kind == Cancelled)
        return ExitStatus::Interrupted;
    if (isOneOf(error.kind, {StoreUnavailable, StoreReadOnly, StoreFull, StoreNewer, StoreDamaged}))
        return ExitStatus::StoreUnusable;
    return ExitStatus::RequestFailed;
}

QString errorMessage(const Error &error)
{
    if (error.kind == ErrorKind::WrongUsage && !error.detail.isEmpty())
        return error.detail;
    const QString message = errorText(error).message;
    return error.detail.isEmpty() || isMissingConversation(error)
        ? message
        : QString(message + u" ("_s + error.detail + u')');
}

QString errorRemedy(const Error &error)
{
    const QString charged = errorText(error).charged;
    return charged.isEmpty() ? remedySentence(error)
                             : QString(remedySentence(error) + u' ' + charged);
}

QJsonObject errorJson(const Error &error)
{
    return {{u"kind"_s, QString(errorKindName(error.kind))},
        {u"status"_s, error.status == 0 ? QJsonValue() : QJsonValue(error.status)},
        {u"message"_s, errorMessage(error)}, {u"remedy"_s, remedySentence(error)},
        {u"charged"_s, QString(chargedName(error.charged))}};
}

QJsonObject shortErrorJson(const Error &error)
{
    return {{u"kind"_s, QString(errorKindName(error.kind))}, {u"message"_s, errorMessage(error)}};
}

Error wrongUsage(const QString &sentence)
{
    return {.kind = ErrorKind::WrongUsage, .detail = sentence};
}

} // namespace pennyworth
