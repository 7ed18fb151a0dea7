// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdownblocks.h"

#include "markdown/runningtext.h"

#include <algorithm>
#include <iterator>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

bool isSame(const MarkdownBlock &a, const MarkdownBlock &b)
{
    return a.isContinuation == b.isContinuation && a.node == b.node;
}

bool holdsBracket(const MarkdownNode &node)
{
    return (node.kind == MarkdownKind::Text && node.text.contains(u'['))
        || std::ranges::any_of(node.children, holdsBracket);
}

constexpr qsizetype kReadWholeAtEnd = 100'000; // characters; reading more takes too long
constexpr qsizetype kLongParagraph = 20'000;
constexpr qsizetype kLongParagraphShare = 50;

bool mayDefine(MarkdownKind kind)
{
    return kind != MarkdownKind::CodeBlock && kind != MarkdownKind::HtmlBlock
        && kind != MarkdownKind::Table;
}

} // namespace

MarkdownBlocks::Change MarkdownBlocks::append(QStringView chunk)
{
    if (!m_fence && growsPlainly(chunk))
        return {.first = qsizetype(m_blocks.size()) - 1};
    takeIn(chunk);
    if (!m_fence)
        return mayWait() ? Change{.first = qsizetype(m_blocks.size())} : parseTail();
    const Change grown = growFence();
    if (m_fence)
        return grown;
    parseTail();
    return {.first = grown.first};
}

QList<qsizetype> MarkdownBlocks::finish()
{
    QList<qsizetype> changed;
    m_isFinished = true;
    if (m_text.size() > kReadWholeAtEnd) {
        m_fence.reset();
        m_table = {};
        for (qsizetype i = parseTail().first; i < qsizetype(m_blocks.size()); ++i)
            changed.append(i);
        return changed;
    }
    std::vector<MarkdownBlock> whole = parseMarkdown(m_text);
    for (qsizetype i = 0; i < qsizetype(whole.size()); ++i) {
        const auto at = size_t(i);
        if (at >= m_blocks.size() || !isSame(whole.at(at), m_blocks.at(at)))
            changed.append(i);
    }
    m_blocks = std::move(whole);
    return changed;
}

void MarkdownBlocks::setWhole(QStringView text)
{
    *this = {};
    m_text = withUnixLineEnds(text);
    m_blocks = parseMarkdown(m_text);
    m_isFinished = true;
}

// Words that follow words need no parser: nothing before them can become anything else by them.
bool MarkdownBlocks::growsPlainly(QStringView chunk)
{
    if (!m_isTextOpen || chunk.isEmpty() || !isPlainText(chunk))
        return false;
    const bool hasSpace = m_text.endsWith(u' ');
    if (hasSpace && chunk.startsWith(u' '))
        return false;
    MarkdownNode &text = runningTextAtEnd(m_blocks.back().node)->children.back();
    if (hasSpace)
        text.text += u' ';
    text.text += chunk.endsWith(u' ') ? chunk.chopped(1) : chunk;
    takeIn(chunk);
    m_isTextOpen = !m_text.back().isPunct();
    m_parsedEnd = m_text.size();
    return true;
}

// Whether the end of the last block is that of the text that was parsed, and a word.
void MarkdownBlocks::noteOpenText(QStringView tail)
{
    m_parsedEnd = m_tailOffset + tail.size();
    m_isTextOpen = false;
    const bool mayHoldFormula = tail.contains(u'$') || tail.contains(u'\\');
    if (tail.size() < 2 || m_blocks.empty() || mayHoldFormula)
        return;
    const QStringView word = lastWord(tail);
    if (word.isEmpty() || !std::ranges::all_of(word, [](QChar c) { return c.isLetter(); }))
        return;
    const MarkdownNode *paragraph = runningTextAtEnd(m_blocks.back().node);
    const int lastLine = m_tailLine + int(tail.count(u'\n'));
    m_isTextOpen = paragraph && m_blocks.back().lastLine == lastLine && !paragraph->children.empty()
        && paragraph->children.back().kind == MarkdownKind::Text
        && paragraph->children.back().text.endsWith(word);
}

