// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/alertbar.h"

#include "theme/accessiblerole.h"

namespace pennyworth {

AlertBar::AlertBar(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::AlertMessage);
}

void AlertBar::announce(const QString &words)
{
    setAccessibleName(words);
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace pennyworth
