// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/errortext.h"

#include <QCoreApplication>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    const char *message;
    const char *remedy;
    Remedy action;
};

constexpr const char *kContext = "pennyworth::ErrorText";

/// Without a status nobody was asked: it was the store that found nothing.
bool isMissingConversation(const Error &error)
{
    return error.kind == ErrorKind::NotFound && error.status == 0;
}

Words wordsFor(const Error &error)
{
    if (isMissingConversation(error)) {
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "There is no such conversation."),
            QT_TRANSLATE_NOOP(
                "pennyworth::ErrorText", "Choose another one; it may have been deleted."),
            Remedy::None};
    }
    switch (error.kind) {
    case ErrorKind::NoKey:
        return {
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "There is no API key for this service yet."),
            QT_TRANSLATE_NOOP(
                "pennyworth::ErrorText", "Set a key; it is kept in the system's keychain."),
            Remedy::SetKey};
    case ErrorKind::WrongKey:
        return {
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The service does not accept the API key."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "Check the key and set it again."),
            Remedy::SetKey};
    case ErrorKind::Forbidden:
        return {QT_TRANSLATE_NOOP(
                    "pennyworth::ErrorText", "The service refuses this request for this account."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "Check what the key may do, or ask the service; another key may help."),
            Remedy::SetKey};
    case ErrorKind::InsufficientBalance:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The account's balance is used up."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "Top up the account, then send again."),
            Remedy::TopUp};
    case ErrorKind::InvalidRequest:
        return {
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The service does not accept the request."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "Its message says why; another model or other settings may do."),
            Remedy::ChooseModel};
    case ErrorKind::ContextTooLong:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                    "The conversation is longer than the model can read or the service takes."),
            QT_TRANSLATE_NOOP(
                "pennyworth::ErrorText", "Start a new conversation or shorten the prompt."),
            Remedy::StartFresh};
    case ErrorKind::NotFound:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                    "Nothing answers to this request at the service's address."),
            QT_TRANSLATE_NOOP(
                "pennyworth::ErrorText", "Check the address; many services want it to end in /v1."),
            Remedy::CheckAddress};
    case ErrorKind::RateLimited:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                    "The service is getting too many requests from this account."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "Wait a moment, then send again."),
            Remedy::Retry};
    case ErrorKind::ServerError:
        return {QT_TRANSLATE_NOOP(
                    "pennyworth::ErrorText", "The service failed while it handled the request."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "Send again; if it stays, look at the service's status page."),
            Remedy::Retry};
    case ErrorKind::Overloaded:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The service is overloaded."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "Wait a moment, then send again."),
            Remedy::Retry};
    case ErrorKind::StreamError:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                    "The service reported an error in the middle of its answer."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "What arrived is kept. Continue the answer or send again."),
            Remedy::Continue};
    case ErrorKind::UnexpectedAnswer:
        return {QT_TRANSLATE_NOOP(
                    "pennyworth::ErrorText", "What answered does not speak this protocol."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "Check the address, and whether a proxy or a login page stands in between."),
            Remedy::CheckAddress};
    case ErrorKind::EmptyReply:
        return {QT_TRANSLATE_NOOP(
                    "pennyworth::ErrorText", "The service ended its answer without a word."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "Send again."), Remedy::Retry};
    case ErrorKind::IncompleteReply:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The answer broke off before its end."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "What arrived is kept. Continue the answer or send again."),
            Remedy::Continue};
    case ErrorKind::ConnectionFailed:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                    "The service cannot be reached; the request never left."),
            QT_TRANSLATE_NOOP(
                "pennyworth::ErrorText", "Check the network and the address, then send again."),
            Remedy::Retry};
    case ErrorKind::ConnectionLost:
        return {QT_TRANSLATE_NOOP(
                    "pennyworth::ErrorText", "The connection broke after the request had left."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "What arrived is kept. Continue the answer or send again."),
            Remedy::Retry};
    case ErrorKind::TimedOut:
        return {
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The service has been silent for too long."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "What arrived is kept. Continue the answer or send again."),
            Remedy::Retry};
    case ErrorKind::CertificateRefused:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                    "The service's certificate is not trusted, so nothing was sent: neither the "
                    "key nor the prompt."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "Check the address. For a company's own certificate, add it to the system's "
                "certificate store."),
            Remedy::CheckAddress};
    case ErrorKind::Redirected:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                    "The service points to another address. That is not followed, since the key "
                    "would go there too."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "If you trust the new address, enter it for this service."),
            Remedy::CheckAddress};
    case ErrorKind::Cancelled:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "Stopped."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "What arrived is kept. Continue the answer or send again."),
            Remedy::Continue};
    case ErrorKind::UnknownModel:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "This model is not known."),
            QT_TRANSLATE_NOOP(
                "pennyworth::ErrorText", "Choose one of the models that the service offers."),
            Remedy::ChooseModel};
    case ErrorKind::UnknownProvider:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "This service is not known."),
            QT_TRANSLATE_NOOP(
                "pennyworth::ErrorText", "“pennyworth providers” lists the known ones."),
            Remedy::OpenSettings};
    case ErrorKind::UnknownPrice:
        return {QT_TRANSLATE_NOOP(
                    "pennyworth::ErrorText", "No price is known for this model at this time."),
            QT_TRANSLATE_NOOP(
                "pennyworth::ErrorText", "Check the model's name, the instant and the currency."),
            Remedy::None};
    case ErrorKind::KeychainUnavailable:
        return {
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The system's keychain does not answer."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "Start a keychain such as GNOME Keyring or KWallet, or set the key in the "
                "environment for this run."),
            Remedy::UnlockKeychain};
    case ErrorKind::KeychainLocked:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                    "The system's keychain gave no key: it is locked, refuses, or holds none."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "Unlock the keychain, or set the key again, or set it in the environment."),
            Remedy::UnlockKeychain};
    case ErrorKind::StoreUnavailable:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The database cannot be used."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "Check that its folder exists and may be written, and that no other program keeps "
                "it locked."),
            Remedy::None};
    case ErrorKind::StoreReadOnly:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                    "The database may not be written, so nothing was sent."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "Allow writing to its folder, or set PENNYWORTH_HOME to one that may be written."),
            Remedy::None};
    case ErrorKind::StoreFull:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "There is no space left on the disk."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "Free some space, then try again."),
            Remedy::Retry};
    case ErrorKind::StoreNewer:
        return {QT_TRANSLATE_NOOP(
                    "pennyworth::ErrorText", "The database was written by a newer Pennyworth."),
            QT_TRANSLATE_NOOP(
                "pennyworth::ErrorText", "Update Pennyworth; the database is left as it is."),
            Remedy::None};
    case ErrorKind::StoreDamaged:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The database is damaged."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText",
                "Move it away or restore a backup; Pennyworth does not write to it."),
            Remedy::None};
    case ErrorKind::FileFailed:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The file cannot be read or written."),
            QT_TRANSLATE_NOOP(
                "pennyworth::ErrorText", "Check its name and what you may do with it."),
            Remedy::None};
    case ErrorKind::InvalidValue:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "A value is not acceptable."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "Correct it and try again."), Remedy::None};
    case ErrorKind::Overflow:
        return {QT_TRANSLATE_NOOP(
                    "pennyworth::ErrorText", "The amount is too large to be counted exactly."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "Use smaller token counts."), Remedy::None};
    case ErrorKind::WrongUsage:
        return {QT_TRANSLATE_NOOP("pennyworth::ErrorText", "The command line is not understood."),
            QT_TRANSLATE_NOOP("pennyworth::ErrorText", "“pennyworth --help” shows how it is used."),
            Remedy::None};
    }
    Q_UNREACHABLE();
}

