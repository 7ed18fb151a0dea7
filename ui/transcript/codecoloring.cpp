// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/codecoloring.h"

#include "typesetting/typesetter.h"

#include <algorithm>

namespace pennyworth {

namespace {

constexpr int kFirstLines = 1000;
constexpr int kSliceLines = 200;
constexpr size_t kMostSlices = 24;

int sliceOf(int line)
{
    return line < kFirstLines ? 0 : 1 + (line - kFirstLines) / kSliceLines;
}

int firstLineOf(int slice)
{
    return slice == 0 ? 0 : kFirstLines + (slice - 1) * kSliceLines;
}

} // namespace

CodeColoring::CodeColoring(Typesetter *typesetter, QString language)
    : m_typesetter(typesetter)
    , m_language(std::move(language))
{
}

void CodeColoring::look(const QString &code, const std::vector<int> &starts, int first, int last)
{
    if (!m_typesetter || m_language.isEmpty())
        return;
    for (int slice = sliceOf(first); slice <= sliceOf(last); ++slice)
        lookAt(slice, code, starts);
    if (m_slices.size() <= kMostSlices)
        return;
    std::erase_if(m_slices, [middle = sliceOf(first)](const auto &slice) {
        return std::abs(slice.first - middle) > int(kMostSlices) / 4;
    });
}

void CodeColoring::lookAt(int index, const QString &code, const std::vector<int> &starts)
{
    const int start = starts[size_t(firstLineOf(index))];
    const auto next = size_t(firstLineOf(index + 1));
    const bool isWhole = next < starts.size();
    const int end = isWhole ? starts[next] : m_isFinished ? int(code.size()) : starts.back();
    Slice &slice = m_slices[index];
    const int length = end - start;
    const bool isEnough =
        length == slice.asked || (!isWhole && !m_isFinished && length * 5 < slice.asked * 6);
    if (slice.job || isEnough || length == 0)
        return;
    slice.asked = length;
    slice.job = m_typesetter->color({.language = m_language, .code = code.mid(start, length)});
}

bool CodeColoring::take()
{
    bool isNew = false;
    for (auto &[index, slice] : m_slices) {
        if (!slice.job || !slice.job->isDone())
            continue;
        if (const CodeSpans *spans = slice.job->value()) {
            slice.spans = *spans;
            isNew = true;
        }
        slice.job.reset();
    }
    return isNew;
}

CodeSpans CodeColoring::spansOf(const std::vector<int> &starts, int line, TextRange part) const
{
    CodeSpans spans;
    const auto slice = m_slices.find(sliceOf(line));
    if (slice == m_slices.end())
        return spans;
    const int from = part.from - starts[size_t(firstLineOf(slice->first))];
    const int to = from + part.length();
    const CodeSpans &all = slice->second.spans;
    const auto first = std::ranges::partition_point(
        all, [from](const CodeSpan &span) { return span.start + span.length <= from; });
    for (auto span = first; span != all.end() && span->start < to; ++span) {
        const int begin = std::max(span->start, from);
        const int end = std::min(span->start + span->length, to);
        spans.append({.start = begin - from, .length = end - begin, .role = span->role});
    }
    return spans;
}

QColor codeColor(const Palette &palette, CodeRole role)
{
    switch (role) {
    case CodeRole::Plain:
    case CodeRole::Addition:
    case CodeRole::Deletion:
        return palette.codeText;
    case CodeRole::Keyword:
    case CodeRole::Heading:
        return palette.codeKeyword;
    case CodeRole::Type:
        return palette.codeType;
    case CodeRole::Function:
        return palette.codeFunction;
    case CodeRole::String:
        return palette.codeString;
    case CodeRole::Number:
        return palette.codeNumber;
    case CodeRole::Comment:
        return palette.codeComment;
    case CodeRole::Attribute:
        return palette.codeAttribute;
    case CodeRole::Meta:
        return palette.codeMeta;
    }
    Q_UNREACHABLE();
}

} // namespace pennyworth
