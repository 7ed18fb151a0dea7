// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"

#include <QMenu>

namespace pennyworth {

class Workspace;

/// Who may answer: the models of the current service, and every other service with its own. A
/// service whose models are not known is asked for them when its menu is opened.
class ModelMenu final : public QMenu {
    Q_OBJECT

public:
    ModelMenu(Workspace &workspace, QWidget *parent);

    void setCurrent(const QString &providerId, const QString &model);

signals:
    void chosen(const QString &providerId, const QString &model);
    void servicesRequested(); ///< to be set up

private:
    void fill();
    void addModels(QMenu *menu, const Provider &provider, const QList<Model> &models);
    void addService(const Provider &provider);
    void ask(QMenu *menu, const Provider &provider);

    Workspace &m_workspace;
    QString m_provider;
    QString m_model;
};

} // namespace pennyworth
