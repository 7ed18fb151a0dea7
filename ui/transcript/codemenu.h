// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/codedisplay.h"
#include "transcript/transcriptcontrol.h"

#include <QMenu>

namespace pennyworth {

/// The menu of a code block: what its header offers, also where there is no room for all of it.
/// Deletes itself when it is closed.
class CodeMenu final : public QMenu {
    Q_OBJECT

public:
    CodeMenu(const CodeDisplay &display, QWidget *parent);

signals:
    void chosen(pennyworth::TranscriptControl::Kind kind);

private:
    QAction *add(const QString &text, const char *name, TranscriptControl::Kind kind);
};

} // namespace pennyworth
