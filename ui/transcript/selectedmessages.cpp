// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/selectedmessages.h"

#include "transcript/messagelayouts.h"
#include "transcript/messagelistmodel.h"

namespace pennyworth {

namespace {

SelectedText partOfMessage(
    const MessageLayout &layout, const TextSpan &span, const TextSelection::RowOf &rowOf)
{
    SelectedText part;
    for (const Section section : {Section::Reasoning, Section::Answer}) {
        if (section == Section::Reasoning && !layout.isReasoningShown())
            continue;
        TextPosition start{.message = layout.id(), .section = section, .block = 0, .offset = 0};
        part.append(selectedText(layout.column(section), [&](int block, int length) {
            start.block = block;
            return rangeIn(span, start, length, rowOf);
        }));
    }
    return part;
}

} // namespace

SelectedText selectedText(
    const MessageListModel &model, MessageLayouts &layouts, const TextSpan &span)
{
    const TextSelection::RowOf rowOf = [&model](MessageId id) { return model.rowOf(id); };
    const int first = rowOf(span.first.message);
    const int last = rowOf(span.last.message);
    SelectedText all;
    for (int row = first; row <= last; ++row) {
        const bool isInside = row > first && row < last;
        if (isInside && !layouts.find(model.row(row).id)) {
            all.append(wholeText(model.row(row)));
        } else {
            layouts.at(row).readAll();
            all.append(partOfMessage(layouts.at(row), span, rowOf));
        }
    }
    return all;
}

SelectedText wholeText(const MessageRow &message)
{
    return wholeText(
        message.text, message.role == Role::User ? SoftBreaks::Lines : SoftBreaks::Spaces);
}

} // namespace pennyworth
