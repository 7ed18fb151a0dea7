// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/channel.h"
#include "domain/error.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pennyworth {

/// What a command says: text for people, or exactly one JSON value for scripts. What goes to a
/// terminal holds no control characters but line feeds and tabs, since answers and error details
/// come from strangers. Owned by runCommandLine().
class Output final {
public:
    enum class Form { Text, Json };

    Output(Channel &standard, Channel &error, Form form);

    [[nodiscard]] bool isJson() const { return m_form == Form::Json; }
    [[nodiscard]] Channel &standard() const { return m_standard; }

    void print(const QString &text) const; ///< to standard output, as it is
    void print(const QJsonObject &object) const;
    void print(const QJsonArray &array) const;
    void note(const QString &line) const; ///< a line to standard error
    void whisper(
        const QString &text) const; ///< dimmed to standard error, as it is, if that is a terminal
    /// `{error: …}` to standard output, or a sentence and its remedy to standard error.
    void fail(const Error &error) const;

private:
    Channel &m_standard;
    Channel &m_error;
    Form m_form;
};

/// `text` without the control characters (C0, DEL, C1) that could command a terminal; line feeds
/// and tabs stay.
[[nodiscard]] QString withoutControls(const QString &text);

} // namespace pennyworth
