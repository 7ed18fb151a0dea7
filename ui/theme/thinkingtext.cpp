// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/thinkingtext.h"

#include <QCoreApplication>

namespace pennyworth {

QString thinkingText(ThinkingChoice choice)
{
    if (choice.thinking == Thinking::Off)
        return QCoreApplication::translate("pennyworth::ThinkingText", "off", "thinking");
    switch (choice.effort) {
    case Effort::Default:
        return choice.thinking == Thinking::On
            ? QCoreApplication::translate("pennyworth::ThinkingText", "on", "thinking")
            : QCoreApplication::translate(
                "pennyworth::ThinkingText", "as the model does", "thinking: left to the service");
    case Effort::Low:
        return QCoreApplication::translate("pennyworth::ThinkingText", "low", "thinking effort");
    case Effort::High:
        return QCoreApplication::translate("pennyworth::ThinkingText", "high", "thinking effort");
    case Effort::Max:
        return QCoreApplication::translate("pennyworth::ThinkingText", "max", "thinking effort");
    }
    Q_UNREACHABLE();
}

} // namespace pennyworth
