// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/plainplaces.h"

namespace pennyworth {

namespace {

bool isSame(QChar plain, QChar shown)
{
    return plain == shown || (plain == u'\n' && shown == QChar::LineSeparator);
}

} // namespace

std::vector<TextPosition> placesOf(
    const QString &plain, MessageId message, const std::vector<PlacedBlock> &blocks)
{
    std::vector<TextPosition> places;
    places.reserve(size_t(plain.size()));
    TextPosition at{.message = message, .section = Section::Answer, .block = 0, .offset = 0};
    QString text = blocks.empty() ? QString() : blocks.front().layout->text();
    for (const QChar c : plain) {
        while (at.offset >= int(text.size()) && size_t(at.block) + 1 < blocks.size()) {
            at.offset = 0;
            text = blocks[size_t(++at.block)].layout->text();
        }
        places.push_back(at);
        if (at.offset < int(text.size()) && isSame(c, text.at(at.offset)))
            ++at.offset;
    }
    return places;
}

} // namespace pennyworth
