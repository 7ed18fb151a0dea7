// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "environment/settings.h"

#include <QObject>

namespace pennyworth {

class TranscriptView;

/// What code blocks of a transcript need beyond it: the settings say how they are shown and where
/// they were last saved. Owned by whoever owns the view.
class CodeTools final : public QObject {
    Q_OBJECT

public:
    CodeTools(Settings &settings, TranscriptView &view, QObject *parent);

    void apply(); ///< what the settings say now

signals:
    void failed(const pennyworth::Error &error);

private:
    void askWhere(const QString &code, const QString &fileName);
    void save(const QString &code, const QString &file);
    [[nodiscard]] QString folder() const;

    Settings &m_settings;
    TranscriptView &m_view;
};

/// Writes `code` as UTF-8; its last line ends, too. What stood in the file stays there where that
/// fails.
[[nodiscard]] Result<Done> writeCode(const QString &file, const QString &code);

} // namespace pennyworth
