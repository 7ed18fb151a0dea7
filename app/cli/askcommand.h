// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatsession.h"
#include "chat/workspace.h"
#include "cli/askoptions.h"
#include "cli/command.h"
#include "cli/interruption.h"
#include "cli/servicechoice.h"

#include <memory>

namespace pennyworth {

/// `ask`: one question and its answer, kept like any conversation.
class AskCommand final : public Command {
    Q_OBJECT

public:
    AskCommand(OwnedServices &services, const Output &output);
    ~AskCommand() override;

    [[nodiscard]] static Syntax syntax() { return askSyntax(); }
    void start(const Arguments &arguments) override;

private:
    // One after the other, each by the event loop once the one before has ended.
    void loadConversation();
    void chooseService(const GenerationSettings &before);
    void chooseModel(const Provider &provider, GenerationSettings settings);
    void openSession(const GenerationSettings &settings);
    void send();
    void followReply();
    void endReply(const Reply &reply);

    void watch(ChatSession &session);
    void printText(const QString &text, const QString &reasoning);
    void tellPhase(const Reply &reply);
    void noteCut();
    void interrupt();
    void refuse(const Error &error); ///< nothing was sent
    void report(
        const Message &message, const LedgerEntry &entry, const std::optional<Error> &error);

    OwnedServices &m_services;
    ServiceChoice m_choice;
    Arguments m_arguments;
    AskOptions m_options;
    Message m_asked; // provider and model, before there is a reply
    std::unique_ptr<ChatSession> m_session;
    std::unique_ptr<Interruption> m_interruption;
    std::optional<Error> m_storeError; // of a write while the answer streamed
    bool m_interrupted = false;
    bool m_atLineStart = true;
    bool m_reasoning = false; // the last word was one of reasoning
};

} // namespace pennyworth
