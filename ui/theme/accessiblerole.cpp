// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/accessiblerole.h"

#include <QAccessibleWidget>
#include <QVariant>

namespace pennyworth {

namespace {

constexpr auto kRole = "pennyworthAccessibleRole";

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    const QVariant role = object->property(kRole);
    auto *widget = qobject_cast<QWidget *>(object);
    return widget && role.isValid()
        ? new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt())) // Qt owns it
        : nullptr;
}

} // namespace

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    QAccessible::installFactory(makeAccessible); // which knows it if it is there
    widget->setProperty(kRole, static_cast<int>(role));
}

} // namespace pennyworth
