// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/provider.h"
#include "theme/card.h"

class QLabel;
class QLineEdit;

namespace pennyworth {

class Button;

/// The one field of a first start: takes an API key and says what became of it. Stores nothing
/// itself; the key leaves through the signal and is forgotten here as soon as it is accepted.
class KeyPrompt final : public Card {
    Q_OBJECT

public:
    KeyPrompt(const Theme &theme, const Provider &provider, QWidget *parent = nullptr);

    void tellOfDemonstration(); ///< it answers until then

    /// What else can be set up, in a menu; the last entry of it is any other address.
    void offerServices(const QList<Provider> &services);

    void showChecking();
    void showError(const Error &error); ///< the key stays in the field
    void showNotKept(const Error &error); ///< the key works; keeping it in memory is offered
    /// The key works and lies where `place` says; the field goes.
    void showAccepted(const QString &place);
    void focusField();

signals:
    void keyEntered(const QString &key);
    void keepForSessionRequested();
    void serviceRequested(const QString &providerId); ///< to be set up; empty: any other address
    void closeRequested();

private:
    void enter();
    void showWords(const QString &text, QPalette::ColorRole role);

    QLineEdit *m_field;
    Button *m_use;
    Button *m_close;
    Button *m_page;
    Button *m_others;
    Button *m_session;
    QLabel *m_words;
    qsizetype m_lastLength = 0;
};

} // namespace pennyworth
