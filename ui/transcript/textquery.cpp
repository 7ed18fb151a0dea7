// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/textquery.h"

#include "markdown/markdownparser.h"

#include <algorithm>
#include <array>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

bool isWordCharacter(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
}

bool isWholeWord(QStringView text, qsizetype at, qsizetype length)
{
    return !isWordCharacter(text, at - 1) && !isWordCharacter(text, at + length);
}

template <class F>
void forEachHit(QStringView text, const TextQuery &query, F f)
{
    const qsizetype length = query.text.size();
    qsizetype at = text.indexOf(query.text, 0, query.caseSensitivity);
    while (at >= 0) {
        const bool counts = !query.wholeWords || isWholeWord(text, at, length);
        if (counts && !f(at))
            return;
        at = text.indexOf(query.text, at + (counts ? length : 1), query.caseSensitivity);
    }
}

int countIn(QStringView text, const TextQuery &query)
{
    int count = 0;
    forEachHit(text, query, [&count](qsizetype) { return ++count > 0; });
    return count;
}

/// Counts in a tree, text by text, as they are laid out.
class TreeCounter final {
public:
    TreeCounter(const TextQuery &query, SoftBreaks softBreaks)
        : m_query(query)
        , m_softBreaks(softBreaks)
    {
    }

    bool enter(const MarkdownNode &node)
    {
        if (isLeaf(node.kind)) {
            const bool isLine =
                node.kind == MarkdownKind::SoftBreak && m_softBreaks == SoftBreaks::Lines;
            m_text += isLine ? QString(QChar::LineSeparator) : leafText(node);
        }
        return true;
    }

    void leave(const MarkdownNode &node)
    {
        switch (node.kind) {
        case MarkdownKind::Paragraph:
        case MarkdownKind::Heading:
        case MarkdownKind::CodeBlock:
        case MarkdownKind::HtmlBlock:
        case MarkdownKind::TableCell:
            m_count += countIn(m_text, m_query);
            m_text.clear();
            break;
        default:
            break;
        }
    }

    [[nodiscard]] int count() const { return m_count; }

private:
    const TextQuery &m_query;
    SoftBreaks m_softBreaks;
    QString m_text;
    int m_count = 0;
};

int countInTree(const QString &markdown, SoftBreaks softBreaks, const TextQuery &query)
{
    TreeCounter counter(query, softBreaks);
    const std::vector<MarkdownBlock> blocks = parseMarkdown(withUnixLineEnds(markdown));
    for (const MarkdownBlock &block : blocks)
        visit(block.node, counter);
    return counter.count();
}

// Characters that Markdown never takes for marks inside a line.
bool isUnmarked(QStringView text)
{
    static constexpr QStringView kPlain = u" .,;:'\"?%/=";
    return std::ranges::all_of(
        text, [](QChar c) { return c.isLetterOrNumber() || kPlain.contains(c); });
}

// Without what may stand between the letters of a word and is not shown. Line ends are spaces.
QString withoutInlineMarks(QStringView markdown)
{
    QString text;
    text.reserve(markdown.size());
    for (const QChar c : markdown) {
        if (c == u'*' || c == u'_' || c == u'~' || c == u'`' || c == u'\\')
            continue;
        const bool isSpace = c.isSpace();
        if (!isSpace || !text.endsWith(u' '))
            text += isSpace ? u' ' : c;
    }
    return text;
}

// Whether the line around a hit shows it as it is written.
bool isShownAsWritten(QStringView markdown, qsizetype at)
{
    const qsizetype lineStart = at > 0 ? markdown.lastIndexOf(u'\n', at - 1) + 1 : 0;
    const qsizetype lineEnd = markdown.indexOf(u'\n', at);
    const QStringView line =
        markdown.mid(lineStart, (lineEnd < 0 ? markdown.size() : lineEnd) - lineStart);
    // Numbers of lists and languages of fences are not part of the text.
    const QStringView before = line.left(at - lineStart).trimmed();
    const bool isAfterText =
        std::ranges::any_of(before, [](QChar c) { return c.isLetter() || c == u'|'; });
    const bool isFence = line.trimmed().startsWith("```"_L1) || line.trimmed().startsWith("~~~"_L1);
    if (isFence || (!isAfterText && line.mid(at - lineStart).front().isDigit()))
        return false;
    static constexpr std::array kHiding{"]("_L1, "]["_L1, "]:"_L1, "<"_L1, "&"_L1};
    return std::ranges::none_of(
        kHiding, [line](QLatin1StringView marks) { return line.contains(marks); });
}

} // namespace

std::vector<TextRange> hitsIn(QStringView text, std::span<const int> starts, const TextQuery &query)
{
    std::vector<TextRange> hits;
    if (query.isEmpty())
        return hits;
    for (size_t i = 0; i < starts.size(); ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts[i + 1] : text.size();
        const QStringView part = text.mid(starts[i], end - starts[i]);
        forEachHit(part, query, [&](qsizetype at) {
            const auto from = int(starts[i] + at);
            hits.push_back({from, from + int(query.text.size())});
            return true;
        });
    }
    return hits;
}

int countHits(const QString &markdown, SoftBreaks softBreaks, const TextQuery &query)
{
    if (query.isEmpty())
        return 0;
    if (!isUnmarked(query.text))
        return countInTree(markdown, softBreaks, query);
    int written = 0;
    bool isCertain = true;
    forEachHit(markdown, query, [&](qsizetype at) {
        ++written;
        isCertain = isShownAsWritten(markdown, at);
        return isCertain;
    });
    if (!isCertain)
        return countInTree(markdown, softBreaks, query);
    // Marks may stand inside a hit, and a line may end there.
    TextQuery anywhere = query;
    anywhere.wholeWords = false;
    const int bare = countIn(withoutInlineMarks(markdown), anywhere);
    const int asWritten = query.wholeWords ? countIn(markdown, anywhere) : written;
    return bare == asWritten ? written : countInTree(markdown, softBreaks, query);
}

} // namespace pennyworth
