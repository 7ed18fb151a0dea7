// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/blocklayout.h"

#include "transcript/codelayout.h"
#include "transcript/paragraphlayout.h"
#include "transcript/rulelayout.h"
#include "transcript/tablelayout.h"

#include <QFontMetricsF>

#include <array>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kListIndent = 24;
constexpr qreal kQuoteIndent = 16;
constexpr qreal kBlockSpace = 12;
constexpr qreal kItemSpace = 4;

QFont headingFont(const TranscriptStyle &style, int level)
{
    constexpr std::array<qreal, 6> kScales{1.5, 1.28, 1.12, 1, 1, 1};
    QFont font = style.body;
    font.setPixelSize(qRound(QFontInfo(style.body).pixelSize() * kScales.at(size_t(level - 1))));
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Walks a top-level block and lays out what holds text.
class Placer final {
public:
    Placer(int block, const TranscriptStyle &style, SoftBreaks softBreaks,
        std::vector<PlacedBlock> &out, PlacedBlock *former)
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
        default:
            add(node.kind, layoutOf(node), int(leafLength(node)));
            break;
        }
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
            add(MarkdownKind::Paragraph, paragraph({}, m_style.body), 0);
        for (const MarkdownNode &child : node.children) {
            place(child);
            m_space = space;
        }
    }

    [[nodiscard]] TableLayout *formerTable() const
    {
        const bool isTable = m_former && m_former->kind == MarkdownKind::Table;
        return isTable ? static_cast<TableLayout *>(m_former->layout.get()) : nullptr;
    }

    [[nodiscard]] std::unique_ptr<BlockLayout> layoutOf(const MarkdownNode &node) const
    {
        switch (node.kind) {
        case MarkdownKind::CodeBlock:
            return std::make_unique<CodeLayout>(node.text, node.target, m_style);
        case MarkdownKind::Table:
            return std::make_unique<TableLayout>(node, m_style, formerTable());
        case MarkdownKind::Rule:
            return std::make_unique<RuleLayout>(m_style);
        case MarkdownKind::Heading:
            return paragraph(node.children, headingFont(m_style, node.number));
        case MarkdownKind::HtmlBlock:
            return paragraph({{.kind = MarkdownKind::Html, .text = node.text}}, m_style.body);
        default:
            return paragraph(node.children, m_style.body);
        }
    }

    [[nodiscard]] std::unique_ptr<BlockLayout> paragraph(
        const std::vector<MarkdownNode> &inlines, const QFont &font) const
    {
        const qreal scale =
            qreal(QFontInfo(font).pixelSize()) / QFontInfo(m_style.body).pixelSize();
        constexpr qreal kHeadingTightness = 0.88; // large text needs less air between its lines
        const qreal lineHeight =
            scale > 1 ? qRound(m_style.lineHeight * scale * kHeadingTightness) : m_style.lineHeight;
        return std::make_unique<ParagraphLayout>(
            inlineText(inlines, m_style, font, m_softBreaks), font, lineHeight, m_style);
    }

    void add(MarkdownKind kind, std::unique_ptr<BlockLayout> layout, int length)
    {
        m_out.push_back({.layout = std::move(layout),
            .kind = kind,
            .block = m_block,
            .leafStart = m_leaf,
            .length = length,
            .indent = m_indent,
            .spaceBefore = m_space,
            .bars = m_bars,
            .marker = std::exchange(m_marker, QString()),
            .task = std::exchange(m_task, TaskState::None)});
        m_leaf += length;
    }

    int m_block;
    const TranscriptStyle &m_style;
    SoftBreaks m_softBreaks;
    std::vector<PlacedBlock> &m_out;
    PlacedBlock *m_former;
    int m_leaf = 0;
    qreal m_indent = 0;
    qreal m_space = 0; // before what comes next
    std::vector<qreal> m_bars;
    QString m_marker;
    TaskState m_task = TaskState::None;
};

} // namespace

void appendPlacedBlocks(const MarkdownBlock &block, int index, const TranscriptStyle &style,
    SoftBreaks softBreaks, std::vector<PlacedBlock> &out, PlacedBlock *former)
{
    Placer(index, style, softBreaks, out, former).placeTop(block);
}

} // namespace pennyworth
