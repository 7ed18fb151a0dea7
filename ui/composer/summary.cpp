// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/summary.h"

#include "theme/figuretext.h"

#include <QCoreApplication>

namespace pennyworth {

using namespace Qt::StringLiterals;

QString summaryPrompt()
{
    //: this is sent to the model
    return QCoreApplication::translate("pennyworth::Summary",
        "Summarise our conversation so far, so that it can go on from your summary alone. Keep "
        "what was decided and why, the facts, figures, names, code and files that still matter, "
        "what is open, and what I want next. Keep my last request and your last answer in "
        "detail. Write nothing but the summary.");
}

QString summaryEstimateText(const Estimate &estimate, EstimateBilling billing)
{
    if (estimate.low && estimate.high)
        return rangeText(*estimate.low, *estimate.high);
    if (billing == EstimateBilling::Billed)
        return QCoreApplication::translate("pennyworth::Summary", "cost unknown");
    return {};
}

} // namespace pennyworth
