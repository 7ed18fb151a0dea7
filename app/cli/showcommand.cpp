// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/showcommand.h"

#include "cli/failure.h"
#include "cli/tr.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

ShowCommand::ShowCommand(const Services &services, const Output &output)
    : Command(output)
    , m_services(services)
{
}

Syntax ShowCommand::syntax()
{
    return {.command = u"show"_s,
        .summary = Tr::tr("one conversation as Markdown, with its figures"),
        .parameters = {{u"ID"_s, Tr::tr("the conversation's number, as “pennyworth list” has it")}},
        .options = {},
        .details = Tr::tr(
            "Prints the shown branch, interrupted answers included.\n"
            "JSON: {conversation, title, created, updated, system, messages [{message, role, "
            "status, "
            "text, reasoning, provider, model, created, error, requests [{request, attempt, sent, "
            "provider, model, model_answered, finish_reason, usage, cost, timings}]}]}, with the "
            "parts as "
            "“ask” has them.\n"
            "Exit status: 0 printed, 1 there is no such conversation, 2 wrong usage, 3 the store "
            "cannot "
            "be used.")};
}

void ShowCommand::start(const Arguments &arguments)
{
    bool isNumber = false;
    m_page.conversation.id = {arguments.parameter(0).toLongLong(&isNumber)};
    if (!isNumber || !m_page.conversation.id.isValid()) {
        fail(wrongUsage(
            Tr::tr("ID is a conversation's number, not “%1”.").arg(arguments.parameter(0))));
        return;
    }
    await(m_services.store.open(), [this](Done) {
        await(m_services.store.conversation(m_page.conversation.id),
            [this](const Conversation &conversation) {
                m_page.conversation = conversation;
                readMessages();
            });
    });
}

void ShowCommand::readMessages()
{
    await(
        m_services.store.messages(m_page.conversation.id), [this](const QList<Message> &messages) {
            m_page.messages = messages;
            await(m_services.store.entries(m_page.conversation.id),
                [this](const QList<LedgerEntry> &entries) {
                    m_page.entries = entries;
                    print();
                });
        });
}

void ShowCommand::print()
{
    if (output().isJson())
        output().print(m_page.toJson());
    else
        output().print(m_page.toMarkdown());
    finish(ExitStatus::Done);
}

} // namespace pennyworth

#include "moc_showcommand.cpp"
