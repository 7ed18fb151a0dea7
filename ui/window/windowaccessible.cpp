// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowaccessible.h"

#include "spend/pricingpanel.h"
#include "window/mainwindow.h"

#include <QAccessibleWidget>

namespace pennyworth {

namespace {

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    if (auto *window = qobject_cast<MainWindow *>(object))
        return new QAccessibleWidget(window, QAccessible::Window); // Qt's cache owns it
    if (auto *panel = qobject_cast<PricingPanel *>(object))
        return new QAccessibleWidget(panel, QAccessible::Pane);
    return nullptr;
}

} // namespace

void installWindowAccessibility()
{
    QAccessible::installFactory(makeAccessible); // which knows it if it is there
}

} // namespace pennyworth
