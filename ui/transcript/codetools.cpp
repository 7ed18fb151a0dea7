// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/codetools.h"

#include "transcript/transcriptview.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

/// A file of that name in `folder` that is not there yet: "code.py", "code-2.py".
QString freeName(const QDir &folder, const QString &fileName)
{
    const QString base = fileName.section(u'.', 0, 0);
    const QString rest = fileName.mid(base.size());
    QString free = fileName;
    for (int i = 2; folder.exists(free); ++i)
        free = base + u'-' + QString::number(i) + rest;
    return folder.filePath(free);
}

} // namespace

CodeTools::CodeTools(Settings &settings, TranscriptView &view, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_view(view)
{
    connect(&view, &TranscriptView::saveRequested, this, &CodeTools::askWhere);
    apply();
}

void CodeTools::apply()
{
    m_view.setCodeDisplay(
        {.isWrapped = m_settings.isCodeWrapped(), .hasNumbers = m_settings.hasCodeNumbers()});
}

QString CodeTools::folder() const
{
    const QString last = m_settings.codeFolder();
    return !last.isEmpty() && QFileInfo(last).isDir()
        ? last
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void CodeTools::askWhere(const QString &code, const QString &fileName)
{
    auto *dialog = new QFileDialog(m_view.window(), tr("Save code"));
    dialog->setObjectName(u"saveCodeDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(folder());
    dialog->selectFile(freeName(folder(), fileName));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, code](const QString &file) { save(code, file); });
    dialog->open();
}

void CodeTools::save(const QString &code, const QString &file)
{
    const Result<Done> written = writeCode(file, code);
    if (!written) {
        emit failed(written.error());
        return;
    }
    m_settings.setCodeFolder(QFileInfo(file).absolutePath());
}

Result<Done> writeCode(const QString &file, const QString &code)
{
    QSaveFile target(file);
    const QByteArray text = code.toUtf8() + (code.endsWith(u'\n') ? "" : "\n");
    const bool isWritten =
        target.open(QIODevice::WriteOnly) && target.write(text) == text.size() && target.commit();
    if (isWritten)
        return Done{};
    return Error{.kind = ErrorKind::FileFailed,
        .detail = QDir::toNativeSeparators(file) + u": "_s + target.errorString()};
}

} // namespace pennyworth
