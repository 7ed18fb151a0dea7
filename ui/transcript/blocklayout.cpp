// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/blocklayout.h"

#include "markdown/formulas.h"
#include "transcript/codelayout.h"
#include "transcript/formulalayout.h"
#include "transcript/paragraphlayout.h"
#include "transcript/picturelayout.h"
#include "transcript/remotepictures.h"
#include "transcript/rulelayout.h"
#include "transcript/tablelayout.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kListIndent = 24;
constexpr qreal kQuoteIndent = 16;
constexpr qreal kBlockSpace = 12;
constexpr qreal kItemSpace = 4;
constexpr qreal kPictureSpace = 8;
constexpr size_t kCellsAtOnce = 600; // of a table that is set as a whole
constexpr size_t kCellsInPart = 200;

QFont headingFont(const TranscriptStyle &style, int level)
{
    constexpr std::array<qreal, 6> kScales{1.5, 1.28, 1.12, 1, 1, 1};
    QFont font = style.body;
    font.setPixelSize(qRound(QFontInfo(style.body).pixelSize() * kScales.at(size_t(level - 1))));
    font.setWeight(QFont::DemiBold);
    return font;
}

// What of a paragraph does not stand in its lines.
bool standsAlone(const MarkdownNode &child)
{
    const bool isLinkedImage = child.kind == MarkdownKind::Link && child.children.size() == 1
        && child.children.front().kind == MarkdownKind::Image;
    return child.kind == MarkdownKind::Image || isLinkedImage
        || (child.kind == MarkdownKind::Formula && isDisplayFormula(child.text));
}

bool isUnseen(const MarkdownNode &child)
{
    return child.kind == MarkdownKind::SoftBreak || child.kind == MarkdownKind::LineBreak
        || (child.kind == MarkdownKind::Text && child.text.trimmed().isEmpty());
}

// From the front of a text.
QString takeSpaces(QString &text)
{
    const auto *const word = std::ranges::find_if_not(text, [](QChar c) { return c.isSpace(); });
    const QString spaces = text.left(word - text.constBegin());
    text.remove(0, spaces.size());
    return spaces;
}

bool standsTheSame(const PlacedBlock &a, const PlacedBlock &b)
{
    return a.kind == b.kind && a.indent == b.indent && a.spaceBefore == b.spaceBefore
        && a.bars == b.bars && a.marker == b.marker && a.task == b.task;
}

/// Walks a top-level block and lays out what holds text.
class Placer final {
public:
    Placer(int block, const TranscriptStyle &style, SoftBreaks softBreaks,
        std::vector<PlacedBlock> &out, std::span<PlacedBlock> former)
        : m_block(block)
        , m_style(style)
        , m_softBreaks(softBreaks)
        , m_out(out)
        , m_former(former)
    {
    }

    void placeTop(const MarkdownBlock &block)
    {
        m_space = kBlockSpace;
        if (block.isContinuation)
            m_space = block.node.spacing == ListSpacing::Tight ? kItemSpace : kBlockSpace;
        else if (block.node.kind == MarkdownKind::Heading)
            m_space = block.node.number <= 2 ? 2 * kBlockSpace : kBlockSpace + kItemSpace * 2;
        place(block.node);
    }

private:
    void place(const MarkdownNode &node)
    {
        switch (node.kind) {
        case MarkdownKind::List:
            placeList(node);
            break;
        case MarkdownKind::Quote:
            m_bars.push_back(m_indent);
            m_indent += kQuoteIndent;
            placeChildren(node, kBlockSpace);
            m_indent -= kQuoteIndent;
            m_bars.pop_back();
            break;
        case MarkdownKind::Footnote:
            m_marker = node.text + u'.';
            m_indent += kListIndent;
            placeChildren(node, kBlockSpace);
            m_indent -= kListIndent;
            break;
        case MarkdownKind::CodeBlock:
            add(node.kind, code(node), int(node.text.size()));
            break;
        case MarkdownKind::Table:
            placeTable(node);
            break;
        case MarkdownKind::Rule:
            add(node.kind, std::make_unique<RuleLayout>(m_style), 0);
            break;
        case MarkdownKind::Heading:
            placeText(node.kind, node.children, headingFont(m_style, node.number));
            break;
        case MarkdownKind::HtmlBlock:
            placeText(node.kind, {{.kind = MarkdownKind::Html, .text = node.text}}, m_style.body);
            break;
        default:
            placeParagraph(node);
            break;
        }
    }

