// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

namespace pennyworth {

/// The line over the prompt that says that an earlier one is being edited, with the way out of it.
class EditMark final : public QWidget {
    Q_OBJECT

public:
    explicit EditMark(const Theme &theme, QWidget *parent = nullptr);

signals:
    void cancelRequested();
};

} // namespace pennyworth
