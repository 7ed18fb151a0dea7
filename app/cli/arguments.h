// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/syntax.h"
#include "domain/instant.h"
#include "domain/money.h"
#include "domain/result.h"

#include <QDate>
#include <QHash>
#include <QStringList>

#include <optional>

namespace pennyworth {

/// The words after a command, read by its Syntax. Every error is WrongUsage with a sentence that
/// names the word.
class Arguments final {
public:
    static Result<Arguments> parse(const Syntax &syntax, const QStringList &words);

    [[nodiscard]] bool wantsHelp() const { return m_wantsHelp; }
    [[nodiscard]] bool contains(const QString &option) const { return m_options.contains(option); }
    [[nodiscard]] QString value(const QString &option, const QString &fallback = {}) const;
    /// The parameter at `index` of the syntax; null where it was left out.
    [[nodiscard]] QString parameter(int index) const { return m_parameters.value(index); }

    // Values of a certain shape. Empty where the option was not given.
    Result<std::optional<qint64>> wholeNumber(const QString &option, qint64 least) const;
    Result<std::optional<Instant>> instant(const QString &option) const;
    Result<std::optional<QDate>> date(const QString &option) const;
    Result<Currency> currency(const QString &option) const; ///< USD where it was not given
    /// The index of the value among `words`.
    Result<std::optional<qsizetype>> oneOf(const QString &option, const QStringList &words) const;

private:
    bool m_wantsHelp = false;
    QStringList m_parameters;
    QHash<QString, QString> m_options;
};

} // namespace pennyworth
