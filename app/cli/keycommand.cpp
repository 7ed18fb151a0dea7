// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/keycommand.h"

#include "cli/failure.h"
#include "cli/figures.h"
#include "cli/secretinput.h"
#include "cli/table.h"
#include "cli/tr.h"

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

QString placeName(KeyPlace place)
{
    switch (place) {
    case KeyPlace::None:
        return u"none"_s;
    case KeyPlace::Environment:
        return u"environment"_s;
    case KeyPlace::Session:
        return u"session"_s;
    case KeyPlace::Keychain:
        return u"keychain"_s;
    }
    Q_UNREACHABLE();
}

QString placeText(const Result<KeyStatus> &status)
{
    if (!status)
        return Tr::tr("unknown", "where a key is");
    switch (status->place) {
    case KeyPlace::None:
        return Tr::tr("no key");
    case KeyPlace::Environment:
        return Tr::tr("in the environment");
    case KeyPlace::Session:
        return Tr::tr("in memory");
    case KeyPlace::Keychain:
        return Tr::tr("in the keychain");
    }
    Q_UNREACHABLE();
}

} // namespace

KeyCommand::KeyCommand(const Services &services, const Output &output)
    : Command(output)
    , m_services(services)
{
}

Syntax KeyCommand::syntax()
{
    using enum Presence;
    return {.command = u"key"_s,
        .summary = Tr::tr("keep API keys in the system's keychain"),
        .parameters = {{u"set|status|forget"_s,
                           Tr::tr("set: read a key from standard input and keep it; status: tell "
                                  "which keys there are; "
                                  "forget: remove one")},
            {u"PROVIDER"_s, Tr::tr("the service, for set and forget (see “pennyworth providers”)"),
                Optional}},
        .options = {},
        .details = Tr::tr("A key is never printed and never written to a file. A key in the "
                          "environment is used first.\n"
                          "JSON: status prints an array of {provider, place: "
                          "none|environment|keychain|null, variable, "
                          "error}, set and forget print {provider, place}.\n"
                          "Exit status: 0 done, 1 the keychain does not do it, 2 wrong usage.")};
}

void KeyCommand::start(const Arguments &arguments)
{
    const QString act = arguments.parameter(0);
    const QString name = arguments.parameter(1);
    if (act == u"status" && name.isEmpty()) {
        askStatus();
        return;
    }
    if (act != u"set" && act != u"forget") {
        fail(
            wrongUsage(Tr::tr("It is “key set PROVIDER”, “key status” or “key forget PROVIDER”.")));
        return;
    }
    if (name.isEmpty()) {
        fail(wrongUsage(Tr::tr("%1 is missing.").arg(u"PROVIDER"_s)));
        return;
    }
    const Result<Provider> provider = m_services.providers.find(name);
    if (!provider)
        fail(provider.error());
    else if (act == u"set" && !provider->needsKey)
        fail(wrongUsage(Tr::tr("%1 needs no key.").arg(provider->name)));
    else if (act == u"set")
        setKey(*provider);
    else
        forgetKey(*provider);
}

void KeyCommand::setKey(const Provider &provider)
{
    const QString key = readSecret(Tr::tr("API key for %1 (it is not shown): ").arg(provider.name));
    await(m_services.keys.setKey(provider.id, key), [this, provider](Done) {
        if (output().isJson())
            output().print(QJsonObject{
                {u"provider"_s, provider.id}, {u"place"_s, placeName(KeyPlace::Keychain)}});
        else
            output().note(
                Tr::tr("The key for %1 is kept in the system's keychain.").arg(provider.name));
        finish(ExitStatus::Done);
    });
}

void KeyCommand::forgetKey(const Provider &provider)
{
    await(m_services.keys.forgetKey(provider.id), [this, provider](Done) {
        if (output().isJson())
            output().print(
                QJsonObject{{u"provider"_s, provider.id}, {u"place"_s, placeName(KeyPlace::None)}});
        else
            output().note(Tr::tr("The keychain holds no key for %1 any more.").arg(provider.name));
        finish(ExitStatus::Done);
    });
}

void KeyCommand::askStatus()
{
    for (const Provider &provider : m_services.providers.providers()) {
        if (provider.needsKey)
            m_rows.append({.provider = provider, .status = {}});
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        whenDone(m_services.keys.status(m_rows.at(i).provider), this,
            [this, i](const Result<KeyStatus> &status) {
                m_rows[i].status = status;
                if (std::ranges::all_of(
                        m_rows, [](const Row &row) { return row.status.has_value(); }))
                    printStatus();
            });
    }
}

void KeyCommand::printStatus()
{
    using enum Table::Align;
    QJsonArray json;
    Table table({Left, Left, Left});
    std::optional<Error> keychainError;
    for (const Row &row : std::as_const(m_rows)) {
        const Result<KeyStatus> &status = *row.status;
        if (!status)
            keychainError = status.error();
        json.append(QJsonObject{{u"provider"_s, row.provider.id},
            {u"place"_s, status ? QJsonValue(placeName(status->place)) : QJsonValue()},
            {u"variable"_s, jsonOrNull(row.provider.keyVariable)},
            {u"error"_s, status ? QJsonValue() : QJsonValue(errorJson(status.error()))}});
        table.addRow({row.provider.id, placeText(status), row.provider.keyVariable});
    }
    if (output().isJson())
        output().print(json);
    else
        output().print(table.toText());
    if (keychainError && !output().isJson())
        output().note(errorMessage(*keychainError) + u' ' + errorRemedy(*keychainError));
    finish(ExitStatus::Done);
}

} // namespace pennyworth

#include "moc_keycommand.cpp"