    // Formulas that stand on lines of their own and pictures part it.
    void placeParagraph(const MarkdownNode &node)
    {
        if (std::ranges::none_of(node.children, standsAlone)) {
            placeText(node.kind, node.children, m_style.body);
            return;
        }
        std::vector<MarkdownNode> children = node.children;
        auto from = children.begin();
        for (auto alone = std::find_if(from, children.end(), standsAlone); alone != children.end();
             alone = std::find_if(from, children.end(), standsAlone)) {
            if (alone != from)
                placeText(node.kind, {from, alone}, m_style.body);
            from = alone + 1;
            QString behind;
            for (; from != children.end() && isUnseen(*from); ++from)
                behind += leafText(*from);
            if (from != children.end() && from->kind == MarkdownKind::Text)
                behind += takeSpaces(from->text);
            const qreal space = alone->kind == MarkdownKind::Formula ? kItemSpace : kPictureSpace;
            m_space = alone == children.begin() ? m_space : space;
            if (alone->kind == MarkdownKind::Formula)
                placeFormula(*alone, behind);
            else
                placePicture(*alone, behind);
            m_space = space;
        }
        if (from != children.end())
            placeText(node.kind, {from, children.end()}, m_style.body);
    }

    void placeFormula(const MarkdownNode &node, const QString &behind)
    {
        const QString text = node.text + behind;
        auto *known = former<FormulaLayout>(MarkdownKind::Formula);
        if (known && known->text() == text)
            add(node.kind, std::move(m_former[m_placed].layout), int(text.size()));
        else
            add(node.kind, std::make_unique<FormulaLayout>(node.text, text, m_style),
                int(text.size()));
    }

    void placePicture(const MarkdownNode &node, const QString &behind)
    {
        const bool isLinked = node.kind == MarkdownKind::Link;
        const QString text = leafText(isLinked ? node.children.front() : node) + behind;
        add(MarkdownKind::Image, std::make_unique<PictureLayout>(node, text, m_style),
            int(text.size()));
    }

    void placeList(const MarkdownNode &list)
    {
        const qreal between = list.spacing == ListSpacing::Tight ? kItemSpace : kBlockSpace;
        const qreal indent = std::max(kListIndent, widestMarker(list));
        for (const MarkdownNode &item : list.children) {
            m_marker = item.number < 0 ? u"•"_s : u"%1."_s.arg(item.number);
            m_task = item.task;
            m_indent += indent;
            placeChildren(item, between);
            m_indent -= indent;
            m_space = between;
        }
    }

    [[nodiscard]] qreal widestMarker(const MarkdownNode &list) const
    {
        constexpr qreal kGap = 8;
        const int last = list.children.empty() ? -1 : list.children.back().number;
        return last < 0 ? 0
                        : QFontMetricsF(m_style.body).horizontalAdvance(u"%1."_s.arg(last)) + kGap;
    }

    void placeChildren(const MarkdownNode &node, qreal space)
    {
        if (node.children.empty())
            placeText(MarkdownKind::Paragraph, {}, m_style.body);
        for (const MarkdownNode &child : node.children) {
            place(child);
            m_space = space;
        }
    }

    // What stood in this place before the block grew, if it was of this kind.
    template <class Layout>
    [[nodiscard]] Layout *former(MarkdownKind kind) const
    {
        if (m_placed >= m_former.size() || m_former[m_placed].kind != kind)
            return nullptr;
        return static_cast<Layout *>(m_former[m_placed].layout.get());
    }

