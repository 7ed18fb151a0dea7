// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/defaultscard.h"

#include "chat/servicebook.h"
#include "domain/errortext.h"
#include "theme/metrics.h"
#include "theme/thinkingtext.h"

#include <QBoxLayout>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <chrono>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kKeepAfter = 400ms;
constexpr double kUnset = -0.1; // shown as words
constexpr double kTemperatureStep = 0.1;
constexpr int kMostTokens = 1000000;
constexpr int kTokenStep = 1024;
constexpr int kPromptLines = 4;

} // namespace

DefaultsCard::DefaultsCard(const Theme &theme, ServiceBook &services, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_model(new Choice<QString>)
    , m_thinking(new Choice<ThinkingChoice>)
    , m_temperature(new QDoubleSpinBox)
    , m_maxTokens(new QSpinBox)
    , m_systemPrompt(new QPlainTextEdit)
    , m_words(makeNote(theme))
{
    m_model->setObjectName(u"defaultModel"_s);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_thinking->setObjectName(u"defaultThinking"_s);
    m_thinking->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_temperature->setObjectName(u"defaultTemperature"_s);
    m_temperature->setRange(kUnset, 2);
    m_temperature->setSingleStep(kTemperatureStep);
    m_temperature->setDecimals(1);
    m_temperature->setSpecialValueText(tr("the service's own"));
    m_maxTokens->setObjectName(u"defaultMaxTokens"_s);
    m_maxTokens->setRange(0, kMostTokens);
    m_maxTokens->setSingleStep(kTokenStep);
    m_maxTokens->setGroupSeparatorShown(true);
    m_maxTokens->setSpecialValueText(tr("the service's own"));
    m_systemPrompt->setObjectName(u"defaultSystemPrompt"_s);
    m_systemPrompt->setAccessibleName(tr("System prompt"));
    m_systemPrompt->setTabChangesFocus(true);
    m_systemPrompt->setPlaceholderText(tr("None"));
    m_systemPrompt->setFixedHeight(kPromptLines * fontMetrics().lineSpacing() + 2 * metrics::kGrid);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(kKeepAfter);
    layOut();

    connect(&m_keepSoon, &QTimer::timeout, this, &DefaultsCard::keep);
    connect(m_model, &QComboBox::activated, this, [this] {
        fillThinking({});
        keep();
        emit modelChosen(model());
    });
    connect(m_thinking, &QComboBox::activated, this, &DefaultsCard::keep);
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, &DefaultsCard::changeSoon);
    connect(m_maxTokens, &QSpinBox::valueChanged, this, &DefaultsCard::changeSoon);
    connect(m_systemPrompt, &QPlainTextEdit::textChanged, this, &DefaultsCard::changeSoon);
}

DefaultsCard::~DefaultsCard() = default;

void DefaultsCard::layOut()
{
    auto *card = new SettingsCard(m_theme);
    card->addRow(tr("Model"), {}, m_model);
    card->addRow(tr("Thinking"), {}, m_thinking);
    card->addRow(tr("Temperature"), tr("From 0, predictable, to 2, wild."), m_temperature);
    card->addRow(tr("Longest answer, in tokens"), {}, m_maxTokens);
    auto *prompt = new QLabel(tr("System prompt"));
    prompt->setBuddy(m_systemPrompt);
    card->addWide(prompt);
    card->addWide(m_systemPrompt);
    card->addWide(m_words);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    showNote(m_words, {}, QPalette::BrightText);
}

void DefaultsCard::show(const Provider &provider)
{
    keep();
    m_filling = true;
    m_provider = provider;
    const GenerationSettings now = m_services.defaults(provider.id);
    m_model->removeAll();
    //: the model that a service answers with if nothing else is said
    m_model->add(tr("the service's own"), {});
    for (const Model &model : provider.models) {
        if (!model.retired)
            m_model->add(model.id, model.id);
    }
    if (!now.model.isEmpty() && m_model->findText(now.model) < 0)
        m_model->add(now.model, now.model);
    m_model->choose(now.model);
    fillThinking({.thinking = now.thinking, .effort = now.effort});
    m_temperature->setValue(
        now.temperatureHundredths ? static_cast<double>(*now.temperatureHundredths) / 100 : kUnset);
    m_maxTokens->setValue(
        static_cast<int>(std::min<qint64>(now.maxTokens.value_or(0), kMostTokens)));
    m_systemPrompt->setPlainText(now.systemPrompt);
    showNote(m_words, {}, QPalette::BrightText);
    m_filling = false;
}

void DefaultsCard::setModels(const QList<Model> &models)
{
    Provider provider = m_provider;
    provider.models = models;
    show(provider);
}

QString DefaultsCard::model() const
{
    return m_model->chosen();
}

void DefaultsCard::fillThinking(ThinkingChoice current)
{
    const QString id = model().isEmpty() ? m_provider.defaultModel : model();
    const Model *known = m_provider.findModel(id);
    m_thinking->removeAll();
    const QList<ThinkingChoice> choices = known ? thinkingChoices(*known) : QList<ThinkingChoice>();
    //: thinking as the service does it if nothing is said
    m_thinking->add(tr("the service's own", "thinking"), {});
    for (const ThinkingChoice choice : choices) {
        if (choice != ThinkingChoice{})
            m_thinking->add(thinkingText(choice), choice);
    }
    m_thinking->choose(choices.contains(current) ? current : ThinkingChoice{});
    m_thinking->setEnabled(!choices.isEmpty());
}

GenerationSettings DefaultsCard::settings() const
{
    const ThinkingChoice thinking = m_thinking->chosen();
    GenerationSettings settings{.provider = m_provider.id,
        .model = model(),
        .systemPrompt = m_systemPrompt->toPlainText().trimmed(),
        .thinking = thinking.thinking,
        .effort = thinking.effort};
    if (m_temperature->value() >= 0)
        settings.temperatureHundredths = qRound(m_temperature->value() * 100);
    if (m_maxTokens->value() > 0)
        settings.maxTokens = m_maxTokens->value();
    return settings;
}

void DefaultsCard::changeSoon()
{
    if (!m_filling)
        m_keepSoon.start();
}

void DefaultsCard::keep()
{
    m_keepSoon.stop();
    if (m_filling || m_provider.id.isEmpty() || settings() == m_services.defaults(m_provider.id))
        return;
    const Result<Done> kept = m_services.setDefaults(settings());
    showNote(m_words,
        kept ? QString() : errorText(kept.error()).message + u' ' + kept.error().detail,
        QPalette::BrightText);
}

void DefaultsCard::hideEvent(QHideEvent *event)
{
    keep();
    QWidget::hideEvent(event);
}

} // namespace pennyworth

#include "moc_defaultscard.cpp"
