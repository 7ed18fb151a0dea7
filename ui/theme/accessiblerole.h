// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace pennyworth {

/// What a plain widget is to assistive technology, where Qt would call it a filler. Once, in the
/// widget's constructor; its name stays QWidget::accessibleName.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);

} // namespace pennyworth
