// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/providercatalog.h"
#include "api/userservices.h"

#include <QObject>

#include <optional>

namespace pennyworth {

/// The services of one home as the user arranged them: their own beside the built-in ones, which
/// models of each are offered, and what a new conversation with each starts with. Writes
/// services.json and keeps the catalogue in step. Owned by OwnedServices, main thread.
class ServiceBook final : public QObject {
    Q_OBJECT

public:
    /// `catalog` holds the built-in services and outlives this. `file` is Paths::servicesFile().
    ServiceBook(ProviderCatalog &catalog, QString file, QObject *parent = nullptr);

    /// Reads the file. InvalidValue or FileFailed, naming the file and the place: then the built-in
    /// services stand alone, and the file stays until a change sets it aside as
    /// services.json.unreadable.
    Result<Done> load();

    [[nodiscard]] const ProviderCatalog &catalog() const { return m_catalog; }
    [[nodiscard]] bool isOwn(const QString &id) const;
    /// What the user chose for new conversations; where nothing, all of it is left to the service.
    [[nodiscard]] GenerationSettings defaults(const QString &id) const;
    /// An id made of a name, which no service has.
    [[nodiscard]] QString freeId(const QString &name) const;

    // Each writes the file at once; nothing changes where that fails.

    /// Adds a service of the user's own or replaces it. InvalidValue for the id of a built-in one,
    /// or for a header that looks like a secret.
    Result<Done> setService(const Provider &service);
    Result<Done> removeService(const QString &id); ///< setService() brings it back
    /// None at all: what is built in again, or for their own what the service tells.
    Result<Done> setOfferedModels(const QString &id, const QList<Model> &models);
    Result<Done> setDefaults(const GenerationSettings &defaults); ///< of the service it names

signals:
    void changed(const QString &id); ///< a service came, went or was changed

private:
    Result<Done> keep(const UserServices &services, const QString &changedId);
    void apply(const UserServices &services);
    Result<Done> setAside();

    ProviderCatalog &m_catalog;
    const QList<Provider> m_builtIn;
    QString m_file;
    UserServices m_services;
    bool m_isUnreadable = false; // what the file holds is not in m_services
};

} // namespace pennyworth
