// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/generationsettings.h"
#include "domain/provider.h"
#include "theme/theme.h"

#include <QWidget>

namespace pennyworth {

class Button;
class TemperatureMenu;
class ThinkingMenu;

/// The row under the prompt: what goes with it, how the model shall answer, send or stop.
class ComposerTools final : public QWidget {
    Q_OBJECT

public:
    explicit ComposerTools(const Theme &theme, QWidget *parent = nullptr);

    /// Only what the model takes is offered. `provider`: null where it is not known.
    void showSettings(const Provider *provider, const GenerationSettings &settings);
    void showStreaming(bool streaming); ///< whether the button stops or sends
    void setSendEnabled(bool enabled);

signals:
    void attachRequested();
    void sendRequested();
    void stopRequested();
    void settingsChosen(const pennyworth::GenerationSettings &settings);

private:
    GenerationSettings m_settings; // as shown
    Button *m_attach;
    ThinkingMenu *m_thinking;
    TemperatureMenu *m_temperature;
    Button *m_send;
    Button *m_stop;
};

} // namespace pennyworth
