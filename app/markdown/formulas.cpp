// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/formulas.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

/// A `\[` alone on its line may be that far from its end; further away nobody means it.
constexpr int kMostLines = 60;

bool isAsciiLetterOrDigit(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

bool isMathematics(QStringView environment)
{
    static const QSet<QString> names{u"align"_s, u"aligned"_s, u"alignat"_s, u"alignedat"_s,
        u"array"_s, u"Bmatrix"_s, u"bmatrix"_s, u"cases"_s, u"CD"_s, u"dcases"_s, u"displaymath"_s,
        u"eqnarray"_s, u"equation"_s, u"flalign"_s, u"gather"_s, u"gathered"_s, u"matrix"_s,
        u"multline"_s, u"pmatrix"_s, u"rcases"_s, u"smallmatrix"_s, u"split"_s, u"Vmatrix"_s,
        u"vmatrix"_s};
    if (environment.endsWith(u'*'))
        environment.chop(1);
    return names.contains(environment.toString());
}

// "5 and 10" between two dollars is not mathematics.
bool isPrice(QStringView content)
{
    if (!content.front().isDigit())
        return false;
    if (std::ranges::any_of(content, [](QChar c) { return u"\\^_={}"_s.contains(c); }))
        return false;
    const QList<QStringView> words = content.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::any_of(words.begin() + 1, words.end(), [](QStringView word) {
        return word.size() > 1 && word.at(0).isLetter() && word.at(1).isLetter();
    });
}

bool saysSomething(QStringView content)
{
    return std::ranges::any_of(content, [](QChar c) { return c.isLetterOrNumber(); });
}

/// One line of the text, seen from outside its quotes.
struct Line {
    qsizetype start = 0;
    qsizetype end = 0; ///< of its characters, without the end of the line
    QStringView content; ///< behind spaces and the marks of quotes

    [[nodiscard]] bool isBlank() const { return content.trimmed().isEmpty(); }

    [[nodiscard]] qsizetype fenceLength() const
    {
        if (content.isEmpty() || (content.front() != u'`' && content.front() != u'~'))
            return 0;
        qsizetype length = 0;
        while (length < content.size() && content.at(length) == content.front())
            ++length;
        const bool isCodeSpan = content.front() == u'`' && content.mid(length).contains(u'`');
        return length < 3 || isCodeSpan ? 0 : length;
    }

    [[nodiscard]] bool closes(QChar mark, qsizetype length) const
    {
        return fenceLength() >= length && content.front() == mark
            && content.mid(fenceLength()).trimmed().isEmpty();
    }

    [[nodiscard]] bool isHeading() const
    {
        qsizetype level = 0;
        while (level < content.size() && content.at(level) == u'#')
            ++level;
        return level > 0 && level < 7 && level < content.size() && content.at(level) == u' ';
    }

    /// Whether the line begins a block of its own where a paragraph stands before it.
    [[nodiscard]] bool interrupts() const
    {
        if (isHeading() || content.startsWith(u'|'))
            return true;
        qsizetype digits = 0;
        while (digits < content.size() && content.at(digits).isDigit())
            ++digits;
        const QStringView rest = content.mid(digits);
        if (digits > 0)
            return rest.startsWith(". "_L1) || rest.startsWith(") "_L1);
        return rest.startsWith("- "_L1) || rest.startsWith("* "_L1) || rest.startsWith("+ "_L1);
    }
};

Line lineAt(QStringView text, qsizetype start)
{
    qsizetype end = text.indexOf(u'\n', start);
    end = end < 0 ? text.size() : end;
    qsizetype content = start;
    while (content < end && u" \t>"_s.contains(text.at(content)))
        ++content;
    return {.start = start, .end = end, .content = text.mid(content, end - content)};
}

/// Looks for formulas in a text, paragraph by paragraph.
class FormulaFinder final {
public:
    explicit FormulaFinder(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] QList<FormulaSpan> find()
    {
        while (m_at < m_text.size()) {
            const Line line = lineAt(m_text, m_at);
            if (const qsizetype fence = line.fenceLength(); fence > 0)
                skipFence(line, fence);
            else if (line.isBlank())
                m_at = line.end + 1;
            else
                scanParagraph();
        }
        return m_spans;
    }

private:
    void skipFence(const Line &opening, qsizetype length)
    {
        const QChar mark = opening.content.front();
        for (m_at = opening.end + 1; m_at < m_text.size();) {
            const Line line = lineAt(m_text, m_at);
            m_at = line.end + 1;
            if (line.closes(mark, length))
                return;
        }
    }

    void scanParagraph()
    {
        m_end = m_at;
        while (m_end < m_text.size()) {
            const Line line = lineAt(m_text, m_end);
            if (line.isBlank() || line.fenceLength() > 0)
                break;
            m_end = std::min(line.end + 1, m_text.size());
        }
        m_missing.clear();
        m_missingRuns.clear();
        while (m_at < m_end) {
            const QChar c = m_text.at(m_at);
            if (c == u'`')
                skipCode();
            else if (c == u'\\')
                takeBackslash();
            else if (c == u'$')
                takeDollar();
            else if (c == u'h' && beginsAddress())
                skipAddress();
            else
                ++m_at;
        }
    }

    [[nodiscard]] bool beginsAddress() const
    {
        const QStringView rest = m_text.mid(m_at, m_end - m_at);
        return (rest.startsWith("http://"_L1) || rest.startsWith("https://"_L1))
            && (m_at == 0 || !isAsciiLetterOrDigit(m_text.at(m_at - 1)));
    }

    // What an address holds is no formula.
    void skipAddress()
    {
        const auto isInside = [](QChar c) {
            return c > u' ' && c.unicode() < 0x7F && !u"<>()[]|\\\"`"_s.contains(c);
        };
        while (m_at < m_end && isInside(m_text.at(m_at)))
            ++m_at;
    }

    void skipCode()
    {
        const qsizetype length = runLength(m_at, u'`');
        qsizetype at = m_at + length;
        if (!m_missingRuns.contains(length)) {
            for (at = m_text.indexOf(u'`', at); at >= 0 && at < m_end;
                 at = m_text.indexOf(u'`', at)) {
                const qsizetype other = runLength(at, u'`');
                at += other;
                if (other == length) {
                    m_at = at;
                    return;
                }
            }
            m_missingRuns.insert(length);
        }
        m_at += length;
    }

    void takeBackslash()
    {
        const QStringView rest = m_text.mid(m_at, m_end - m_at);
        const bool isTaken = (rest.startsWith("\\("_L1) && takeInline(u"\\)", 2))
            || (rest.startsWith("\\["_L1) && takeDisplay(u"\\]"))
            || (rest.startsWith("\\begin{"_L1) && takeEnvironment());
        if (!isTaken)
            m_at += 2;
    }

    void takeDollar()
    {
        const qsizetype length = runLength(m_at, u'$');
        const bool isTaken = (length == 2 && takeDisplay(u"$$")) || (length == 1 && takeDollars());
        if (!isTaken)
            m_at += length;
    }

    bool takeDollars()
    {
        const bool canOpen = m_at + 1 < m_end && !m_text.at(m_at + 1).isSpace()
            && (m_at == 0 || !isAsciiLetterOrDigit(m_text.at(m_at - 1)));
        const qsizetype close = canOpen ? closing(u"$", m_at + 1, Crossing::Text) : -1;
        if (close < 0 || m_text.at(close - 1).isSpace())
            return false;
        const QStringView content = m_text.mid(m_at + 1, close - m_at - 1);
        const QChar behind = close + 1 < m_text.size() ? m_text.at(close + 1) : QChar(u' ');
        if (isAsciiLetterOrDigit(behind) || behind == u'$' || content.contains(u'`')
            || isPrice(content))
            return false;
        add(close + 1, FormulaKind::Inline);
        return true;
    }

    bool takeInline(QStringView end, qsizetype opening)
    {
        const qsizetype close = closing(end, m_at + opening, Crossing::Text);
        if (close < 0 || !saysSomething(m_text.mid(m_at + opening, close - m_at - opening)))
            return false;
        add(close + end.size(), FormulaKind::Inline);
        return true;
    }

    bool takeDisplay(QStringView end)
    {
        const qsizetype close = closing(end, m_at + 2, Crossing::Lines);
        if (close >= 0) {
            if (!saysSomething(m_text.mid(m_at + 2, close - m_at - 2)))
                return false;
            add(close + end.size(), FormulaKind::Display);
            return true;
        }
        return standsAlone() && takeFarDisplay(end);
    }

    // Only spaces, quotes and list markers before it, nothing behind it.
    [[nodiscard]] bool standsAlone() const
    {
        qsizetype at = m_at + 2;
        while (at < m_text.size() && (m_text.at(at) == u' ' || m_text.at(at) == u'\t'))
            ++at;
        return at < m_text.size() && m_text.at(at) == u'\n' && beginsLine();
    }

    [[nodiscard]] bool beginsLine() const
    {
        qsizetype at = m_at;
        while (
            at > 0 && (m_text.at(at - 1).isDigit() || u" \t>-*+.)"_s.contains(m_text.at(at - 1))))
            --at;
        return at == 0 || m_text.at(at - 1) == u'\n';
    }

    // Over blank lines, to an end that stands at the end of a line; what is not closed is open.
    bool takeFarDisplay(QStringView end)
    {
        qsizetype at = m_at;
        qsizetype last = m_at;
        for (int lines = 0; at < m_text.size(); ++lines) {
            const Line line = lineAt(m_text, at);
            if (lines > kMostLines || line.fenceLength() > 0 || line.isHeading())
                return false;
            const QStringView trimmed = m_text.mid(at, line.end - at).trimmed();
            if (lines > 0 && trimmed.endsWith(end)) {
                const qsizetype close = trimmed.data() - m_text.data() + trimmed.size();
                add(close, FormulaKind::Display);
                return true;
            }
            last = line.isBlank() ? last : line.end;
            at = line.end + 1;
        }
        addOpen(last);
        return true;
    }

    bool takeEnvironment()
    {
        constexpr auto kOpening = "\\begin{"_L1;
        constexpr qsizetype kLongestName = 16;
        QStringView name = m_text.mid(m_at + kOpening.size(), kLongestName);
        name.truncate(std::max<qsizetype>(name.indexOf(u'}'), 0));
        if (!isMathematics(name) || !beginsLine())
            return false;
        const qsizetype brace = m_at + kOpening.size() + name.size();
        const QString end = u"\\end{" + name.toString() + u'}';
        const qsizetype close = closing(end, brace + 1, Crossing::Lines);
        if (close >= 0)
            add(close + end.size(), FormulaKind::Display);
        else if (m_end == m_text.size())
            addOpen(m_end);
        else
            return false;
        return true;
    }

    enum class Crossing {
        Text, ///< no line that begins another block
        Lines, ///< any line of the paragraph but a heading
    };

    // Where `end` stands first, unescaped; -1 where it does not before the formula must have ended.
    qsizetype closing(QStringView end, qsizetype from, Crossing crossing)
    {
        const QString key = end.toString();
        if (from <= m_missing.value(key, -1))
            return -1;
        qsizetype at = from;
        while (at < m_end) {
            const QChar c = m_text.at(at);
            if (c == end.front() && m_text.mid(at, m_end - at).startsWith(end))
                return at;
            if (c == u'\n' && at + 1 < m_end) {
                const Line next = lineAt(m_text, at + 1);
                if (next.isHeading() || (crossing == Crossing::Text && next.interrupts()))
                    break;
            }
            at += c == u'\\' ? 2 : 1;
        }
        m_missing.insert(key, at);
        return -1;
    }

    void add(qsizetype end, FormulaKind kind)
    {
        m_spans.append({.start = m_at, .length = end - m_at, .kind = kind});
        m_at = end;
    }

    // Without the spaces at its end, which a paragraph has not either.
    void addOpen(qsizetype end)
    {
        while (m_text.at(end - 1).isSpace())
            --end;
        add(end, FormulaKind::Open);
    }

    [[nodiscard]] qsizetype runLength(qsizetype at, QChar c) const
    {
        qsizetype end = at;
        while (end < m_text.size() && m_text.at(end) == c)
            ++end;
        return end - at;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_end = 0; // of the paragraph
    QHash<QString, qsizetype> m_missing; // up to where an end was looked for in vain
    QSet<qsizetype> m_missingRuns; // of backticks, in this paragraph
    QList<FormulaSpan> m_spans;
};

} // namespace

QList<FormulaSpan> findFormulas(QStringView text)
{
    const bool isPossible = text.contains(u'$') || text.contains("\\("_L1)
        || text.contains("\\["_L1) || text.contains("\\begin{"_L1);
    return isPossible ? FormulaFinder(text).find() : QList<FormulaSpan>();
}

bool isDisplayFormula(QStringView formula)
{
    return formula.startsWith("$$"_L1) || formula.startsWith("\\["_L1)
        || formula.startsWith("\\begin"_L1);
}

QString texOf(QStringView formula)
{
    if (formula.startsWith("\\begin"_L1))
        return formula.toString();
    const qsizetype length = formula.startsWith(u'$') && !formula.startsWith("$$"_L1) ? 1 : 2;
    return formula.mid(length, std::max<qsizetype>(formula.size() - 2 * length, 0)).toString();
}

} // namespace pennyworth
