// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/inlinetext.h"

#include "transcript/linktarget.h"

#include <QFontInfo>

#include <algorithm>
#include <tuple>

namespace pennyworth {

namespace {

constexpr qreal kInlineCodeScale = 0.92;

// The cost of setting a text grows faster than the text.
constexpr int kPieceLength = 10'000;

int endOfPiece(const QString &text, int start)
{
    const auto size = int(text.size());
    if (size - start <= kPieceLength)
        return size;
    const auto space = int(text.lastIndexOf(u' ', start + kPieceLength));
    if (space > start)
        return space + 1;
    const int end = start + kPieceLength;
    return end + (text.at(end - 1).isHighSurrogate() ? 1 : 0);
}

// What of a range lies between two places, seen from the first of them.
std::pair<int, int> clipped(int start, int length, int from, int to)
{
    const int first = std::max(start, from);
    return {first - from, std::min(start + length, to) - first};
}

InlineText part(const InlineText &whole, int from, int to)
{
    InlineText piece{.text = whole.text.mid(from, to - from)};
    for (QTextLayout::FormatRange format : whole.formats) {
        std::tie(format.start, format.length) = clipped(format.start, format.length, from, to);
        if (format.length > 0)
            piece.formats.append(format);
    }
    for (InlineLink link : whole.links) {
        std::tie(link.start, link.length) = clipped(link.start, link.length, from, to);
        if (link.length > 0)
            piece.links.append(link);
    }
    for (const auto &[start, length] : whole.chips) {
        const std::pair<int, int> chip = clipped(start, length, from, to);
        if (chip.second > 0)
            piece.chips.append(chip);
    }
    for (InlineFormula formula : whole.formulas) {
        const bool isWhole = formula.start >= from && formula.start + formula.length <= to;
        formula.start -= from;
        if (isWhole)
            piece.formulas.append(formula);
    }
    return piece;
}

bool standsAlone(QChar c)
{
    constexpr char16_t kFirstOfEastAsia = 0x2E80;
    constexpr char16_t kLastOfEastAsia = 0xD7FF;
    constexpr char16_t kFullWidth = 0xFF00;
    const char16_t u = c.unicode();
    return (u >= u' ' && u < 0x7F) || (u >= kFirstOfEastAsia && u <= kLastOfEastAsia)
        || (u >= kFullWidth && u <= 0xFFEF);
}

/// Visits inline nodes and collects what they show. Formats are kept on a stack: what is nested
/// adds to what is around it.
class InlineCollector final {
public:
    InlineCollector(const TranscriptStyle &style, const QFont &font, SoftBreaks softBreaks)
        : m_style(style)
        , m_font(font)
        , m_softBreaks(softBreaks)
    {
        m_formats.append(QTextCharFormat());
    }

    bool enter(const MarkdownNode &node)
    {
        m_formats.append(formatOf(node, m_formats.constLast()));
        if (node.kind == MarkdownKind::Link || node.kind == MarkdownKind::Image)
            m_result.links.append({.start = int(m_result.text.size()),
                .length = 0,
                .target = node.target,
                .text = {}});
        if (isLeaf(node.kind))
            append(node);
        return true;
    }

    void leave(const MarkdownNode &node)
    {
        m_formats.removeLast();
        if (node.kind == MarkdownKind::Link || node.kind == MarkdownKind::Image) {
            InlineLink &link = m_result.links.last();
            link.length = int(m_result.text.size()) - link.start;
            link.text = m_result.text.mid(link.start);
        }
    }

    [[nodiscard]] InlineText result() const { return m_result; }

private:
    void append(const MarkdownNode &leaf)
    {
        QString text = leafText(leaf);
        if (leaf.kind == MarkdownKind::SoftBreak && m_softBreaks == SoftBreaks::Lines)
            text = QChar(QChar::LineSeparator);
        text.replace(u'\n', QChar(QChar::LineSeparator));
        text = withVisibleControls(text);
        if (leaf.kind == MarkdownKind::Code)
            makeRoomForChip();
        const QTextCharFormat &format = m_formats.constLast();
        if (!format.properties().isEmpty())
            m_result.formats.append({int(m_result.text.size()), int(text.size()), format});
        if (leaf.kind == MarkdownKind::Code)
            appendChip(int(text.size()));
        if (leaf.kind == MarkdownKind::Formula)
            m_result.formulas.append({.start = int(m_result.text.size()),
                .length = int(text.size()),
                .picture = std::make_shared<FormulaPicture>(
                    leaf.text, FormulaPlace::InText, m_font, m_style)});
        m_result.text += text;
    }

