// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/servicespage.h"

#include "chat/servicebook.h"
#include "chat/workspace.h"
#include "settings/defaultscard.h"
#include "settings/keycard.h"
#include "settings/modelscard.h"
#include "settings/serviceform.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace pennyworth {

using namespace Qt::StringLiterals;

ServicesPage::ServicesPage(
    Theme &theme, Settings &settings, Workspace &workspace, ServiceBook &services, QWidget *parent)
    : SettingsPage(theme, tr("Services"), parent)
    , m_settings(settings)
    , m_workspace(workspace)
    , m_services(services)
    , m_choice(new Choice<QString>)
    , m_add(new Button(theme, ButtonKind::Outlined, tr("Add a service")))
    , m_undoRow(new QWidget)
    , m_undoText(makeNote(theme))
    , m_undo(new Button(theme, ButtonKind::Outlined, tr("Undo")))
    , m_form(new ServiceForm(theme, workspace))
    , m_key(new KeyCard(theme, workspace))
    , m_models(new ModelsCard(theme, services))
    , m_defaults(new DefaultsCard(theme, services))
    , m_use(new Button(theme, ButtonKind::Primary, tr("Use for new conversations")))
    , m_remove(new Button(theme, ButtonKind::Outlined, tr("Remove this service")))
    , m_afterAdding(new QWidget)
{
    m_choice->setObjectName(u"serviceChoice"_s);
    m_choice->setAccessibleName(tr("Service"));
    m_add->setObjectName(u"addServiceButton"_s);
    m_add->setGlyph(Glyph::Plus);
    m_undo->setObjectName(u"undoRemoveServiceButton"_s);
    m_use->setObjectName(u"useServiceButton"_s);
    m_remove->setObjectName(u"removeServiceButton"_s);
    for (Button *button : {m_add, m_undo, m_use, m_remove})
        button->setAccessibleName(button->text());
    layOut();

    connect(m_choice, &QComboBox::activated, this, [this] { showService(m_choice->chosen()); });
    connect(m_add, &Button::clicked, this, [this] { showService({}); });
    connect(m_form, &ServiceForm::submitted, this, &ServicesPage::addService);
    connect(m_form, &ServiceForm::checked, this,
        [this](const ServiceReport &report) { m_models->addFetched(report.models); });
    connect(m_models, &ModelsCard::changed, this,
        [this] { m_defaults->setModels(m_models->offered()); });
    connect(m_defaults, &DefaultsCard::modelChosen, this, [this](const QString &model) {
        if (m_settings.provider() == m_shown && !model.isEmpty())
            m_settings.setProviderAndModel(m_shown, model);
    });
    connect(m_key, &KeyCard::accepted, this, [this](const QString &id) {
        Provider own = m_services.catalog().find(id).valueOr({});
        if (m_services.isOwn(id) && !own.needsKey) {
            own.needsKey = true;
            if (m_services.setService(own) && id == m_shown)
                m_key->show(own);
        }
        m_form->check();
    });
    connect(m_key, &KeyCard::forgotten, this, [this](const QString &id) {
        Provider own = m_services.catalog().find(id).valueOr({});
        if (!m_services.isOwn(id))
            return;
        own.needsKey = false;
        if (m_services.setService(own) && id == m_shown)
            m_key->show(own);
    });
    connect(m_use, &Button::clicked, this, &ServicesPage::chooseService);
    connect(m_remove, &Button::clicked, this, &ServicesPage::removeService);
    connect(m_undo, &Button::clicked, this, [this] {
        m_undoRow->setVisible(false);
        addService(m_removed);
    });
    listServices();
    showService(m_services.catalog().contains(m_settings.provider())
            ? m_settings.provider()
            : m_services.catalog().providers().constFirst().id);
}

