// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace pennyworth::test {

/// A formula as it must be found in an answer.
struct ExpectedFormula {
    QString source; ///< with its delimiters
    bool isDisplay = false;
    bool isBad = false; ///< no valid TeX
};

/// An answer as models write them, full of TeX, and the formulas in it; everything else is text.
struct TexAnswer {
    QString name;
    QString markdown;
    QList<ExpectedFormula> formulas;
};

/// tests/data/tex: <name>.md, and <name>.formulas with a line for each: "inline" or "display",
/// with "-bad" where it cannot be set, a space, the source with ⏎ for the end of a line and without
/// the spaces that a line begins with.
[[nodiscard]] QList<TexAnswer> texAnswers();

} // namespace pennyworth::test
