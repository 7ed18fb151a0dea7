// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/providerscommand.h"

#include "cli/figures.h"
#include "cli/table.h"
#include "cli/tr.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

QJsonObject providerJson(const Provider &provider)
{
    QJsonArray models;
    for (const Model &model : provider.models) {
        if (!model.retired)
            models.append(model.id);
    }
    return {{u"provider"_s, provider.id}, {u"name"_s, provider.name},
        {u"base_url"_s, provider.baseUrl.toString()},
        {u"key_variable"_s, jsonOrNull(provider.keyVariable)}, {u"needs_key"_s, provider.needsKey},
        {u"billable"_s, provider.billable}, {u"has_balance"_s, provider.hasBalance},
        {u"prefix_completion"_s, provider.prefixCompletion},
        {u"default_model"_s, jsonOrNull(provider.defaultModel)}, {u"models"_s, models}};
}

} // namespace

ProvidersCommand::ProvidersCommand(const ProviderCatalog &providers, const Output &output)
    : Command(output)
    , m_providers(providers)
{
}

Syntax ProvidersCommand::syntax()
{
    return {.command = u"providers"_s,
        .summary = Tr::tr("the services that are known"),
        .parameters = {},
        .options = {},
        .details = Tr::tr("Any other OpenAI-compatible service is reached with “pennyworth ask "
                          "--base-url URL”. Asks "
                          "nobody.\nExit status: 0 printed, 2 wrong usage.")};
}

void ProvidersCommand::start(const Arguments &arguments)
{
    Q_UNUSED(arguments)
    using enum Table::Align;
    QJsonArray json;
    Table table({Left, Left, Left, Left, Left});
    table.addRow({Tr::tr("PROVIDER"), Tr::tr("NAME"), Tr::tr("DEFAULT MODEL"), Tr::tr("KEY"),
        Tr::tr("ADDRESS")});
    for (const Provider &provider : m_providers.providers()) {
        json.append(providerJson(provider));
        table.addRow({provider.id, provider.name, provider.defaultModel,
            provider.needsKey ? provider.keyVariable : Tr::tr("none needed"),
            provider.baseUrl.toString()});
    }
    if (output().isJson())
        output().print(json);
    else
        output().print(table.toText());
    finish(ExitStatus::Done);
}

} // namespace pennyworth

#include "moc_providerscommand.cpp"
