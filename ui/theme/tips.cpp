// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/tips.h"

#include <QStringList>
#include <QTextDocument>

namespace pennyworth {

QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

QString exactText(const Money &money)
{
    return money.toDecimal() + u' ' + money.currency.code();
}

QString exactText(const QList<Money> &sums)
{
    QStringList lines;
    for (const Money &sum : sums)
        lines += exactText(sum);
    return lines.join(u'\n');
}

} // namespace pennyworth
