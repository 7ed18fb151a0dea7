// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace pennyworth {

/// Takes a leading <think>…</think> out of a streamed answer, for services that send their
/// reasoning inside the content. Only at the very start: the same words later in an answer are
/// text. A tag cut over two pieces is held back until it is known. A closing tag without an opening
/// one is dropped where nothing stands before it; what was shown cannot be taken back.
class ThinkSplitter final {
public:
    struct Pieces {
        QString reasoning;
        QString text;

        bool operator==(const Pieces &) const = default;
    };

    Pieces take(QStringView content);
    Pieces finish(); ///< what was held back, at the end of the answer

private:
    enum class State {
        Start, ///< nothing but white space or part of a tag so far
        Inside,
        Behind, ///< the white space between the closing tag and the answer
        Passing,
    };

    void takeStart(Pieces *pieces);
    void takeInside(Pieces *pieces);
    void takeBehind(Pieces *pieces);

    State m_state = State::Start;
    QString m_held;
};

} // namespace pennyworth
