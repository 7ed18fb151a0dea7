// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spend/panelcard.h"
#include "spend/replyfigures.h"

#include <optional>

namespace pennyworth {

class Sparkline;

/// The reply that streams, or the latest one: what it costs, how fast it comes, how much it is.
class ReplyCard final : public PanelCard {
    Q_OBJECT

public:
    explicit ReplyCard(const Theme &theme, QWidget *parent = nullptr);

    void show(const std::optional<ReplyFigures> &figures); ///< empty: there is none yet

private:
    FigureLabel *m_cost;
    FigureLabel *m_remark;
    Sparkline *m_speeds;
    FigureLabel *m_speed;
    FigureLabel *m_firstToken;
    FigureLabel *m_output;
    FigureLabel *m_tokens;
};

} // namespace pennyworth
