// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>

namespace pennyworth::test {

/// The arrows between rooms, read from arrows.txt.
class Arrows final {
public:
    static Result<Arrows> fromText(const QString &text);

    [[nodiscard]] bool knows(const QString &room) const { return m_allowed.contains(room); }
    [[nodiscard]] bool allows(const QString &from, const QString &to) const;

private:
    QHash<QString, QSet<QString>> m_allowed;
};

/// One source file; `path` is relative to the tree: "app/pricing/cost.cpp".
struct SourceFile {
    QString path;
    QString text;
};

/// Whether a header included as <name> belongs to Qt Gui or Qt Widgets.
using IsGuiHeader = std::function<bool(const QString &name)>;

/// Includes of `file` that the arrows do not allow, as "app/pricing/cost.cpp:7: …".
[[nodiscard]] QStringList forbiddenIncludes(
    const SourceFile &file, const Arrows &arrows, const IsGuiHeader &isGuiHeader);

/// What every source file must have: a license line, a guard, at most 500 lines.
[[nodiscard]] QStringList formalFaults(const SourceFile &file);

} // namespace pennyworth::test
