// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/formulas.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace pennyworth {

/// Takes formulas out of Markdown before it is parsed, since their characters mean other things
/// there, and gives them back. In their place stand marks that no text holds and that are words to
/// the parser; the lines stay as many. Private to the parser.
class FormulaMask final {
public:
    /// A piece of masked text: characters, a formula, or a further line of the one before.
    struct Piece {
        QString text; ///< with its formula's line given back
        bool isFormula = false; ///< `text` is the whole formula with its delimiters
        bool isSwallowed = false; ///< a further line of a formula; what breaks the line before it
                                  ///< belongs to the formula as well
    };

    [[nodiscard]] QString masked(QStringView text);
    [[nodiscard]] bool isEmpty() const { return m_formulas.empty(); }

    [[nodiscard]] QString restored(const QString &text) const; ///< as it was written
    [[nodiscard]] std::vector<Piece> pieces(const QString &text) const;

private:
    struct Formula {
        QStringList lines;
        bool isOpen = false;
    };
    struct Mark {
        qsizetype end = 0;
        qsizetype formula = 0;
        qsizetype line = 0;
        bool isValid = false;
    };

    [[nodiscard]] Mark markAt(const QString &text, qsizetype at) const;

    std::vector<Formula> m_formulas;
    QHash<QString, qsizetype> m_known; // the same source has the same mark, in labels as well
};

} // namespace pennyworth
