// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"
#include "theme/theme.h"

#include <QDialog>

class QBoxLayout;

namespace pennyworth {

struct RequestArithmetic;

/// The arithmetic behind the cost of one reply, request by request. Not modal; deletes itself when
/// it closes.
class FiguresDialog final : public QDialog {
    Q_OBJECT

public:
    FiguresDialog(const Theme &theme, const QList<LedgerEntry> &entries, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *requestCard(const RequestArithmetic &request);
    void addLines(const RequestArithmetic &request, QBoxLayout *to);
    void addFacts(const RequestArithmetic &request, QBoxLayout *to);
    [[nodiscard]] QString asText() const;
    void copy() const;

    const Theme &m_theme;
    const QList<LedgerEntry> m_entries;
};

} // namespace pennyworth
