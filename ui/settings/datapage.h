// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "settings/settingspage.h"
#include "transfer/fullexport.h"

class QProgressBar;

namespace pennyworth {

class Button;
class DataTrash;
class Paths;

/// Where everything lies and how large it is; the export of everything, and its
/// removal, which can be undone for thirty days.
class DataPage final : public SettingsPage {
    Q_OBJECT

public:
    /// `trash` and `paths` outlive this page.
    DataPage(const Theme &theme, DataTrash &trash, const Paths &paths, QWidget *parent = nullptr);

    /// Writes everything into a new folder inside `folder`.
    void exportTo(const QString &folder);

signals:
    void restartRequested(); ///< what was asked for happens then

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addPlace();
    void addExport();
    void addRemoval();
    void showSize();
    void askWhere();
    void showProgress(qint64 lines, qint64 of);
    void endExport(const QString &words, QPalette::ColorRole role);
    void showTrash();
    void ask(const Result<Done> &request);

    DataTrash &m_trash;
    const Paths &m_paths;
    FullExport m_export;
    QLabel *m_size = nullptr;
    Button *m_exportButton = nullptr;
    Button *m_cancelButton = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_exportWords = nullptr;
    QWidget *m_pending = nullptr; // what happens with the next start, and its undo
    Button *m_remove = nullptr;
    QLabel *m_removalWords = nullptr;
    QLayout *m_removed = nullptr; // what can be brought back
};

} // namespace pennyworth