// A paragraph of many pages is not read again for each of its words.
bool MarkdownBlocks::mayWait() const
{
    const qsizetype waiting = m_text.size() - m_parsedEnd;
    return m_parsedEnd - m_tailOffset > kLongParagraph
        && waiting < (m_parsedEnd - m_tailOffset) / kLongParagraphShare
        && !QStringView(m_text).mid(m_parsedEnd).contains(u'\n');
}

void MarkdownBlocks::takeIn(QStringView chunk)
{
    if (chunk.isEmpty())
        return;
    if (m_endsWithCarriageReturn && chunk.startsWith(u'\n'))
        chunk = chunk.mid(1);
    m_endsWithCarriageReturn = chunk.endsWith(u'\r');
    if (chunk.contains(u'\r'))
        m_text += withUnixLineEnds(chunk);
    else
        m_text += chunk;
}

qsizetype MarkdownBlocks::settledEnd() const
{
    if (m_isFinished)
        return m_text.size();
    const qsizetype lineStart = m_text.lastIndexOf(u'\n') + 1;
    const bool isHeldBack =
        consistsOf(QStringView(m_text).mid(lineStart), u" \t-*+=_#`~>|:.)0123456789");
    return isHeldBack ? lineStart : m_text.size();
}

MarkdownBlocks::Change MarkdownBlocks::parseTail()
{
    if (m_table.headEnd > 0) {
        if (const std::optional<Change> change = parseTable())
            return *change;
        m_table = {};
    }
    const QStringView text = QStringView(m_text).mid(m_tailOffset, settledEnd() - m_tailOffset);
    std::vector<MarkdownBlock> tail = parseMarkdown(text, m_definitions);
    for (MarkdownBlock &block : tail) {
        block.firstLine += m_tailLine - 1;
        block.lastLine += m_tailLine - 1;
    }
    const qsizetype earlierChange = continueList(tail);
    const qsizetype first = replaceTail(std::move(tail), earlierChange);
    noteOpenText(text);
    return {.first = std::min(first, advance())};
}

// Reads the rows that are not settled, under the head again, and what follows them. Nothing where
// this is a table no longer.
std::optional<MarkdownBlocks::Change> MarkdownBlocks::parseTable()
{
    constexpr int kHeadLines = 2;
    const QStringView all(m_text);
    const qsizetype end = settledEnd();
    const bool mayDefineMore = all.mid(m_table.rowsEnd).contains("]:"_L1);
    if (end < m_table.rowsEnd || mayDefineMore)
        return std::nullopt;
    const QString source = all.mid(m_tailOffset, m_table.headEnd - m_tailOffset)
        % all.mid(m_table.rowsEnd, end - m_table.rowsEnd);
    std::vector<MarkdownBlock> tail = parseMarkdown(source, m_definitions);
    if (tail.empty() || tail.front().node.kind != MarkdownKind::Table
        || tail.front().firstLine != 1)
        return std::nullopt;
    const auto lineInText = [this](int line) {
        return line <= kHeadLines ? m_tailLine + line - 1 : m_table.line + line - kHeadLines - 1;
    };
    for (MarkdownBlock &block : tail) {
        block.firstLine = lineInText(block.firstLine);
        block.lastLine =
            block.lastLine <= kHeadLines ? m_table.line - 1 : lineInText(block.lastLine);
    }

    // Only the rows that were read take part in the comparison.
    MarkdownNode table = std::move(m_blocks.at(size_t(m_tailBlock)).node);
    MarkdownNode &read = tail.front().node;
    const auto settled = table.children.begin() + qsizetype(m_table.settled);
    const bool isSame = std::ranges::equal(
        settled, table.children.end(), read.children.begin() + 1, read.children.end());
    const auto parsedRows = qsizetype(read.children.size()) - 1;
    table.children.erase(settled, table.children.end());
    std::move(read.children.begin() + 1, read.children.end(), std::back_inserter(table.children));
    tail.front().node = {};
    m_blocks.at(size_t(m_tailBlock)).node = {};
    m_blocks.at(size_t(m_tailBlock)).isContinuation = false;
    const qsizetype first = replaceTail(std::move(tail), m_tailBlock);
    m_blocks.at(size_t(m_tailBlock)).node = std::move(table);
    settleRows(parsedRows);
    m_isTextOpen = false;
    m_parsedEnd = end;
    return Change{.first = std::min(isSame ? first : m_tailBlock, advance())};
}

