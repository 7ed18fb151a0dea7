// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/parametersdialog.h"

#include "composer/temperaturemenu.h"
#include "theme/button.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 460;
constexpr double kHighestTemperature = 2;
constexpr int kFirstLimit = 4096;

/// The largest limit that can be asked of the model; a spin box holds no more than an int.
int largestLimit(const std::optional<Provider> &provider, const QString &modelId)
{
    constexpr qint64 kMost = std::numeric_limits<int>::max();
    const Model *model = provider ? provider->findModel(modelId) : nullptr;
    const qint64 known = model ? model->maxOutputTokens.value_or(kMost) : kMost;
    return static_cast<int>(std::clamp(known, qint64{1}, kMost));
}

QLabel *caption(const Theme &theme, const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme.font(TextSize::Caption));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

QStringList differences(const GenerationSettings &settings, const GenerationSettings &usual)
{
    QStringList found;
    if (settings.systemPrompt != usual.systemPrompt)
        found += ParametersDialog::tr("System prompt");
    if (settings.temperatureHundredths != usual.temperatureHundredths) {
        found += settings.temperatureHundredths
            ? ParametersDialog::tr("Temperature %1")
                  .arg(TemperatureMenu::figureText(*settings.temperatureHundredths))
            : ParametersDialog::tr("Temperature");
    }
    if (settings.maxTokens != usual.maxTokens) {
        //: The limit on the length of an answer
        found += settings.maxTokens
            ? ParametersDialog::tr("At most %1 tokens").arg(countText(*settings.maxTokens))
            : ParametersDialog::tr("Length of an answer");
    }
    if (settings.jsonMode != usual.jsonMode)
        found += ParametersDialog::tr("JSON");
    return found;
}

ParametersDialog::ParametersDialog(const Theme &theme, const std::optional<Provider> &provider,
    const GenerationSettings &settings, const GenerationSettings &usual, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_given(settings)
    , m_usual(usual)
    , m_systemPrompt(new QPlainTextEdit)
    , m_hasTemperature(new QCheckBox(tr("Temperature")))
    , m_temperature(new QDoubleSpinBox)
    , m_hasLimit(new QCheckBox(tr("Length of an answer")))
    , m_limit(new QSpinBox)
    , m_json(new QCheckBox(tr("Answer in JSON")))
{
    setObjectName(u"parametersDialog"_s);
    setWindowTitle(tr("System prompt and parameters"));
    m_systemPrompt->setObjectName(u"systemPrompt"_s);
    m_systemPrompt->setAccessibleName(tr("System prompt"));
    m_systemPrompt->setPlaceholderText(tr("What the model shall keep in mind throughout"));
    m_systemPrompt->setTabChangesFocus(true);
    m_hasTemperature->setObjectName(u"hasTemperature"_s);
    m_temperature->setObjectName(u"temperature"_s);
    m_temperature->setAccessibleName(tr("Temperature"));
    m_temperature->setRange(0, kHighestTemperature);
    m_temperature->setSingleStep(0.1);
    m_temperature->setDecimals(2);
    m_hasLimit->setObjectName(u"hasLimit"_s);
    m_limit->setObjectName(u"limit"_s);
    m_limit->setAccessibleName(tr("Length of an answer"));
    m_limit->setRange(1, largestLimit(provider, settings.model));
    m_limit->setSingleStep(1024);
    m_limit->setGroupSeparatorShown(true);
    //: A number of tokens, as the suffix of a field
    m_limit->setSuffix(tr(" tokens"));
    m_json->setObjectName(u"jsonMode"_s);
    m_json->setVisible(!provider || provider->takesJsonMode);
    layOut();

    const bool listens = !provider || takesTemperature(*provider, settings);
    m_hasTemperature->setEnabled(listens);
    if (!listens)
        m_hasTemperature->setToolTip(tr("This model takes a temperature while it does not think."));
    connect(m_hasTemperature, &QCheckBox::toggled, m_temperature,
        [this, listens](bool on) { m_temperature->setEnabled(on && listens); });
    connect(m_hasLimit, &QCheckBox::toggled, m_limit, &QWidget::setEnabled);
    fill(settings);
    m_temperature->setEnabled(m_hasTemperature->isChecked() && listens);
    m_limit->setEnabled(m_hasLimit->isChecked());
}

void ParametersDialog::layOut()
{
    auto *reset = new Button(m_theme, ButtonKind::Quiet, tr("Reset all"));
    auto *cancel = new Button(m_theme, ButtonKind::Outlined, tr("Cancel"));
    auto *use = new Button(m_theme, ButtonKind::Primary, tr("Use"));
    reset->setObjectName(u"resetParameters"_s);
    use->setObjectName(u"useParameters"_s);
    use->setDefault(true);
    connect(reset, &Button::clicked, this, [this] { fill(m_usual); });
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(use, &Button::clicked, this, [this] {
        emit chosen(settings());
        accept();
    });
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * metrics::kGrid);
    grid->setVerticalSpacing(metrics::kGrid);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_hasTemperature, 0, 0);
    grid->addWidget(m_temperature, 0, 1, Qt::AlignLeft);
    grid->addWidget(m_hasLimit, 1, 0);
    grid->addWidget(m_limit, 1, 1, Qt::AlignLeft);
    grid->addWidget(m_json, 2, 0, 1, 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(reset);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(use);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        2 * metrics::kGrid, 2 * metrics::kGrid, 2 * metrics::kGrid, 2 * metrics::kGrid);
    layout->setSpacing(metrics::kGrid);
    auto *heading = new QLabel(tr("System prompt"));
    heading->setBuddy(m_systemPrompt);
    layout->addWidget(heading);
    layout->addWidget(m_systemPrompt, 1);
    layout->addWidget(caption(m_theme,
        tr("Sent before the first message. Changing it loses what the service has in its cache.")));
    layout->addSpacing(metrics::kGrid);
    layout->addLayout(grid);
    layout->addWidget(caption(m_theme, tr("What is not set here is left to the service.")));
    layout->addSpacing(metrics::kGrid);
    layout->addLayout(buttons);
    resize(kWidth, sizeHint().height());
}

void ParametersDialog::fill(const GenerationSettings &settings)
{
    m_systemPrompt->setPlainText(settings.systemPrompt);
    m_hasTemperature->setChecked(settings.temperatureHundredths.has_value());
    m_temperature->setValue(settings.temperatureHundredths.value_or(100) / 100.0);
    m_hasLimit->setChecked(settings.maxTokens.has_value());
    const qint64 limit = settings.maxTokens.value_or(kFirstLimit);
    m_limit->setValue(static_cast<int>(std::min<qint64>(limit, m_limit->maximum())));
    m_json->setChecked(settings.jsonMode);
}

GenerationSettings ParametersDialog::settings() const
{
    GenerationSettings changed = m_given;
    changed.systemPrompt = m_systemPrompt->toPlainText().trimmed();
    changed.temperatureHundredths.reset();
    changed.maxTokens.reset();
    if (m_hasTemperature->isChecked())
        changed.temperatureHundredths = static_cast<int>(std::lround(m_temperature->value() * 100));
    if (m_hasLimit->isChecked())
        changed.maxTokens = m_limit->value();
    changed.jsonMode = m_json->isChecked();
    return changed;
}

} // namespace pennyworth
