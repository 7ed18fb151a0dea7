// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace pennyworth {

/// A code fence at top level that is not closed yet: its lines are taken without the parser
/// (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). Lines end with U+000A. Private to
/// MarkdownBlocks.
class OpenFence final {
public:
    /// The fence that the line at `start` opens; nothing where that opens none or has not ended.
    [[nodiscard]] static std::optional<OpenFence> at(const QString &text, qsizetype start);

    /// Takes what has come since the last time. `code` is what the fence holds, as it was left
    /// then; a last line without its end is in it, but for what may become the closing one. Whether
    /// the fence is closed now.
    [[nodiscard]] bool grow(const QString &text, QString &code);

    [[nodiscard]] int lines() const { return m_lines; } ///< that are complete, the closing one too
    [[nodiscard]] qsizetype end() const { return m_lineStart; } ///< behind these

private:
    [[nodiscard]] QStringView content(QStringView line) const;
    [[nodiscard]] bool isClosedBy(QStringView line) const;
    void take(QStringView line, QString &code) const;

    QChar m_mark;
    qsizetype m_length = 0;
    qsizetype m_indent = 0;
    qsizetype m_lineStart = 0; // lines before it are in the code
    qsizetype m_codeLength = 0; // without the line at m_lineStart
    int m_lines = 0;
};

/// Whether there is nothing in `text` but these.
[[nodiscard]] bool consistsOf(QStringView text, QStringView characters);

} // namespace pennyworth
