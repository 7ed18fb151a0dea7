// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QLatin1StringView>
#include <QString>

namespace pennyworth {

/// What the user can do about an error; the interface makes a button of it.
enum class Remedy {
    None,
    Retry,
    Continue,
    SetKey,
    TopUp,
    ChooseModel,
    StartFresh, ///< a conversation of nothing but the prompt
    EditPrompt,
    CheckAddress,
    OpenSettings,
    UnlockKeychain
};

/// An error in words, translated. Every sentence is complete.
struct ErrorText {
    QString message; ///< what happened and what it means
    QString remedy; ///< what to do; never empty
    QString charged; ///< whether anything was charged; empty where no request is concerned
    Remedy action = Remedy::None;
};

[[nodiscard]] ErrorText errorText(const Error &error);

/// The stable name of a kind for scripts: "wrong_key". Never translated.
[[nodiscard]] QLatin1StringView errorKindName(ErrorKind kind);

/// "no", "maybe", "yes".
[[nodiscard]] QLatin1StringView chargedName(Charged charged);

} // namespace pennyworth
