// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace pennyworth::simulated {

enum class AnswerLanguage { English, Chinese };

/// A prepared text and what it is about.
struct PreparedAnswer {
    QString title;
    AnswerLanguage language = AnswerLanguage::English;
    QStringList keywords; ///< lower case
    QString reasoning;
    QString content; ///< Markdown
};

/// The texts that the simulated model knows, from app/simulator/answers (its README says how they
/// are written).
class AnswerBook final {
public:
    /// Reads the built-in texts.
    AnswerBook();

    /// The text whose keywords fit the prompt best; null where none does.
    [[nodiscard]] const PreparedAnswer *find(const QString &prompt) const;
    /// One of the texts of that language, by number.
    [[nodiscard]] const PreparedAnswer &any(AnswerLanguage language, quint64 number) const;
    /// A sentence of the named list, by number: "opening", "fallback", "continuation", …
    [[nodiscard]] QString phrase(
        const QString &list, AnswerLanguage language, quint64 number) const;
    /// A fill for the middle of a text, by file name: "python", "c", "prose".
    [[nodiscard]] static QString fill(const QString &name);

    [[nodiscard]] const QList<PreparedAnswer> &answers() const { return m_answers; }

private:
    QList<PreparedAnswer> m_answers;
};

/// Chinese where a good part of the letters are.
[[nodiscard]] AnswerLanguage languageOf(const QString &prompt);

} // namespace pennyworth::simulated
