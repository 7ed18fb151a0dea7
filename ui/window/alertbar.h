// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

namespace pennyworth {

/// A bar that says what happened without stopping anybody. Assistive technology reads it out when
/// it is shown, by its accessible name.
class AlertBar : public QWidget {
    Q_OBJECT

public:
    explicit AlertBar(QWidget *parent);

protected:
    /// Shows the bar with these words; also where it is shown already, it is read out again.
    void announce(const QString &words);
};

} // namespace pennyworth