    [[nodiscard]] std::unique_ptr<BlockLayout> code(const MarkdownNode &node) const
    {
        auto *known = former<CodeLayout>(MarkdownKind::CodeBlock);
        if (!known || known->info() != node.target || !node.text.startsWith(known->code()))
            return std::make_unique<CodeLayout>(node.text, node.target, m_style);
        known->append(QStringView(node.text).mid(known->code().size()));
        return std::move(m_former[m_placed].layout);
    }

    // A large table stands in parts, so that only those in view have to be set.
    void placeTable(const MarkdownNode &table)
    {
        const std::span<const MarkdownNode> rows = table.children;
        const size_t columns = rows.empty() ? 1 : std::max<size_t>(rows[0].children.size(), 1);
        const bool isLarge = rows.size() * columns > kCellsAtOnce;
        const size_t most = isLarge ? std::max<size_t>(kCellsInPart / columns, 1)
                                    : std::max<size_t>(rows.size(), 1);
        const auto *first = former<TableLayout>(MarkdownKind::Table);
        auto shared = first ? first->shared() : std::make_shared<TableLayout::Shared>();
        if (isLarge) {
            TableLayout::Shared needs = estimatedColumns(table, m_style);
            needs.scroll = shared->scroll;
            *shared = std::move(needs);
        }
        for (size_t at = 0; at < rows.size(); at += most) {
            const auto part = rows.subspan(at, std::min(most, rows.size() - at));
            const auto kind = at == 0 ? TableLayout::Rows::FromHeader : TableLayout::Rows::Further;
            int length = 0;
            for (const MarkdownNode &row : part)
                length += int(leafLength(row));
            auto layout = std::make_unique<TableLayout>(
                part, kind, shared, m_style, former<TableLayout>(MarkdownKind::Table));
            if (at + most >= rows.size())
                layout->setLast();
            add(MarkdownKind::Table, std::move(layout), length);
            m_space = 0;
        }
    }

    void placeText(MarkdownKind kind, const std::vector<MarkdownNode> &inlines, const QFont &font)
    {
        const qreal scale =
            qreal(QFontInfo(font).pixelSize()) / QFontInfo(m_style.body).pixelSize();
        constexpr qreal kHeadingTightness = 0.88; // large text needs less air between its lines
        const qreal lineHeight =
            scale > 1 ? qRound(m_style.lineHeight * scale * kHeadingTightness) : m_style.lineHeight;
        for (InlineText &piece : inPieces(inlineText(inlines, m_style, font, m_softBreaks))) {
            const auto length = int(piece.text.size());
            auto layout =
                std::make_unique<ParagraphLayout>(std::move(piece), font, lineHeight, m_style);
            if (auto *known = former<ParagraphLayout>(kind))
                layout->continueFrom(*known);
            add(kind, std::move(layout), length);
            m_space = 0;
        }
    }

    void add(MarkdownKind kind, std::unique_ptr<BlockLayout> layout, int length)
    {
        PlacedBlock placed{.layout = std::move(layout),
            .kind = kind,
            .block = m_block,
            .leafStart = m_leaf,
            .length = length,
            .indent = m_indent,
            .spaceBefore = m_space,
            .bars = m_bars,
            .marker = std::exchange(m_marker, QString()),
            .task = std::exchange(m_task, TaskState::None)};
        placed.continuesFormer =
            m_placed < m_former.size() && standsTheSame(m_former[m_placed], placed);
        m_out.push_back(std::move(placed));
        m_leaf += length;
        ++m_placed;
    }

    int m_block;
    const TranscriptStyle &m_style;
    SoftBreaks m_softBreaks;
    std::vector<PlacedBlock> &m_out;
    std::span<PlacedBlock> m_former;
    size_t m_placed = 0;
    int m_leaf = 0;
    qreal m_indent = 0;
    qreal m_space = 0; // before what comes next
    std::vector<qreal> m_bars;
    QString m_marker;
    TaskState m_task = TaskState::None;
};

} // namespace

void appendPlacedBlocks(const MarkdownBlock &block, int index, const TranscriptStyle &style,
    SoftBreaks softBreaks, std::vector<PlacedBlock> &out, std::span<PlacedBlock> former)
{
    Placer(index, style, softBreaks, out, former).placeTop(block);
}

} // namespace pennyworth
