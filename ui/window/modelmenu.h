// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"

#include <QHash>
#include <QMenu>

namespace pennyworth {

class Workspace;

/// Who may answer: the models of the current service, and every other service with its own. A
/// service whose models are not known is asked for them on demand.
class ModelMenu final : public QMenu {
    Q_OBJECT

public:
    ModelMenu(Workspace &workspace, QWidget *parent);

    void setCurrent(const QString &providerId, const QString &model);

signals:
    void chosen(const QString &providerId, const QString &model);
    void servicesRequested(); ///< to be set up
    void answered(); ///< a service that was asked for its models; they are in the menu now

private:
    void fill();
    void addModels(QMenu *menu, const Provider &provider, const QList<Model> &models);
    void addService(const Provider &provider);
    void ask(const QString &providerId);

    Workspace &m_workspace;
    QString m_provider;
    QString m_model;
    QList<QMenu *> m_services;
    QHash<QString, QList<Model>> m_fetched; // by provider
    QHash<QString, QString> m_problems; // why there are none
};

} // namespace pennyworth
