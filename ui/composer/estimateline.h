// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pricing/estimate.h"
#include "theme/theme.h"

#include <QWidget>

class QBoxLayout;

namespace pennyworth {

class FigureLabel;

/// Who is paid for what the estimate says.
enum class EstimateBilling { Billed, Unbilled, Free };

/// What sending will take, under the composer: tokens, what the cache should spare, the cost, and
/// the rate in force. In two lines where one is too short.
class EstimateLine final : public QWidget {
    Q_OBJECT

public:
    explicit EstimateLine(const Theme &theme, QWidget *parent = nullptr);

    void show(const Estimate &estimate, EstimateBilling billing);
    void setRate(const QString &text, const QString &tip);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QBoxLayout *m_layout;
    FigureLabel *m_estimate;
    FigureLabel *m_rate;
};

/// From here on the fill of the context is shown, in per cent.
inline constexpr int kContextShownFrom = 70;

/// "≈ 1,810 tokens · 1,792 cached likely · $0.00010 – 0.00090"; empty where nothing would be sent.
[[nodiscard]] QString estimateLineText(const Estimate &estimate, EstimateBilling billing);
/// How it comes about, in sentences.
[[nodiscard]] QString estimateTip(const Estimate &estimate, EstimateBilling billing);
/// "$0.00010 – 0.00090"; one amount, "≈ $0.00010", where both read
/// the same.
[[nodiscard]] QString rangeText(const Money &low, const Money &high);

} // namespace pennyworth
