// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/generationsettings.h"
#include "domain/provider.h"
#include "theme/theme.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QDoubleSpinBox;
class QPlainTextEdit;
class QSpinBox;

namespace pennyworth {

/// The system prompt and the parameters of one conversation; only what its model takes can be set.
/// Changes nothing itself: `chosen` brings what was decided.
class ParametersDialog final : public QDialog {
    Q_OBJECT

public:
    ParametersDialog(const Theme &theme, const std::optional<Provider> &provider,
        const GenerationSettings &settings, const GenerationSettings &usual, QWidget *parent);

signals:
    void chosen(const pennyworth::GenerationSettings &settings);

private:
    void layOut();
    void fill(const GenerationSettings &settings);
    [[nodiscard]] GenerationSettings settings() const;

    const Theme &m_theme;
    const GenerationSettings m_given;
    const GenerationSettings m_usual; // of new conversations with this service
    QPlainTextEdit *m_systemPrompt;
    QCheckBox *m_hasTemperature;
    QDoubleSpinBox *m_temperature;
    QCheckBox *m_hasLimit;
    QSpinBox *m_limit;
    QCheckBox *m_json;
};

/// In what a conversation differs from one that was just begun: "System prompt", "Temperature 0.3".
/// What stands in the composer (model, thinking) does not count.
[[nodiscard]] QStringList differences(
    const GenerationSettings &settings, const GenerationSettings &usual = {});

} // namespace pennyworth
