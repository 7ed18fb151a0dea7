// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptview.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QWindow>

namespace pennyworth::bench {

/// A shown transcript, as large as in the window, that paints into the off-screen platform's
/// surface.
class ShownView final {
public:
    ShownView()
        : m_settings(m_home.filePath(QStringLiteral("settings.ini")))
        , m_theme(m_settings)
        , view(m_theme)
    {
        view.resize(1008, 700);
        view.setModel(&model);
        view.show();
        while (!view.windowHandle()->isExposed())
            QApplication::processEvents();
        paint();
    }

    void paint() { view.viewport()->repaint(); }

    MessageListModel model;

private:
    QTemporaryDir m_home;
    Settings m_settings;
    Theme m_theme;

public:
    TranscriptView view;
};

} // namespace pennyworth::bench