void ServicesPage::layOut()
{
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, metrics::kHalf, 0, metrics::kHalf);
    row->setSpacing(metrics::kGrid);
    row->addWidget(m_choice, 1);
    row->addWidget(m_add);
    addWidget(top);

    auto *undo = new QHBoxLayout(m_undoRow);
    undo->setContentsMargins(2, 0, 0, 0);
    undo->addWidget(m_undoText, 1);
    undo->addWidget(m_undo);
    m_undoRow->setVisible(false);
    addWidget(m_undoRow);
    addWidget(m_form);

    auto *rest = new QVBoxLayout(m_afterAdding);
    rest->setContentsMargins(0, 0, 0, 0);
    rest->setSpacing(metrics::kGrid);
    const auto addTitled = [&](const QString &title, QWidget *card) {
        QLabel *label = makeNote(theme(), title);
        label->setFont(theme().font(TextSize::Caption, QFont::DemiBold));
        label->setContentsMargins(2, metrics::kGrid, 0, 0);
        rest->addWidget(label);
        rest->addWidget(card);
    };
    addTitled(tr("API key"), m_key);
    addTitled(tr("Models"), m_models);
    addTitled(tr("New conversations start with"), m_defaults);
    rest->addSpacing(metrics::kGrid);
    rest->addWidget(m_use, 0, Qt::AlignLeft);
    rest->addWidget(m_remove, 0, Qt::AlignLeft);
    addWidget(m_afterAdding);
}

void ServicesPage::listServices()
{
    const QSignalBlocker blocker(m_choice);
    m_choice->removeAll();
    for (const Provider &provider : m_services.catalog().providers()) {
        if (provider.id != kDemonstrationProvider)
            m_choice->add(provider.name, provider.id);
    }
}

void ServicesPage::showService(const QString &id)
{
    m_shown = id;
    listServices();
    m_choice->choose(id);
    showDetail();
}

void ServicesPage::showDetail()
{
    const Result<Provider> provider = m_services.catalog().find(m_shown);
    m_afterAdding->setVisible(provider.hasValue());
    if (!provider) {
        m_form->show({.needsKey = false, .splitsThinkTags = true}, ServiceForm::Kind::New);
        return;
    }
    const bool isOwn = m_services.isOwn(m_shown);
    m_form->show(*provider, isOwn ? ServiceForm::Kind::Own : ServiceForm::Kind::BuiltIn);
    m_key->show(*provider);
    m_models->show(*provider);
    m_defaults->show(*provider);
    m_remove->setVisible(isOwn);
}

void ServicesPage::addService(const Provider &service)
{
    Provider made = service;
    if (made.id.isEmpty())
        made.id = m_services.freeId(made.name);
    const Result<Done> kept = m_services.setService(made);
    if (kept)
        showService(made.id);
    else
        m_form->showProblem(kept.error());
}

void ServicesPage::removeService()
{
    const Result<Provider> service = m_services.catalog().find(m_shown);
    if (!service)
        return;
    const Result<Done> removed = m_services.removeService(m_shown);
    if (!removed) {
        m_form->showProblem(removed.error());
        return;
    }
    //: %1 is the name of a service
    offerUndo(tr("Removed “%1”. Its conversations stay.").arg(service->name), *service);
    showService(m_services.catalog().providers().constFirst().id);
}

void ServicesPage::offerUndo(const QString &text, const Provider &removed)
{
    m_removed = removed;
    showNote(m_undoText, text, QPalette::WindowText);
    m_undoRow->setVisible(true);
}

void ServicesPage::checkService()
{
    m_form->check();
}

void ServicesPage::chooseService()
{
    const QString model = m_defaults->model();
    const Provider provider = m_services.catalog().find(m_shown).valueOr({});
    const QString usual =
        provider.defaultModel.isEmpty() ? m_models->firstKnown() : provider.defaultModel;
    emit serviceChosen(m_shown, model.isEmpty() ? usual : model);
}

} // namespace pennyworth

#include "moc_servicespage.cpp"
