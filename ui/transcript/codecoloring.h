// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/palette.h"
#include "transcript/textmarks.h"
#include "typesetting/typesettingjob.h"

#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace pennyworth {

class Typesetter;

/// The colours of a code block that may grow. The first thousand lines are coloured as one; what
/// follows in slices, when it is seen, each as if it began the code. While code grows only its
/// complete lines are coloured, and again when there is a fifth more.
class CodeColoring final {
public:
    CodeColoring(Typesetter *typesetter, QString language);

    /// Asks for what is missing of lines `first` to `last`. `starts` has the offset of every line.
    void look(const QString &code, const std::vector<int> &starts, int first, int last);
    void finish() { m_isFinished = true; } ///< the code grows no more

    /// Whether there is something new in spansOf().
    bool take();
    /// Of a part of the code that lies in one line; they begin to count where it does.
    [[nodiscard]] CodeSpans spansOf(const std::vector<int> &starts, int line, TextRange part) const;

private:
    struct Slice {
        std::shared_ptr<CodeJob> job; // that is under way
        int asked = 0; // characters that were asked for
        CodeSpans spans;
    };

    void lookAt(int index, const QString &code, const std::vector<int> &starts);

    Typesetter *m_typesetter;
    QString m_language;
    bool m_isFinished = false;
    std::map<int, Slice> m_slices;
};

[[nodiscard]] QColor codeColor(const Palette &palette, CodeRole role);

} // namespace pennyworth
