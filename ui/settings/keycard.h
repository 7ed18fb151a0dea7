// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/keysetup.h"
#include "chat/serviceaccounts.h"
#include "settings/settingspage.h"

#include <QTimer>

#include <chrono>

class QLineEdit;

namespace pennyworth {

class Button;
class Workspace;

/// The API key of one service: where it lies, never what it is; a field to set another, which is
/// checked first, and a button to forget it.
class KeyCard final : public QWidget {
    Q_OBJECT

public:
    KeyCard(const Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

    void show(const Provider &provider);

    static constexpr std::chrono::seconds kForgetAfter{10}; ///< until then it can be undone

protected:
    void hideEvent(QHideEvent *event) override;

signals:
    void accepted(const QString &providerId); ///< a key that works is kept
    void forgotten(const QString &providerId);

private:
    void layOut();
    void askStatus();
    void showStatus(const Result<KeyStatus> &status);
    void enter();
    void showError(const Error &error);
    void offerSession(const Error &error);
    void toggleForgetting();
    void forget(); // what is to be forgotten
    void showForgetting();
    void setBusy(bool busy);

    const Theme &m_theme;
    Workspace &m_workspace;
    KeySetup m_setup;
    Provider m_provider;
    QString m_checked; // the service whose key is being checked, or was last
    QString m_leaving; // the service whose key will be forgotten; mostly empty
    QTimer m_forgetSoon{this};
    QLabel *m_status;
    QLineEdit *m_field;
    Button *m_use;
    Button *m_page;
    Button *m_forget;
    Button *m_session;
    QLabel *m_words;
};

} // namespace pennyworth
