// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

class QWidget;

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

} // namespace pennyworth::test
