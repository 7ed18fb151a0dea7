// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/thinksplitter.h"

#include <algorithm>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kOpening = "<think>"_L1;
constexpr QLatin1StringView kClosing = "</think>"_L1;
constexpr qsizetype kMostHeld = 1024; // of white space in front of a tag; some models never end it

QStringView withoutLeadingSpace(QStringView text)
{
    const auto begin =
        std::find_if_not(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    return text.sliced(begin - text.begin());
}

/// How many characters at the end of `text` may be the beginning of a closing tag.
qsizetype openEnd(QStringView text)
{
    for (qsizetype length = std::min(text.size(), kClosing.size() - 1); length > 0; --length) {
        if (text.last(length) == kClosing.first(length))
            return length;
    }
    return 0;
}

} // namespace

ThinkSplitter::Pieces ThinkSplitter::take(QStringView content)
{
    Pieces pieces;
    if (m_state == State::Passing) {
        pieces.text = content.toString();
        return pieces;
    }
    m_held += content;
    if (m_state == State::Start)
        takeStart(&pieces);
    if (m_state == State::Inside)
        takeInside(&pieces);
    if (m_state == State::Behind)
        takeBehind(&pieces);
    return pieces;
}

ThinkSplitter::Pieces ThinkSplitter::finish()
{
    const bool inside = m_state == State::Inside;
    const bool behind = m_state == State::Behind;
    m_state = State::Passing;
    QString held = std::exchange(m_held, {});
    if (inside)
        return {.reasoning = std::move(held), .text = {}};
    return {.reasoning = {}, .text = behind ? QString() : std::move(held)};
}

void ThinkSplitter::takeStart(Pieces *pieces)
{
    const QStringView begun = withoutLeadingSpace(m_held);
    if (begun.startsWith(kOpening)) {
        m_held = begun.sliced(kOpening.size()).toString();
        m_state = State::Inside;
    } else if (begun.startsWith(kClosing)) {
        m_held = begun.sliced(kClosing.size()).toString();
        m_state = State::Behind;
    } else if (m_held.size() > kMostHeld
        || (!kOpening.startsWith(begun) && !kClosing.startsWith(begun))) {
        pieces->text = std::exchange(m_held, {});
        m_state = State::Passing;
    }
}

void ThinkSplitter::takeInside(Pieces *pieces)
{
    const qsizetype end = m_held.indexOf(kClosing);
    if (end >= 0) {
        pieces->reasoning = m_held.first(end);
        m_held.remove(0, end + kClosing.size());
        m_state = State::Behind;
        return;
    }
    const qsizetype kept = openEnd(m_held);
    pieces->reasoning = m_held.first(m_held.size() - kept);
    m_held = m_held.last(kept);
}

void ThinkSplitter::takeBehind(Pieces *pieces)
{
    m_held = withoutLeadingSpace(m_held).toString();
    if (m_held.isEmpty())
        return;
    pieces->text = std::exchange(m_held, {});
    m_state = State::Passing;
}

} // namespace pennyworth
