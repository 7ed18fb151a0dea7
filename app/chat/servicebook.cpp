// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/servicebook.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

const Provider *findIn(const QList<Provider> &providers, const QString &id)
{
    const auto found = std::ranges::find(providers, id, &Provider::id);
    return found == providers.end() ? nullptr : &*found;
}

/// The models that the user chose, described as the built-in file describes them where it does, and
/// the retired ones, which history refers to.
QList<Model> offeredModels(const Provider &builtIn, const QList<Model> &chosen)
{
    QList<Model> models;
    for (const Model &model : chosen) {
        const Model *known = builtIn.findModel(model.id);
        models.append(known ? *known : model);
    }
    for (const Model &model : builtIn.models) {
        if (model.retired)
            models.append(model);
    }
    return models;
}

Error fileFailed(const QFileDevice &file)
{
    return {.kind = ErrorKind::FileFailed,
        .detail = QString(file.fileName() + ": "_L1 + file.errorString())};
}

} // namespace

ServiceBook::ServiceBook(ProviderCatalog &catalog, QString file, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_builtIn(catalog.providers())
    , m_file(std::move(file))
{
}

Result<Done> ServiceBook::load()
{
    QFile file(m_file);
    if (!file.exists())
        return Done{};
    m_isUnreadable = true;
    if (!file.open(QIODevice::ReadOnly))
        return fileFailed(file);
    const Result<UserServices> read = readUserServices(file.readAll());
    if (!read) {
        return Error{.kind = ErrorKind::InvalidValue,
            .detail = QString(m_file + ": "_L1 + read.error().detail)};
    }
    for (const Provider &service : read->services) {
        if (findIn(m_builtIn, service.id)) {
            return Error{.kind = ErrorKind::InvalidValue,
                .detail = QString(m_file + ": "_L1 + service.id + " is a built-in service"_L1)};
        }
    }
    m_isUnreadable = false;
    m_services = *read;
    apply(m_services);
    return Done{};
}

void ServiceBook::apply(const UserServices &services)
{
    for (Provider service : services.services) {
        service.isOwn = true;
        m_catalog.add(service);
    }
    for (Provider builtIn : m_builtIn) {
        const auto chosen = services.offered.constFind(builtIn.id);
        if (chosen != services.offered.cend())
            builtIn.models = offeredModels(builtIn, *chosen);
        m_catalog.add(builtIn);
    }
    for (const GenerationSettings &defaults : services.defaults)
        m_catalog.setDefaults(defaults);
}

bool ServiceBook::isOwn(const QString &id) const
{
    return findIn(m_services.services, id) != nullptr;
}

GenerationSettings ServiceBook::defaults(const QString &id) const
{
    const auto found = std::ranges::find(m_services.defaults, id, &GenerationSettings::provider);
    return found == m_services.defaults.end() ? GenerationSettings{.provider = id} : *found;
}

QString ServiceBook::freeId(const QString &name) const
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    QString id = name.toLower().replace(others, u"-"_s);
    while (id.startsWith(u'-'))
        id.remove(0, 1);
    while (id.endsWith(u'-'))
        id.chop(1);
    if (id.isEmpty())
        id = u"service"_s;
    // "custom" is what --base-url names, "demo" the demonstration.
    const auto isTaken = [this](const QString &wanted) {
        return m_catalog.contains(wanted) || wanted == "custom"_L1
            || wanted == kDemonstrationProvider;
    };
    QString free = id;
    for (int i = 2; isTaken(free); ++i)
        free = id + u'-' + QString::number(i);
    return free;
}

Result<Done> ServiceBook::setService(const Provider &service)
{
    if (findIn(m_builtIn, service.id)) {
        return Error{.kind = ErrorKind::InvalidValue,
            .detail = QString(service.id + " is a built-in service"_L1)};
    }
    for (const auto &[name, value] : service.extraHeaders) {
        const Result<Done> plain =
            checkPlainHeader(QString::fromLatin1(name), QString::fromLatin1(value));
        if (!plain)
            return plain.error();
    }
    UserServices changed = m_services;
    const auto same = std::ranges::find(changed.services, service.id, &Provider::id);
    if (same == changed.services.end())
        changed.services.append(service);
    else
        *same = service;
    return keep(changed, service.id);
}

Result<Done> ServiceBook::removeService(const QString &id)
{
    UserServices changed = m_services;
    changed.services.removeIf([&id](const Provider &service) { return service.id == id; });
    const Result<Done> kept = keep(changed, {});
    if (!kept)
        return kept;
    m_catalog.remove(id);
    emit this->changed(id);
    return Done{};
}

Result<Done> ServiceBook::setOfferedModels(const QString &id, const QList<Model> &models)
{
    UserServices changed = m_services;
    const auto own = std::ranges::find(changed.services, id, &Provider::id);
    if (own != changed.services.end())
        own->models = models;
    else if (models.isEmpty())
        changed.offered.remove(id);
    else
        changed.offered.insert(id, models);
    return keep(changed, id);
}

Result<Done> ServiceBook::setDefaults(const GenerationSettings &defaults)
{
    UserServices changed = m_services;
    changed.defaults.removeIf([&defaults](const GenerationSettings &other) {
        return other.provider == defaults.provider;
    });
    changed.defaults.append(defaults);
    return keep(changed, defaults.provider);
}

/// A file that could not be read is not overwritten.
Result<Done> ServiceBook::setAside()
{
    const QString aside = m_file + u".unreadable"_s;
    QFile::remove(aside);
    QFile file(m_file);
    if (!file.rename(aside))
        return fileFailed(file);
    m_isUnreadable = false;
    return Done{};
}

Result<Done> ServiceBook::keep(const UserServices &services, const QString &changedId)
{
    if (m_isUnreadable) {
        const Result<Done> aside = setAside();
        if (!aside)
            return aside;
    }
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(writeUserServices(services)) < 0
        || !file.commit())
        return fileFailed(file);
    m_services = services;
    apply(m_services);
    if (!changedId.isEmpty())
        emit changed(changedId);
    return Done{};
}

} // namespace pennyworth

#include "moc_servicebook.cpp"
