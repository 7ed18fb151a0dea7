// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/inlinetext.h"

#include <QMenu>

namespace pennyworth {

class PictureLayout;

/// What can be done with a picture in a message. Deletes itself when it closes.
class PictureMenu final : public QMenu {
    Q_OBJECT

public:
    PictureMenu(const PictureLayout &layout, QWidget *parent);

signals:
    void loadRequested(const QString &address);
    void linkRequested(const pennyworth::InlineLink &link); ///< is to be opened

private:
    QAction *add(const QString &text, const char *name);
};

} // namespace pennyworth
