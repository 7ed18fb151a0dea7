// SPDX-License-Identifier: GPL-3.0-or-later
#include "typesetting/shortlines.h"

#include <QStringView>

#include <algorithm>

namespace pennyworth {

ShortLines::ShortLines(const QString &code, qsizetype longest)
{
    qsizetype kept = 0; // of the code, up to where it is in m_code or cut
    for (qsizetype start = 0; start <= code.size();) {
        const qsizetype found = code.indexOf(u'\n', start);
        const qsizetype end = found < 0 ? code.size() : found;
        if (end - start > longest) {
            m_code += QStringView(code).mid(kept, start - kept);
            const int before = m_cuts.empty() ? 0 : m_cuts.back().removed;
            m_cuts.push_back({.offset = int(m_code.size()), .removed = before + int(end - start)});
            kept = end;
        }
        start = end + 1;
    }
    if (m_cuts.empty())
        m_code = code;
    else
        m_code += QStringView(code).mid(kept);
}

int ShortLines::wholeOffset(int offset) const
{
    const auto behind = std::ranges::lower_bound(m_cuts, offset, {}, &Cut::offset);
    return offset + (behind == m_cuts.begin() ? 0 : std::prev(behind)->removed);
}

} // namespace pennyworth