void MarkdownBlocks::settleRows(qsizetype parsedRows)
{
    for (; parsedRows > 0; --parsedRows) {
        const qsizetype lineEnd = m_text.indexOf(u'\n', m_table.rowsEnd);
        if (lineEnd < 0)
            return;
        m_table.rowsEnd = lineEnd + 1;
        ++m_table.line;
        ++m_table.settled;
    }
}

void MarkdownBlocks::openTable()
{
    if (m_table.headEnd > 0 || m_isFinished || size_t(m_tailBlock) >= m_blocks.size())
        return;
    const MarkdownBlock &block = m_blocks.at(size_t(m_tailBlock));
    if (block.node.kind != MarkdownKind::Table || block.firstLine != m_tailLine)
        return;
    const qsizetype headEnd = offsetOfLine(m_tailLine + 2);
    if (headEnd == 0)
        return;
    m_table = {.headEnd = headEnd, .rowsEnd = headEnd, .line = m_tailLine + 2, .settled = 1};
    settleRows(qsizetype(block.node.children.size()) - 1);
}

// Gives the tail the numbers and the spacing that it has as part of the list that began before it.
qsizetype MarkdownBlocks::continueList(std::vector<MarkdownBlock> &tail)
{
    const auto known = size_t(m_tailBlock);
    if (known >= m_blocks.size() || !m_blocks.at(known).isContinuation || tail.empty()
        || tail.front().node.kind != MarkdownKind::List)
        return m_tailBlock;

    int number = m_blocks.at(known).node.children.front().number;
    const bool isLoose =
        m_listSpacing == ListSpacing::Loose || tail.front().node.spacing == ListSpacing::Loose;
    const ListSpacing spacing = isLoose ? ListSpacing::Loose : ListSpacing::Tight;
    tail.front().isContinuation = true;
    for (MarkdownBlock &block : tail) {
        if (!block.isContinuation)
            break;
        block.node.spacing = spacing;
        if (number >= 0)
            block.node.children.front().number = number++;
    }

    qsizetype firstChanged = m_tailBlock;
    for (qsizetype i = m_tailBlock; i > 0 && m_blocks.at(size_t(i)).isContinuation; --i) {
        ListSpacing &earlier = m_blocks.at(size_t(i - 1)).node.spacing;
        if (earlier != spacing)
            firstChanged = i - 1;
        earlier = spacing;
    }
    return firstChanged;
}

qsizetype MarkdownBlocks::replaceTail(std::vector<MarkdownBlock> tail, qsizetype firstChanged)
{
    const auto start = size_t(m_tailBlock);
    size_t same = 0;
    while (same < tail.size() && start + same < m_blocks.size()
        && isSame(tail.at(same), m_blocks.at(start + same)))
        ++same;
    m_blocks.resize(start);
    std::ranges::move(tail, std::back_inserter(m_blocks));
    return firstChanged < m_tailBlock ? firstChanged : m_tailBlock + qsizetype(same);
}

// A block is closed once another one follows whose first lines are complete: no text can take those
// back. -1: there is none.
qsizetype MarkdownBlocks::nextTailBlock() const
{
    const auto isComplete = [this](const MarkdownBlock &block) {
        const int needed = block.node.kind == MarkdownKind::Table ? 2 : 1;
        return offsetOfLine(block.firstLine + needed) > 0;
    };
    for (auto i = qsizetype(m_blocks.size()) - 1; i >= m_tailBlock; --i) {
        const MarkdownBlock &block = m_blocks.at(size_t(i));
        // A footnote that stands inside a list or a quote closes nothing.
        const bool standsAlone = block.node.kind != MarkdownKind::Footnote
            || QStringView(m_text).mid(offsetOfLine(block.firstLine)).startsWith(u'[');
        if (standsAlone && isComplete(block))
            return i;
    }
    return -1;
}

