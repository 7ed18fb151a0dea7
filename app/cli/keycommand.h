// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/services.h"
#include "cli/command.h"

namespace pennyworth {

/// `key set|status|forget`: the API keys in the system's keychain. No key is ever printed.
class KeyCommand final : public Command {
    Q_OBJECT

public:
    KeyCommand(const Services &services, const Output &output);

    [[nodiscard]] static Syntax syntax();
    void start(const Arguments &arguments) override;

private:
    void setKey(const Provider &provider);
    void forgetKey(const Provider &provider);
    void askStatus();
    void printStatus();

    /// What was found out about one provider; empty while it is being asked.
    struct Row {
        Provider provider;
        std::optional<Result<KeyStatus>> status;
    };

    Services m_services;
    QList<Row> m_rows;
};

} // namespace pennyworth
