// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/generationsettings.h"
#include "domain/provider.h"
#include "theme/button.h"

#include <QWidget>

#include <optional>

namespace pennyworth {

/// Chooses the temperature by what is to be done, as DeepSeek recommends it
/// (api-docs.deepseek.com/quick_start/parameter_settings). Hidden where the model takes none, or
/// where these figures are not meant for it.
class TemperatureMenu final : public QWidget {
    Q_OBJECT

public:
    explicit TemperatureMenu(const Theme &theme, QWidget *parent = nullptr);

    void show(const Provider *provider, const GenerationSettings &settings); ///< null: not known

    /// What a task is called and what it is recommended.
    struct Task {
        QString name;
        QString shortName;
        int hundredths = 0;
    };
    [[nodiscard]] static QList<Task> tasks();
    /// "0.0", "1.3", as the language writes it.
    [[nodiscard]] static QString figureText(int hundredths);

signals:
    void chosen(std::optional<int> hundredths);

private:
    void fill(std::optional<int> current);

    Button *m_button;
};

/// Whether the model listens to a temperature with these settings: some do only while they do not
/// think.
[[nodiscard]] bool takesTemperature(const Provider &provider, const GenerationSettings &settings);

} // namespace pennyworth
