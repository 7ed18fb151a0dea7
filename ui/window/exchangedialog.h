// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exchange.h"
#include "domain/ledger.h"
#include "domain/result.h"
#include "theme/theme.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace pennyworth {

class Button;
class Workspace;

/// What the requests of one reply and their answers looked like on the wire, without the key. Not
/// modal; deletes itself when it closes.
class ExchangeDialog final : public QDialog {
    Q_OBJECT

public:
    /// `entries`: the requests of the reply, at least one.
    ExchangeDialog(const Theme &theme, Workspace &workspace, const QList<LedgerEntry> &entries,
        QWidget *parent = nullptr);

signals:
    void shown(); ///< the chosen request has been read

private:
    void layOut();
    void read(int index);
    void show(const Result<Exchange> &exchange);
    [[nodiscard]] QPlainTextEdit *makePage(const char *name, const QString &accessibleName);
    [[nodiscard]] Button *makeCopyButton(
        const QString &text, const char *name, void (ExchangeDialog::*slot)());
    void copyCurl();
    void copyRequest();
    void copyResponse();

    const Theme &m_theme;
    Workspace &m_workspace;
    const QList<LedgerEntry> m_entries;
    Exchange m_exchange;
    int m_index = 0;
    QComboBox *m_choice;
    QLabel *m_note;
    QPlainTextEdit *m_request;
    QPlainTextEdit *m_response;
    Button *m_curl;
    Button *m_copyRequest;
    Button *m_copyResponse;
};

} // namespace pennyworth