qsizetype MarkdownBlocks::advance()
{
    auto firstChanged = qsizetype(m_blocks.size());
    const qsizetype next = nextTailBlock();
    if (next > m_tailBlock
        || (next == m_tailBlock && m_blocks.at(size_t(next)).firstLine > m_tailLine)) {
        firstChanged = noteDefinitions(next);
        const MarkdownBlock &block = m_blocks.at(size_t(next));
        m_tailOffset = offsetOfLine(block.firstLine);
        m_tailLine = block.firstLine;
        m_tailBlock = next;
        m_listSpacing = block.node.spacing;
        m_table = {};
    }
    openTable();
    for (auto i = size_t(m_tailBlock); i < m_blocks.size(); ++i)
        m_blocks.at(i).isClosed = false;
    if (openFence() && !m_fence)
        firstChanged = std::min(firstChanged, parseTail().first);
    return firstChanged;
}

// Remembers what the blocks that close now may define, and reads the blocks before them again where
// that can concern them.
qsizetype MarkdownBlocks::noteDefinitions(qsizetype newTail)
{
    auto firstChanged = qsizetype(m_blocks.size());
    const int end = m_blocks.at(size_t(newTail)).firstLine;
    const QStringView source =
        QStringView(m_text).mid(m_tailOffset, offsetOfLine(end) - m_tailOffset);
    const bool isPlain =
        newTail == m_tailBlock + 1 && !mayDefine(m_blocks.at(size_t(m_tailBlock)).node.kind);
    if (isPlain || !source.contains("]:"_L1))
        return firstChanged;
    m_definitions += source % "\n\n<!-- -->\n\n"_L1;

    for (qsizetype i = newTail - 1; i >= 0; --i) {
        MarkdownBlock &block = m_blocks.at(size_t(i));
        if (!holdsBracket(block.node))
            continue;
        const qsizetype start = offsetOfLine(block.firstLine);
        const qsizetype next = offsetOfLine(m_blocks.at(size_t(i + 1)).firstLine);
        std::vector<MarkdownBlock> again =
            parseMarkdown(QStringView(m_text).mid(start, next - start), m_definitions);
        if (again.empty() || again.front().node.kind != block.node.kind)
            continue;
        MarkdownNode &node = again.front().node;
        node.spacing = block.node.spacing;
        if (node.kind == MarkdownKind::List)
            node.children.front().number = block.node.children.front().number;
        if (node != block.node) {
            block.node = std::move(node);
            firstChanged = i;
        }
    }
    return firstChanged;
}

bool MarkdownBlocks::openFence()
{
    if (m_blocks.empty() || qsizetype(m_blocks.size()) != m_tailBlock + 1
        || m_blocks.back().node.kind != MarkdownKind::CodeBlock
        || m_blocks.back().firstLine != m_tailLine)
        return false;
    m_fence = OpenFence::at(m_text, m_tailOffset);
    if (!m_fence)
        return false;
    growFence();
    return true;
}

MarkdownBlocks::Change MarkdownBlocks::growFence()
{
    MarkdownBlock &block = m_blocks.at(size_t(m_tailBlock));
    const bool isClosed = m_fence->grow(m_text, block.node.text);
    block.lastLine = block.firstLine + m_fence->lines();
    const Change change{.first = m_tailBlock, .isGrownCode = true};
    if (isClosed) {
        block.isClosed = true;
        m_tailLine += m_fence->lines() + 1;
        m_tailOffset = m_fence->end();
        m_tailBlock++;
        m_fence.reset();
    }
    return change;
}

// Where a line begins, 0 where that line has not begun. From the tail on it is quick.
qsizetype MarkdownBlocks::offsetOfLine(int line) const
{
    const bool isInTail = line >= m_tailLine;
    qsizetype offset = isInTail ? m_tailOffset : 0;
    for (int at = isInTail ? m_tailLine : 1; at < line; ++at) {
        const qsizetype end = m_text.indexOf(u'\n', offset);
        if (end < 0)
            return 0;
        offset = end + 1;
    }
    return offset;
}

} // namespace pennyworth
