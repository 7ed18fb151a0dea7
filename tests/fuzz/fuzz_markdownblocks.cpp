// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdownblocks.h"
#include "markdown/markdownwriter.h"

#include <QElapsedTimer>

#include <cstdint>
#include <cstdlib>

using namespace pennyworth;

namespace {

// Two parses, hundreds of steps and three forms of writing: far more than any honest input of this
// size needs.
constexpr qint64 kLimitMs = 10'000;

std::vector<MarkdownBlock> streamed(QStringView text, quint8 step)
{
    MarkdownBlocks blocks;
    const qsizetype length = std::max<qsizetype>(1 + step % 16, text.size() / 64);
    for (qsizetype at = 0; at < text.size(); at += length)
        blocks.append(text.mid(at, length));
    blocks.finish();
    return blocks.blocks();
}

} // namespace

// In any chunks the blocks are those of the whole; nothing crashes; time is bounded. The first byte
// chooses the chunks.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    QElapsedTimer timer;
    timer.start();
    const std::vector<MarkdownBlock> whole = parseMarkdown(withUnixLineEnds(text));
    if (streamed(text, data[0]) != whole)
        std::abort();
    for (const MarkdownBlock &block : whole) {
        const qsizetype length = leafLength(block.node);
        if (leafLength(cut(block.node, length / 3, length)) > length)
            std::abort();
    }
    if (toMarkdown(whole).size() + toHtml(whole).size() + toPlainText(whole).size() > 0
        && whole.empty())
        std::abort();
    if (timer.elapsed() > kLimitMs)
        std::abort();
    return 0;
}