/// Whether a request is concerned that could have cost something.
bool concernsRequest(const Error &error)
{
    const bool isOfRequests =
        error.kind >= ErrorKind::WrongKey && error.kind <= ErrorKind::Cancelled;
    return isOfRequests && !isMissingConversation(error);
}

QString chargedText(const Error &error)
{
    switch (error.charged) {
    case Charged::No:
        return concernsRequest(error)
            ? QCoreApplication::translate("pennyworth::ErrorText", "Nothing was charged.")
            : QString();
    case Charged::Maybe:
        return QCoreApplication::translate(
            "pennyworth::ErrorText", "This request may have been charged.");
    case Charged::Yes:
        return QCoreApplication::translate(
            "pennyworth::ErrorText", "What was used up to here is charged.");
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorText errorText(const Error &error)
{
    const Words words = wordsFor(error);
    return {.message = QCoreApplication::translate(kContext, words.message),
        .remedy = QCoreApplication::translate(kContext, words.remedy),
        .charged = chargedText(error),
        .action = words.action};
}

QLatin1StringView errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NoKey:
        return "no_key"_L1;
    case ErrorKind::WrongKey:
        return "wrong_key"_L1;
    case ErrorKind::Forbidden:
        return "forbidden"_L1;
    case ErrorKind::InsufficientBalance:
        return "insufficient_balance"_L1;
    case ErrorKind::InvalidRequest:
        return "invalid_request"_L1;
    case ErrorKind::ContextTooLong:
        return "context_too_long"_L1;
    case ErrorKind::NotFound:
        return "not_found"_L1;
    case ErrorKind::RateLimited:
        return "rate_limited"_L1;
    case ErrorKind::ServerError:
        return "server_error"_L1;
    case ErrorKind::Overloaded:
        return "overloaded"_L1;
    case ErrorKind::StreamError:
        return "stream_error"_L1;
    case ErrorKind::UnexpectedAnswer:
        return "unexpected_answer"_L1;
    case ErrorKind::EmptyReply:
        return "empty_reply"_L1;
    case ErrorKind::IncompleteReply:
        return "incomplete_reply"_L1;
    case ErrorKind::ConnectionFailed:
        return "connection_failed"_L1;
    case ErrorKind::ConnectionLost:
        return "connection_lost"_L1;
    case ErrorKind::TimedOut:
        return "timed_out"_L1;
    case ErrorKind::CertificateRefused:
        return "certificate_refused"_L1;
    case ErrorKind::Redirected:
        return "redirected"_L1;
    case ErrorKind::Cancelled:
        return "cancelled"_L1;
    case ErrorKind::UnknownModel:
        return "unknown_model"_L1;
    case ErrorKind::UnknownProvider:
        return "unknown_provider"_L1;
    case ErrorKind::UnknownPrice:
        return "unknown_price"_L1;
    case ErrorKind::KeychainUnavailable:
        return "keychain_unavailable"_L1;
    case ErrorKind::KeychainLocked:
        return "keychain_locked"_L1;
    case ErrorKind::StoreUnavailable:
        return "store_unavailable"_L1;
    case ErrorKind::StoreReadOnly:
        return "store_read_only"_L1;
    case ErrorKind::StoreFull:
        return "store_full"_L1;
    case ErrorKind::StoreNewer:
        return "store_newer"_L1;
    case ErrorKind::StoreDamaged:
        return "store_damaged"_L1;
    case ErrorKind::FileFailed:
        return "file_failed"_L1;
    case ErrorKind::InvalidValue:
        return "invalid_value"_L1;
    case ErrorKind::Overflow:
        return "overflow"_L1;
    case ErrorKind::WrongUsage:
        return "wrong_usage"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView chargedName(Charged charged)
{
    switch (charged) {
    case Charged::No:
        return "no"_L1;
    case Charged::Maybe:
        return "maybe"_L1;
    case Charged::Yes:
        return "yes"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace pennyworth
