// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/answerbook.h"

namespace pennyworth::simulated {

/// The simulated model: says the same to the same model, conversation and seed. Stop sequences and
/// limits are already applied.
class AnswerWriter final {
public:
    explicit AnswerWriter(quint64 seed);

    [[nodiscard]] Answer answerTo(const ChatRequest &request) const;
    /// What stands between prompt and suffix.
    [[nodiscard]] Answer fill(const FillRequest &request) const;

private:
    [[nodiscard]] quint64 choice(const ChatRequest &request) const;
    [[nodiscard]] Answer prepared(const ChatRequest &request) const;
    [[nodiscard]] Answer inJson(const ChatRequest &request) const;
    [[nodiscard]] QString continued(const ChatRequest &request, const QString &prefix) const;
    [[nodiscard]] Answer afterTools(const ChatRequest &request) const;

    quint64 m_seed;
    AnswerBook m_book;
};

} // namespace pennyworth::simulated
