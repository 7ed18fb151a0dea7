// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace pennyworth {

/// What a piece of code is, as far as colours tell it apart.
enum class CodeRole {
    Plain,
    Keyword,
    Type,
    Function,
    String,
    Number,
    Comment,
    Attribute,
    Meta,
    Heading,
    Addition,
    Deletion,
};

/// A piece of code that has a role; in UTF-16 units.
struct CodeSpan {
    int start = 0;
    int length = 0;
    CodeRole role = CodeRole::Plain;

    bool operator==(const CodeSpan &) const = default;
};

struct CodeSource {
    QString language; ///< as written behind a fence
    QString code;

    bool operator==(const CodeSource &) const = default;
};

/// In the order of the code, without overlaps.
using CodeSpans = QList<CodeSpan>;

/// The role of highlight.js's scope
/// (https://highlightjs.readthedocs.io/en/latest/css-classes-reference.html).
[[nodiscard]] CodeRole roleOfScope(QStringView scope);

} // namespace pennyworth
