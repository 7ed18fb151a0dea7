// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"
#include "domain/result.h"
#include "settings/settingspage.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace pennyworth {

class Button;
class ServiceBook;

/// Which models of a service stand in the model menu: those that are known, those that it told when
/// it was asked, and those added by hand. Each tick is kept at once.
class ModelsCard final : public QWidget {
    Q_OBJECT

public:
    ModelsCard(const Theme &theme, ServiceBook &services, QWidget *parent = nullptr);

    void show(const Provider &provider);
    void addFetched(const QList<Model> &models); ///< what the service has told
    [[nodiscard]] QList<Model> offered() const; ///< the ticked ones
    [[nodiscard]] QString
    firstKnown() const; ///< the first ticked one, else the first; may be empty

signals:
    void changed(); ///< other models are offered

private:
    void layOut();
    void addItem(const Model &model, bool offered);
    void addByHand();
    void filter(const QString &text);
    void keep();
    void showCount();

    const Theme &m_theme;
    ServiceBook &m_services;
    QString m_provider;
    QList<Model> m_models; // as listed
    QListWidget *m_list;
    QLineEdit *m_filter;
    QLineEdit *m_name;
    Button *m_add;
    QLabel *m_words;
    bool m_filling = false;
};

} // namespace pennyworth
