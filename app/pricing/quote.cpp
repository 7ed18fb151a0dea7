// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/quote.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

QString confidenceName(Confidence confidence)
{
    switch (confidence) {
    case Confidence::High:
        return u"high"_s;
    case Confidence::Medium:
        return u"medium"_s;
    case Confidence::Low:
        return u"low"_s;
    case Confidence::CalendarUnknown:
        return u"calendar unknown"_s;
    }
    Q_UNREACHABLE();
}

} // namespace pennyworth
