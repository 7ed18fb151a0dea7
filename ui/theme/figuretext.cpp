// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/figuretext.h"

#include <QCoreApplication>
#include <QLocale>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString durationText(std::chrono::minutes duration)
{
    using Days = std::chrono::duration<qint64, std::ratio<86400>>;
    const qint64 days = std::chrono::floor<Days>(duration).count();
    const qint64 hours = std::chrono::floor<std::chrono::hours>(duration).count() % 24;
    const qint64 minutes = duration.count() % 60;
    if (days > 0) {
        //: A stretch of time: days and hours
        return QCoreApplication::translate("pennyworth::FigureText", "%1 d %2 h")
            .arg(days)
            .arg(hours);
    }
    if (hours > 0) {
        //: A stretch of time: hours and minutes
        return QCoreApplication::translate("pennyworth::FigureText", "%1 h %2 min")
            .arg(hours)
            .arg(minutes);
    }
    //: A stretch of time in minutes
    return QCoreApplication::translate("pennyworth::FigureText", "%1 min").arg(minutes);
}

QString secondsText(std::chrono::milliseconds duration)
{
    if (duration >= 1min)
        return durationText(std::chrono::round<std::chrono::minutes>(duration));
    const double seconds = static_cast<double>(duration.count()) / 1000;
    //: A stretch of time in seconds
    return QCoreApplication::translate("pennyworth::FigureText", "%1 s")
        .arg(QLocale().toString(seconds, 'f', duration < 10s ? 2 : 1));
}

QString estimateText(const QString &text)
{
    return u"≈ "_s + text;
}

} // namespace pennyworth
