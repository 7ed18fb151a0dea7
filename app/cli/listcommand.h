// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/services.h"
#include "cli/command.h"

namespace pennyworth {

/// `list`: the kept conversations, latest first, with what they cost.
class ListCommand final : public Command {
    Q_OBJECT

public:
    ListCommand(const Services &services, const Output &output);

    [[nodiscard]] static Syntax syntax();
    void start(const Arguments &arguments) override;

private:
    void print(const QList<ConversationSummary> &conversations);

    Services m_services;
};

} // namespace pennyworth
