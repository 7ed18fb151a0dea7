// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/codelayout.h"
#include "transcript/controltext.h"
#include "transcript/messagelayout.h"

#include <algorithm>

namespace pennyworth {

// The blocks of a MessageLayout that scroll by themselves, and what can be done with its code.

std::optional<BlockPlace> MessageLayout::blockAt(QPointF point) const
{
    const Section section = sectionAt(point);
    const int block = column(section).blockAt(point - originOf(section));
    return block < 0 ? std::nullopt : std::optional(BlockPlace{.section = section, .block = block});
}

bool MessageLayout::scrollBlock(const BlockPlace &place, qreal pixels)
{
    TextColumn &text = place.section == Section::Reasoning ? m_reasoning : m_answer;
    return text.scrollBlock(place.block, pixels);
}

bool MessageLayout::scrollTo(const TextPosition &position)
{
    TextColumn &text = position.section == Section::Reasoning ? m_reasoning : m_answer;
    return text.scrollTo({.block = position.block, .offset = position.offset});
}

QRectF MessageLayout::blockRect(const BlockPlace &place) const
{
    const TextColumn &text = column(place.section);
    if (size_t(place.block) >= text.blocks().size())
        return {};
    const PlacedBlock &block = text.blocks()[size_t(place.block)];
    return QRectF(block.indent, block.top, text.width() - block.indent, block.height)
        .translated(originOf(place.section));
}

SidewaysBar MessageLayout::sidewaysBar(const BlockPlace &place) const
{
    const TextColumn &text = column(place.section);
    if (size_t(place.block) >= text.blocks().size())
        return {};
    return text.blocks()[size_t(place.block)].layout->sidewaysBar().translated(
        blockRect(place).topLeft());
}

// --- code

const CodeLayout *MessageLayout::code(const BlockPlace &place) const
{
    return column(place.section).code(place.block);
}

int MessageLayout::codeNumber(const BlockPlace &place) const
{
    const std::vector<int> &all = column(place.section).codeBlocks();
    return int(std::ranges::lower_bound(all, place.block) - all.begin());
}

void MessageLayout::setCodeDisplays(Section section, std::map<int, CodeDisplay> displays)
{
    TextColumn &text = section == Section::Reasoning ? m_reasoning : m_answer;
    text.setCodeDisplays(std::move(displays));
    m_width = -1;
}

// Which of a section's code blocks have their header between two y, as a range of their numbers.
TextRange MessageLayout::codeIn(Section section, qreal from, qreal to) const
{
    const TextColumn &text = column(section);
    if (text.isReading() || (section == Section::Reasoning && !m_reasoningShown))
        return {};
    const std::vector<int> &all = text.codeBlocks();
    const auto topOf = [this, &text, section](int index) {
        return originOf(section).y() + text.blocks()[size_t(index)].top;
    };
    const auto first = std::ranges::lower_bound(all, from - codeheader::kHeight, {}, topOf);
    const auto behind = std::ranges::upper_bound(all, to, {}, topOf);
    return {int(first - all.begin()), int(behind - all.begin())};
}

void MessageLayout::addCodeControls(
    Section section, TextRange wanted, std::vector<TranscriptControl> &controls) const
{
    using enum TranscriptControl::Kind;
    for (int number = wanted.from; number < wanted.to; ++number) {
        const BlockPlace place{
            .section = section, .block = column(section).codeBlocks()[size_t(number)]};
        const CodeLayout &layout = *code(place);
        const QPointF origin = blockRect(place).topLeft();
        for (const codeheader::Control &control : layout.controls())
            controls.push_back({.kind = control.kind,
                .section = section,
                .block = place.block,
                .number = number,
                .rect = control.rect.isEmpty() ? QRectF() : control.rect.translated(origin),
                .label = actionLabel(control.kind),
                .isQuiet = control.kind == SaveCode || control.kind == NumberCode,
                .isOn = (control.kind == WrapCode && layout.display().isWrapped)
                    || (control.kind == NumberCode && layout.display().hasNumbers)});
    }
}

std::vector<TranscriptControl> MessageLayout::controls() const
{
    std::vector<TranscriptControl> all = m_controls;
    for (const Section section : {Section::Reasoning, Section::Answer})
        addCodeControls(section, codeIn(section, 0, m_height), all);
    return all;
}

std::optional<TranscriptControl> MessageLayout::controlAt(QPointF point) const
{
    std::vector<TranscriptControl> near = m_controls;
    const Section section = sectionAt(point);
    addCodeControls(section, codeIn(section, point.y(), point.y()), near);
    const auto found = std::ranges::find_if(
        near, [point](const TranscriptControl &control) { return control.rect.contains(point); });
    return found == near.end() ? std::nullopt : std::optional(*found);
}

void MessageLayout::drawCodeControls(
    QPainter *painter, QPointF at, const QRectF &visible, const Look &look) const
{
    std::vector<TranscriptControl> seen;
    for (const Section section : {Section::Reasoning, Section::Answer})
        addCodeControls(
            section, codeIn(section, visible.top() - at.y(), visible.bottom() - at.y()), seen);
    for (const TranscriptControl &control : seen)
        drawControl(painter, at, visible, control, look);
}

} // namespace pennyworth
