// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composertools.h"

#include "composer/temperaturemenu.h"
#include "composer/thinkingmenu.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>

namespace pennyworth {

using namespace Qt::StringLiterals;

ComposerTools::ComposerTools(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_attach(new Button(theme, ButtonKind::Quiet))
    , m_thinking(new ThinkingMenu(theme))
    , m_temperature(new TemperatureMenu(theme))
    , m_send(new Button(theme, ButtonKind::Primary, tr("Send")))
    , m_stop(new Button(theme, ButtonKind::Primary, tr("Stop")))
{
    m_attach->setObjectName(u"attachButton"_s);
    m_attach->setGlyph(Glyph::Plus);
    m_attach->setAccessibleName(tr("Attach text files"));
    m_attach->setToolTip(tr("Attach text files, or drop them here"));
    m_send->setObjectName(u"sendButton"_s);
    m_send->setAccessibleName(tr("Send"));
    m_send->setGlyph(Glyph::Send);
    m_stop->setObjectName(u"stopButton"_s);
    m_stop->setAccessibleName(tr("Stop"));
    m_stop->setGlyph(Glyph::Stop);
    m_stop->setToolTip(tr("Stop (Esc): what arrived is kept, with its cost"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_attach);
    layout->addWidget(m_thinking);
    layout->addWidget(m_temperature);
    layout->addStretch(1);
    layout->addWidget(m_send);
    layout->addWidget(m_stop);

    connect(m_attach, &Button::clicked, this, &ComposerTools::attachRequested);
    connect(m_send, &Button::clicked, this, &ComposerTools::sendRequested);
    connect(m_stop, &Button::clicked, this, &ComposerTools::stopRequested);
    connect(m_thinking, &ThinkingMenu::chosen, this, [this](Thinking thinking, Effort effort) {
        GenerationSettings changed = m_settings;
        changed.thinking = thinking;
        changed.effort = effort;
        emit settingsChosen(changed);
    });
    connect(m_temperature, &TemperatureMenu::chosen, this, [this](std::optional<int> hundredths) {
        GenerationSettings changed = m_settings;
        changed.temperatureHundredths = hundredths;
        emit settingsChosen(changed);
    });
    showStreaming(false);
}

void ComposerTools::showSettings(const Provider *provider, const GenerationSettings &settings)
{
    m_settings = settings;
    m_thinking->show(provider ? provider->findModel(settings.model) : nullptr, settings.thinking,
        settings.effort);
    m_temperature->show(provider, settings);
}

void ComposerTools::showStreaming(bool streaming)
{
    m_send->setVisible(!streaming);
    m_stop->setVisible(streaming);
}

void ComposerTools::setSendEnabled(bool enabled)
{
    m_send->setEnabled(enabled);
}

} // namespace pennyworth
