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
    qDeleteAll(m_services); // clear() leaves submenus alone
    m_services.clear();
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
        // The header has the id, so that both stand here.
        const bool hasName = !model.name.isEmpty() && model.name != model.id;
        QAction *action = menu->addAction(hasName ? model.name + u'\t' + model.id : model.id);
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
    m_services += menu;
    const QList<Model> models =
        provider.models.isEmpty() ? m_fetched.value(provider.id) : provider.models;
    addModels(menu, provider, models);
    if (!models.isEmpty())
        return;
    if (m_problems.contains(provider.id))
        menu->addAction(m_problems.value(provider.id))->setEnabled(false);
    // Opening the menu is no question: the pointer opens it in passing.
    connect(menu->addAction(tr("Ask for its models")), &QAction::triggered, this,
        [this, id = provider.id] { ask(id); });
}

void ModelMenu::ask(const QString &providerId)
{
    whenDone(m_workspace.fetchModels(providerId), this,
        [this, providerId](const Result<QList<Model>> &models) {
            m_problems.remove(providerId);
            m_fetched.insert(providerId, models.valueOr({}));
            if (models.hasError())
                m_problems.insert(providerId, errorText(models.error()).message);
            else if (models->isEmpty())
                m_problems.insert(providerId, tr("It offers no model"));
            emit answered();
        });
}

} // namespace pennyworth
