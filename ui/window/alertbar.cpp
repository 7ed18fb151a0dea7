// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/alertbar.h"

#include <QAccessibleWidget>

namespace pennyworth {

namespace {

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *bar = qobject_cast<AlertBar *>(object);
    return bar ? new QAccessibleWidget(bar, QAccessible::AlertMessage) : nullptr;
}

void installAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace

AlertBar::AlertBar(QWidget *parent)
    : QWidget(parent)
{
    installAccessibility();
}

void AlertBar::announce(const QString &words)
{
    setAccessibleName(words);
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace pennyworth
