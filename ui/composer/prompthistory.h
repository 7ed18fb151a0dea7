// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace pennyworth {

/// Walks through earlier prompts and back to what was being written. A value of the composer.
class PromptHistory final {
public:
    /// From `current`, what is written now: one step (-1 earlier, 1 later) through `prompts`,
    /// oldest first. Empty where there is nothing in that direction. What the user changed on the
    /// way becomes what the walk starts from.
    [[nodiscard]] std::optional<QString> step(
        int step, const QStringList &prompts, const QString &current);

private:
    qsizetype m_back = 0; // steps from what was being written
    QString m_own; // what was being written
    QString m_shown;
};

} // namespace pennyworth
