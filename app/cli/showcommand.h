// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/services.h"
#include "cli/command.h"
#include "cli/conversationpage.h"

namespace pennyworth {

/// `show ID`: one conversation as Markdown, with its figures.
class ShowCommand final : public Command {
    Q_OBJECT

public:
    ShowCommand(const Services &services, const Output &output);

    [[nodiscard]] static Syntax syntax();
    void start(const Arguments &arguments) override;

private:
    void readMessages();
    void print();

    Services m_services;
    ConversationPage m_page;
};

} // namespace pennyworth
