// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listcommand.h"

#include "cli/figures.h"
#include "cli/table.h"
#include "cli/tr.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

QJsonObject summaryJson(const ConversationSummary &summary)
{
    return {{u"conversation"_s, summary.id.value}, {u"title"_s, summary.title},
        {u"provider"_s, jsonOrNull(summary.provider)}, {u"model"_s, jsonOrNull(summary.model)},
        {u"created"_s, formatInstant(summary.created)},
        {u"updated"_s, formatInstant(summary.updated)}, {u"cost"_s, sumsJson(summary.cost)},
        {u"unpriced"_s, summary.unpriced}, {u"demonstration"_s, summary.demonstration},
        {u"local"_s, summary.local}};
}

QString costText(const ConversationSummary &summary)
{
    if (summary.demonstration)
        return Tr::tr("demonstration");
    if (summary.local)
        return Tr::tr("not billed");
    QString text = sumsText(summary.cost);
    if (summary.estimated > 0 && !text.isEmpty())
        text.prepend(u"≈ "_s);
    if (summary.unpriced > 0)
        text += (text.isEmpty() ? QString() : u" + "_s) + Tr::tr("unknown", "a cost");
    return text;
}

} // namespace

ListCommand::ListCommand(const Services &services, const Output &output)
    : Command(output)
    , m_services(services)
{
}

Syntax ListCommand::syntax()
{
    return {.command = u"list"_s,
        .summary = Tr::tr("the kept conversations, latest first"),
        .parameters = {},
        .options = {},
        .details = Tr::tr("JSON: an array of {conversation, title, provider, model, created, "
                          "updated, cost [{amount, "
                          "currency}], unpriced, demonstration, local}; “unpriced” counts requests "
                          "whose cost nobody knows.\n"
                          "Exit status: 0 printed, 2 wrong usage, 3 the store cannot be used.")};
}

void ListCommand::start(const Arguments &arguments)
{
    Q_UNUSED(arguments)
    await(m_services.store.open(), [this](Done) {
        await(m_services.store.conversations(),
            [this](const QList<ConversationSummary> &conversations) { print(conversations); });
    });
}

void ListCommand::print(const QList<ConversationSummary> &conversations)
{
    using enum Table::Align;
    QJsonArray json;
    Table table({Right, Left, Left, Right, Left});
    table.addRow(
        {Tr::tr("ID"), Tr::tr("UPDATED"), Tr::tr("MODEL"), Tr::tr("COST"), Tr::tr("TITLE")});
    for (const ConversationSummary &summary : conversations) {
        json.append(summaryJson(summary));
        table.addRow({QString::number(summary.id.value), minuteText(summary.updated), summary.model,
            costText(summary), summary.title});
    }
    if (output().isJson())
        output().print(json);
    else if (conversations.isEmpty())
        output().note(Tr::tr("There are no conversations yet."));
    else
        output().print(table.toText());
    finish(ExitStatus::Done);
}

} // namespace pennyworth

#include "moc_listcommand.cpp"
