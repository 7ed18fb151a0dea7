// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/card.h"
#include "theme/figurelabel.h"

class QVBoxLayout;

namespace pennyworth {

/// One card of the pricing panel: a heading with a word at its right, and rows of a name and a
/// figure below.
class PanelCard : public Card {
    Q_OBJECT

public:
    PanelCard(const Theme &theme, const QString &heading, QWidget *parent = nullptr);

    void setNote(const QString &note, Tone tone = Tone::Muted);

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

    FigureLabel *addLargeFigure(const QString &objectName);
    FigureLabel *addRow(
        const QString &name, const QString &objectName = {}); ///< the label of the figure
    void setRowShown(FigureLabel *figure, bool shown);

private:
    const Theme &m_theme;
    FigureLabel *m_note;
    QVBoxLayout *m_body;
};

} // namespace pennyworth
