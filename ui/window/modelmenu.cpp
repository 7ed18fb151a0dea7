// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/modelmenu.h"

#include "chat/workspace.h"
#include "domain/errortext.h"
#include "domain/whendone.h"
#include "theme/servicename.h"

#include <QActionGroup>

namespace pennyworth {

ModelMenu::ModelMenu(Workspace &workspace, QWidget *parent)
    : QMenu(parent)
    , m_workspace(workspace)
{
    connect(this, &QMenu::aboutToShow, this, &ModelMenu::fill);
}

void ModelMenu::setCurrent(const QString &providerId, const QString &model)
{
    m_provider = providerId;
    m_model = model;
}

void ModelMenu::fill()
{
    clear();
    const Result<Provider> current = m_workspace.providers().find(m_provider);
    if (current) {
        addSection(serviceName(*current));
        addModels(this, *current, current->models);
    }
    addSeparator();
    for (const Provider &provider : m_workspace.providers().providers()) {
        if (provider.id != m_provider)
            addService(provider);
    }
    addSeparator();
    connect(addAction(tr("Services and models…")), &QAction::triggered, this,
        &ModelMenu::servicesRequested);
}

void ModelMenu::addModels(QMenu *menu, const Provider &provider, const QList<Model> &models)
{
    auto *group = new QActionGroup(menu);
    for (const Model &model : models) {
        if (model.retired)
            continue;
        QAction *action = menu->addAction(model.name.isEmpty() ? model.id : model.name);
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(provider.id == m_provider && model.id == m_model);
        connect(action, &QAction::triggered, this,
            [this, provider = provider.id, model = model.id] { emit chosen(provider, model); });
    }
}

void ModelMenu::addService(const Provider &provider)
{
    QMenu *menu = addMenu(serviceName(provider));
    if (!provider.models.isEmpty()) {
        addModels(menu, provider, provider.models);
        return;
    }
    menu->addAction(tr("Asking for its models…"))->setEnabled(false);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, provider] { ask(menu, provider); });
}

void ModelMenu::ask(QMenu *menu, const Provider &provider)
{
    whenDone(m_workspace.fetchModels(provider.id), menu,
        [this, menu, provider](const Result<QList<Model>> &models) {
            menu->clear();
            if (models.hasError()) {
                menu->addAction(errorText(models.error()).message)->setEnabled(false);
                return;
            }
            if (models->isEmpty())
                menu->addAction(tr("It offers no model"))->setEnabled(false);
            addModels(menu, provider, *models);
        });
}

} // namespace pennyworth
