// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/serviceaccounts.h"
#include "domain/provider.h"
#include "settings/choice.h"
#include "theme/theme.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace pennyworth {

class Button;
class Workspace;

/// Where a service is and what it takes: to be read for a built-in one, to be edited for one of the
/// user's own. Asks it, as it stands in the fields, whether it works.
class ServiceForm final : public QWidget {
    Q_OBJECT

public:
    ServiceForm(const Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

    enum class Kind { BuiltIn, Own, New };
    void show(const Provider &provider, Kind kind);
    void check(); ///< ends in `checked`, or in words here
    void showProblem(const Error &error);

signals:
    void submitted(const pennyworth::Provider &provider); ///< to be kept; without id for a new one
    void checked(const pennyworth::ServiceReport &report);

private:
    void layOut();
    [[nodiscard]] Result<Provider> provider() const; ///< as it stands in the fields
    void submit();
    void showReport(const Result<ServiceReport> &report);

    const Theme &m_theme;
    Workspace &m_workspace;
    Provider m_provider;
    Kind m_kind = Kind::BuiltIn;
    QLineEdit *m_name;
    QLineEdit *m_address;
    Choice<QString> *m_prices;
    QCheckBox *m_billable;
    QPlainTextEdit *m_headers;
    QWidget *m_ownFields;
    Button *m_save;
    Button *m_check;
    QLabel *m_words;
};

} // namespace pennyworth
