// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/settings.h"

#include <QObject>

namespace pennyworth {

class TranscriptView;

/// How large the text of a transcript is, independent of the interface; kept in the settings.
class TextZoom final : public QObject {
    Q_OBJECT

public:
    TextZoom(Settings &settings, TranscriptView &view, QObject *parent);

    void apply(); ///< what the settings say now
    void stepBy(int steps); ///< larger (1) or smaller (-1)
    void reset();

private:
    Settings &m_settings;
    TranscriptView &m_view;
};

} // namespace pennyworth
