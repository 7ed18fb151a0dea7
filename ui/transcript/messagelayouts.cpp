// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagelayouts.h"

#include "transcript/messagelistmodel.h"

#include <algorithm>
#include <vector>

namespace pennyworth {

namespace {

constexpr size_t kMost = 24; // several screens of short messages

} // namespace

void MessageLayouts::setModel(const MessageListModel *model)
{
    clear();
    m_model = model;
}

MessageLayout &MessageLayouts::at(int row)
{
    const MessageRow &message = m_model->row(row);
    Entry &entry = m_entries[message.id.value];
    if (!entry.layout) {
        entry.layout = std::make_unique<MessageLayout>(m_style);
        entry.layout->setReasoningShown(m_reasoningShown.contains(message.id));
        entry.layout->setRow(message);
        for (const Section section : {Section::Reasoning, Section::Answer}) {
            const auto own = m_codeDisplays.find({message.id.value, section});
            if (own != m_codeDisplays.end())
                entry.layout->setCodeDisplays(section, own->second);
        }
    }
    entry.lastUse = ++m_uses;
    entry.layout->layOut(m_width);
    return *entry.layout;
}

MessageLayout *MessageLayouts::find(MessageId id)
{
    const auto found = m_entries.find(id.value);
    return found == m_entries.end() ? nullptr : found->second.layout.get();
}

void MessageLayouts::setStyle(const TranscriptStyle &style)
{
    m_entries.clear(); // they hold references to the style
    m_style = style;
}

void MessageLayouts::update(int row)
{
    if (MessageLayout *layout = find(m_model->row(row).id))
        layout->setRow(m_model->row(row));
}

std::optional<qreal> MessageLayouts::grow(int row)
{
    MessageLayout *layout = find(m_model->row(row).id);
    return layout ? layout->grow(m_model->row(row)) : std::nullopt;
}

void MessageLayouts::forget(MessageId id)
{
    m_entries.erase(id.value);
}

void MessageLayouts::clear()
{
    m_entries.clear();
    m_reasoningShown.clear();
    m_codeDisplays.clear();
}

MessageLayout *MessageLayouts::reading()
{
    const Entry *latest = nullptr;
    for (const auto &[id, entry] : m_entries) {
        if (entry.layout && entry.layout->isReading()
            && (!latest || latest->lastUse < entry.lastUse))
            latest = &entry;
    }
    return latest ? latest->layout.get() : nullptr;
}

QList<MessageId> MessageLayouts::takeTypesetting()
{
    QList<MessageId> changed;
    for (const auto &[id, entry] : m_entries) {
        if (entry.layout && entry.layout->takeTypesetting())
            changed.append(MessageId{id});
    }
    return changed;
}

void MessageLayouts::trim()
{
    if (m_entries.size() <= kMost)
        return;
    std::vector<quint64> uses;
    uses.reserve(m_entries.size());
    for (const auto &[id, entry] : m_entries)
        uses.push_back(entry.lastUse);
    const auto border = uses.begin() + qsizetype(uses.size() - kMost / 2);
    std::ranges::nth_element(uses, border);
    const quint64 oldest = *border;
    std::erase_if(m_entries, [oldest](const auto &item) { return item.second.lastUse < oldest; });
}

void MessageLayouts::setReasoningShown(int row, bool shown)
{
    const MessageId id = m_model->row(row).id;
    if (shown)
        m_reasoningShown.insert(id);
    else
        m_reasoningShown.remove(id);
    if (MessageLayout *layout = find(id))
        layout->setReasoningShown(shown);
}

void MessageLayouts::setCodeDisplay(int row, const BlockPlace &place, const CodeDisplay &display)
{
    MessageLayout &layout = at(row);
    CodeDisplays &displays = m_codeDisplays[{m_model->row(row).id.value, place.section}];
    displays[layout.codeNumber(place)] = display;
    layout.setCodeDisplays(place.section, displays);
    layout.layOut(m_width);
}

} // namespace pennyworth
