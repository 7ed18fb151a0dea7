// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modelscommand.h"

#include "cli/failure.h"
#include "cli/figures.h"
#include "cli/table.h"
#include "cli/tr.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

bool isForWantOfAKey(const Error &error)
{
    using enum ErrorKind;
    return error.kind == NoKey || error.kind == KeychainLocked || error.kind == KeychainUnavailable;
}

QJsonObject modelJson(const Model &model, bool offered)
{
    return {{u"model"_s, model.id}, {u"name"_s, model.name},
        {u"offered"_s, offered ? QJsonValue(true) : QJsonValue()},
        {u"context_tokens"_s, jsonOrNull(model.contextTokens)},
        {u"max_output_tokens"_s, jsonOrNull(model.maxOutputTokens)},
        {u"thinking_switch"_s, model.thinkingSwitch != ThinkingSwitch::None},
        {u"images"_s, model.images}, {u"retired"_s, model.retired}};
}

QString limitText(const std::optional<qint64> &tokens)
{
    return tokens ? groupedText(*tokens) : Tr::tr("unknown", "a limit");
}

} // namespace

ModelsCommand::ModelsCommand(OwnedServices &services, const Output &output)
    : Command(output)
    , m_choice(services)
    , m_workspace(services.services())
{
}

Syntax ModelsCommand::syntax()
{
    return {.command = u"models"_s,
        .summary = Tr::tr("the models that a service offers"),
        .parameters = {},
        .options = {{u"provider"_s, u"P"_s, Tr::tr("the service; deepseek where it is left out")}},
        .details = Tr::tr(
            "Asks the service. Without a key it asks nobody and prints the models known from the "
            "documentation, former ones included.\n"
            "JSON: an array of {model, name, offered, context_tokens, max_output_tokens, "
            "thinking_switch, images, retired}; “offered” is null where the service was not "
            "asked.\n"
            "Exit status: 0 printed, 1 the request failed, 2 wrong usage.")};
}

void ModelsCommand::start(const Arguments &arguments)
{
    const Result<Provider> provider = m_choice.choose(arguments, u"deepseek"_s);
    if (!provider) {
        fail(provider.error());
        return;
    }
    const auto take = [this, known = provider->models](const Result<QList<Model>> &models) {
        if (models) {
            print(*models, Asked::Yes);
        } else if (isForWantOfAKey(models.error())) {
            output().note(
                Tr::tr("The service was not asked: %1").arg(errorMessage(models.error())));
            print(known, Asked::No);
        } else {
            fail(models.error());
        }
    };
    whenDone(m_workspace.fetchModels(provider->id), this, take);
}

void ModelsCommand::print(const QList<Model> &models, Asked asked)
{
    using enum Table::Align;
    QJsonArray json;
    Table table({Left, Left, Right, Right});
    table.addRow({Tr::tr("MODEL"), Tr::tr("NAME"), Tr::tr("CONTEXT"), Tr::tr("LONGEST ANSWER")});
    for (const Model &model : models) {
        json.append(modelJson(model, asked == Asked::Yes));
        const QString name =
            model.retired ? Tr::tr("%1, retired", "a model").arg(model.name) : model.name;
        table.addRow(
            {model.id, name, limitText(model.contextTokens), limitText(model.maxOutputTokens)});
    }
    if (output().isJson())
        output().print(json);
    else
        output().print(table.toText());
    finish(ExitStatus::Done);
}

} // namespace pennyworth

#include "moc_modelscommand.cpp"
