// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

class QWidget;

namespace pennyworth {
class ProviderCatalog;
}

namespace pennyworth::test {

/// A language that has every sentence of the program: accented, a third longer and in ⟦brackets⟧.
/// Whatever stands outside of the brackets did not come from tr().
class PseudoLanguage final : public QTranslator {
    Q_OBJECT

public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source,
        const char *disambiguation, int count) const override;
};

/// `text` without what the pseudo language put into brackets, and what is within those.
[[nodiscard]] QString outsideOfPseudoLanguage(const QString &text);

/// Everything that `window` says, shown or not: texts, titles, tool tips, placeholders, accessible
/// names and descriptions, menus, and what assistive technology is told of lists and messages. Each
/// line begins with the place.
[[nodiscard]] QStringList wordsOf(const QWidget &window);

/// What is the same in every language: names, addresses, units of currency and of time zones, and
/// the months, which come from the system.
[[nodiscard]] QStringList namesIn(const ProviderCatalog &catalog);
/// The words in `text` that are neither translated, nor names, keys, addresses or paths, nor what
/// the test itself said: words that begin with "zq".
[[nodiscard]] QStringList untranslated(const QString &text, const QStringList &names);
/// What every open window says without having asked the translator, a line each.
[[nodiscard]] QString hardCodedTexts(const QStringList &names);

} // namespace pennyworth::test
