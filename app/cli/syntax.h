// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace pennyworth {

enum class Presence { Optional, Required };

/// A word without dashes: "MODEL".
struct Parameter {
    QString name;
    QString help;
    Presence presence = Presence::Required;
};

/// A word with two dashes: "--at INSTANT".
struct Option {
    QString name; ///< without dashes
    QString value; ///< what stands behind it; empty: it takes no value
    QString help;
    Presence presence = Presence::Optional;
};

/// What a command takes. Every command takes --json and --help besides.
struct Syntax {
    QString command;
    QString summary; ///< after the name: "what a model costs at an instant"
    QList<Parameter> parameters;
    QList<Option> options;
    QString details; ///< paragraphs below the options; lines are wrapped
};

/// The page that `--help` prints.
[[nodiscard]] QString helpText(const Syntax &syntax);

/// `names` in one column, `helps` wrapped in a second one.
[[nodiscard]] QString definitionList(const QList<std::pair<QString, QString>> &entries);

/// `text` cut at blanks into lines of at most `width` characters, the lines after the first
/// indented by `indent`.
[[nodiscard]] QString wrapped(const QString &text, int width, int indent);

} // namespace pennyworth
