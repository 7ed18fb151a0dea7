// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace pennyworth {

enum class FormulaKind {
    Inline,
    Display, ///< stands on a line of its own
    Open, ///< of Display, but not closed yet: text that must not be read as Markdown
};

/// TeX found in Markdown, with its delimiters.
struct FormulaSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    FormulaKind kind = FormulaKind::Inline;

    bool operator==(const FormulaSpan &) const = default;
};

/// TeX in `\( \)`, `\[ \]`, `$ $`, `$$ $$` and `\begin{align} \end{align}` (and the other
/// environments of mathematics), outside of code. A formula ends with its paragraph, but for `\[`
/// and `$$` alone on a line. A dollar that belongs to a price, a variable of a shell or nothing is
/// text. In one pass whose time is linear in the text; lines end with U+000A.
[[nodiscard]] QList<FormulaSpan> findFormulas(QStringView text);

/// What stands between the delimiters.
[[nodiscard]] QString texOf(QStringView formula);
[[nodiscard]] bool isDisplayFormula(QStringView formula); ///< by its delimiters

} // namespace pennyworth