    // The character before a chip is as much wider as keeps the ground off it. One that is written
    // together with its neighbours must not be set apart from them.
    void makeRoomForChip()
    {
        const int at = int(m_result.text.size()) - 1;
        if (at < 0 || !standsAlone(m_result.text.at(at)))
            return;
        QTextLayout::FormatRange before{.start = at, .length = 1, .format = {}};
        QList<QTextLayout::FormatRange> &formats = m_result.formats;
        if (!formats.isEmpty() && formats.constLast().start + formats.constLast().length > at) {
            before.format = formats.constLast().format;
            if (--formats.last().length == 0)
                formats.removeLast();
        }
        before.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        before.format.setFontLetterSpacing(kChipGap);
        formats.append(before);
    }

    // Its last character is as much wider as keeps its ground off what follows.
    void appendChip(int length)
    {
        const int start = int(m_result.text.size());
        m_result.chips.append({start, length});
        QTextLayout::FormatRange last = m_result.formats.constLast();
        if (length == 0)
            return;
        if (length > 1)
            m_result.formats.last().length = length - 1;
        else
            m_result.formats.removeLast();
        last.start = start + length - 1;
        last.length = 1;
        last.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        last.format.setFontLetterSpacing(kChipGap);
        m_result.formats.append(last);
    }

    [[nodiscard]] QTextCharFormat formatOf(const MarkdownNode &node, QTextCharFormat format) const
    {
        switch (node.kind) {
        case MarkdownKind::Emphasis:
            format.setFontItalic(true);
            break;
        case MarkdownKind::Strong:
            format.setFontWeight(QFont::DemiBold);
            break;
        case MarkdownKind::Strike:
            format.setFontStrikeOut(true);
            break;
        case MarkdownKind::Code:
            setCode(format);
            break;
        case MarkdownKind::Html:
        case MarkdownKind::Formula:
            setCode(format);
            format.setForeground(m_style.palette.muted);
            break;
        case MarkdownKind::Link:
        case MarkdownKind::Image:
            format.setForeground(m_style.palette.accent);
            format.setFontUnderline(true);
            break;
        case MarkdownKind::FootnoteReference:
            format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
            format.setForeground(m_style.palette.muted);
            break;
        default:
            break;
        }
        return format;
    }

    void setCode(QTextCharFormat &format) const
    {
        format.setFontFamilies(QStringList{m_style.code.family()});
        format.setFontFixedPitch(true);
        format.setProperty(
            QTextFormat::FontPixelSize, qRound(QFontInfo(m_font).pixelSize() * kInlineCodeScale));
    }

    const TranscriptStyle &m_style;
    QFont m_font;
    SoftBreaks m_softBreaks;
    QList<QTextCharFormat> m_formats;
    InlineText m_result;
};

} // namespace

InlineText inlineText(const std::vector<MarkdownNode> &inlines, const TranscriptStyle &style,
    const QFont &font, SoftBreaks softBreaks)
{
    InlineCollector collector(style, font, softBreaks);
    for (const MarkdownNode &node : inlines)
        visit(node, collector);
    return collector.result();
}

std::vector<InlineText> inPieces(InlineText text)
{
    std::vector<InlineText> pieces;
    if (text.text.size() <= kPieceLength) {
        pieces.push_back(std::move(text));
        return pieces;
    }
    for (int start = 0; start < int(text.text.size());) {
        const int end = endOfPiece(text.text, start);
        pieces.push_back(part(text, start, end));
        start = end;
    }
    return pieces;
}

} // namespace pennyworth
