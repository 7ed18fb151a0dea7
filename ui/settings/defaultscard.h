// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/thinkingchoice.h"
#include "settings/choice.h"
#include "settings/settingspage.h"

#include <QTimer>

class QDoubleSpinBox;
class QPlainTextEdit;
class QSpinBox;

namespace pennyworth {

class ServiceBook;

/// What a new conversation with a service starts with. Kept a moment after each change, and when it
/// is hidden.
class DefaultsCard final : public QWidget {
    Q_OBJECT

public:
    DefaultsCard(const Theme &theme, ServiceBook &services, QWidget *parent = nullptr);
    ~DefaultsCard() override;

    void show(const Provider &provider);
    void setModels(const QList<Model> &models); ///< that can be chosen, besides the service's own
    [[nodiscard]] QString model() const; ///< the chosen one; empty: the service's own

signals:
    void modelChosen(const QString &model);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void fillThinking(ThinkingChoice current);
    [[nodiscard]] GenerationSettings settings() const;
    void changeSoon();
    void keep();

    const Theme &m_theme;
    ServiceBook &m_services;
    Provider m_provider;
    Choice<QString> *m_model;
    Choice<ThinkingChoice> *m_thinking;
    QDoubleSpinBox *m_temperature;
    QSpinBox *m_maxTokens;
    QPlainTextEdit *m_systemPrompt;
    QLabel *m_words;
    QTimer m_keepSoon;
    bool m_filling = false;
};

} // namespace pennyworth
