// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/modelscard.h"

#include "chat/servicebook.h"
#include "domain/errortext.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 8; // before the list scrolls
constexpr int kFilterFrom = 12;

} // namespace

ModelsCard::ModelsCard(const Theme &theme, ServiceBook &services, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_list(new QListWidget)
    , m_filter(new QLineEdit)
    , m_name(new QLineEdit)
    , m_add(new Button(theme, ButtonKind::Outlined, tr("Add")))
    , m_words(makeNote(theme))
{
    m_list->setObjectName(u"serviceModels"_s);
    m_list->setAccessibleName(tr("Models offered"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_filter->setObjectName(u"modelFilter"_s);
    m_filter->setAccessibleName(tr("Filter models"));
    m_filter->setPlaceholderText(tr("Filter models"));
    m_filter->setClearButtonEnabled(true);
    m_name->setObjectName(u"modelByHand"_s);
    m_name->setAccessibleName(tr("Name of a model"));
    m_name->setPlaceholderText(tr("A model by its name, as the service calls it"));
    m_add->setObjectName(u"addModelButton"_s);
    m_add->setAccessibleName(tr("Add this model"));
    m_add->setEnabled(false);
    m_words->setObjectName(u"modelWords"_s);
    for (QLineEdit *field : {m_filter, m_name}) {
        field->setMinimumHeight(metrics::kControlHeight);
        field->setTextMargins(metrics::kHalf, 0, metrics::kHalf, 0);
    }
    layOut();
    connect(m_filter, &QLineEdit::textChanged, this, &ModelsCard::filter);
    connect(m_name, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_add->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, this, &ModelsCard::addByHand);
    connect(m_add, &Button::clicked, this, &ModelsCard::addByHand);
    connect(m_list, &QListWidget::itemChanged, this, &ModelsCard::keep);
}

void ModelsCard::layOut()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::kGrid);
    row->addWidget(m_name, 1);
    row->addWidget(m_add);
    auto *card = new SettingsCard(m_theme);
    card->addWide(m_filter);
    card->addWide(m_list);
    card->addWide(row);
    card->addWide(m_words);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
}

void ModelsCard::show(const Provider &provider)
{
    m_filling = true;
    m_provider = provider.id;
    m_models.clear();
    m_list->clear();
    m_name->clear();
    m_filter->clear();
    for (const Model &model : provider.models) {
        if (!model.retired)
            addItem(model, true);
    }
    m_filling = false;
    showCount();
}

void ModelsCard::addItem(const Model &model, bool offered)
{
    m_models.append(model);
    const QString name = model.name.isEmpty() || model.name == model.id
        ? model.id
        : model.name + u" – "_s + model.id;
    auto *item = new QListWidgetItem(name, m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(offered ? Qt::Checked : Qt::Unchecked);
}

void ModelsCard::addFetched(const QList<Model> &models)
{
    m_filling = true;
    for (const Model &model : models) {
        if (std::ranges::find(m_models, model.id, &Model::id) == m_models.end())
            addItem(model, false);
    }
    m_filling = false;
    showCount();
}

void ModelsCard::addByHand()
{
    const QString id = m_name->text().trimmed();
    if (id.isEmpty())
        return;
    const auto known = std::ranges::find(m_models, id, &Model::id);
    m_name->clear();
    if (known == m_models.end()) {
        addItem({.id = id, .name = id}, true);
        m_list->scrollToBottom();
        keep();
    } else {
        m_list->item(static_cast<int>(known - m_models.begin()))->setCheckState(Qt::Checked);
    }
}

void ModelsCard::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(
            !m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive));
}

QList<Model> ModelsCard::offered() const
{
    QList<Model> models;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            models.append(m_models.at(row));
    }
    return models;
}

QString ModelsCard::firstKnown() const
{
    const QList<Model> ticked = offered();
    if (!ticked.isEmpty())
        return ticked.constFirst().id;
    return m_models.isEmpty() ? QString() : m_models.constFirst().id;
}

void ModelsCard::keep()
{
    if (m_filling)
        return;
    const Result<Done> kept = m_services.setOfferedModels(m_provider, offered());
    showCount();
    if (kept)
        emit changed();
    else
        showNote(m_words, errorText(kept.error()).message + u' ' + kept.error().detail,
            QPalette::BrightText);
}

void ModelsCard::showCount()
{
    const int shown = std::clamp(m_list->count(), 1, kMostLines);
    const int line = std::max(m_list->sizeHintForRow(0), m_list->fontMetrics().height());
    m_list->setFixedHeight(shown * line + metrics::kHalf);
    m_list->setVisible(m_list->count() > 0);
    m_filter->setVisible(m_list->count() >= kFilterFrom);
    if (m_list->count() == 0) {
        showNote(m_words,
            tr("Test the connection to see what it offers. Until then the model menu "
               "asks the service."),
            QPalette::PlaceholderText);
    } else if (offered().isEmpty()) {
        const QList<Model> models = m_services.catalog().find(m_provider).valueOr({}).models;
        const bool hasBuiltIn =
            std::ranges::any_of(models, [](const Model &m) { return !m.retired; });
        showNote(m_words,
            hasBuiltIn ? tr("None is ticked: the model menu shows what is built in.")
                       : tr("None is ticked: the model menu asks the service itself."),
            QPalette::PlaceholderText);
    } else {
        showNote(m_words,
            tr("The ticked ones stand in the model menu. Test the connection to see "
               "what else the service offers."),
            QPalette::PlaceholderText);
    }
}

} // namespace pennyworth

#include "moc_modelscard.cpp"
