// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/datapage.h"

#include "chat/datatrash.h"
#include "domain/errortext.h"
#include "environment/paths.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QDate>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QUrl>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

/// A folder of that day that is not there yet.
QString freeFolder(const QString &parent)
{
    const QString base =
        parent + u"/pennyworth-export-"_s + QDate::currentDate().toString(Qt::ISODate);
    QString free = base;
    for (int i = 2; QFileInfo::exists(free) || QFileInfo::exists(free + u".part"_s); ++i)
        free = base + u'-' + QString::number(i);
    return free;
}

QString sizeText(const QLocale &locale, qint64 bytes)
{
    return locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

DataPage::DataPage(const Theme &theme, DataTrash &trash, const Paths &paths, QWidget *parent)
    : SettingsPage(theme, tr("Data"), parent)
    , m_trash(trash)
    , m_paths(paths)
    , m_export(paths.databaseFile())
{
    setObjectName(u"dataPage"_s);
    addPlace();
    addExport();
    addRemoval();
    connect(&m_export, &FullExport::progressed, this, &DataPage::showProgress);
    connect(&m_export, &FullExport::finished, this, [this](const QString &folder) {
        //: %1 is a folder
        endExport(
            tr("Everything is in %1").arg(QDir::toNativeSeparators(folder)), QPalette::WindowText);
    });
    connect(&m_export, &FullExport::failed, this, [this](const Error &error) {
        if (error.kind == ErrorKind::Cancelled)
            endExport(tr("Stopped; nothing was left behind."), QPalette::PlaceholderText);
        else
            endExport(errorText(error).message + u' ' + error.detail, QPalette::BrightText);
    });
}

void DataPage::addPlace()
{
    auto *place = new QLabel(QDir::toNativeSeparators(m_paths.databaseFile()));
    place->setObjectName(u"dataPlace"_s);
    place->setTextFormat(Qt::PlainText);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    place->setWordWrap(true);
    m_size = makeNote(theme());
    m_size->setObjectName(u"dataSize"_s);
    auto *open = new Button(theme(), ButtonKind::Outlined, tr("Open the folder"));
    open->setObjectName(u"openFolderButton"_s);
    open->setAccessibleName(open->text());
    connect(open, &Button::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_paths.dataFolder())); });
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(place);
    words->addWidget(m_size);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * metrics::kGrid);
    row->addLayout(words, 1);
    row->addWidget(open);
    addCard(tr("Conversations and figures lie here"))->addWide(row);
}

void DataPage::addExport()
{
    m_exportButton = new Button(theme(), ButtonKind::Outlined, tr("Export everything…"));
    m_exportButton->setObjectName(u"exportEverythingButton"_s);
    m_exportButton->setAccessibleName(m_exportButton->text());
    m_cancelButton = new Button(theme(), ButtonKind::Outlined, tr("Stop"));
    m_cancelButton->setObjectName(u"cancelExportButton"_s);
    m_cancelButton->setAccessibleName(tr("Stop the export"));
    m_cancelButton->setVisible(false);
    m_progress = new QProgressBar;
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setTextVisible(false);
    m_progress->setVisible(false);
    m_exportWords = makeNote(theme());
    m_exportWords->setObjectName(u"exportWords"_s);
    m_exportWords->setVisible(false);
    connect(m_exportButton, &Button::clicked, this, &DataPage::askWhere);
    connect(m_cancelButton, &Button::clicked, &m_export, &FullExport::cancel);

    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::kGrid);
    row->addWidget(m_exportButton);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancelButton);
    row->addStretch(0);
    SettingsCard *card = addCard(tr("Export"));
    card->addWide(makeNote(theme(),
        tr("All conversations with all their branches, and "
           "every request with what it cost, as text "
           "files in a folder (JSON Lines).")));
    card->addWide(row);
    card->addWide(m_exportWords);
}

void DataPage::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Export everything into"), QDir::homePath());
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &DataPage::exportTo);
    dialog->open();
}

void DataPage::exportTo(const QString &folder)
{
    m_progress->setRange(0, 0);
    m_progress->setVisible(true);
    m_cancelButton->setVisible(true);
    m_exportButton->setVisible(false);
    showNote(m_exportWords, {}, QPalette::PlaceholderText);
    m_export.start(freeFolder(folder));
}

void DataPage::showProgress(qint64 lines, qint64 of)
{
    constexpr int kSteps = 1000;
    m_progress->setRange(0, kSteps);
    m_progress->setValue(of > 0 ? static_cast<int>(lines * kSteps / of) : kSteps);
}

void DataPage::endExport(const QString &words, QPalette::ColorRole role)
{
    m_progress->setVisible(false);
    m_cancelButton->setVisible(false);
    m_exportButton->setVisible(true);
    showNote(m_exportWords, words, role);
}

void DataPage::addRemoval()
{
    m_remove = new Button(theme(), ButtonKind::Outlined, tr("Delete everything"));
    m_remove->setObjectName(u"deleteEverythingButton"_s);
    m_remove->setAccessibleName(m_remove->text());
    connect(m_remove, &Button::clicked, this, [this] { ask(m_trash.requestRemoval()); });

    auto *restart = new Button(theme(), ButtonKind::Primary, tr("Restart now"));
    restart->setObjectName(u"restartToDeleteButton"_s);
    restart->setAccessibleName(restart->text());
    connect(restart, &Button::clicked, this, &DataPage::restartRequested);
    auto *undo = new Button(theme(), ButtonKind::Outlined, tr("Undo"));
    undo->setObjectName(u"undoDeleteButton"_s);
    undo->setAccessibleName(undo->text());
    connect(undo, &Button::clicked, this, [this] {
        m_trash.cancelRequest();
        showTrash();
    });
    m_pending = new QWidget;
    auto *row = new QHBoxLayout(m_pending);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGrid);
    row->addWidget(restart);
    row->addWidget(undo);
    row->addStretch(1);

    m_removalWords = makeNote(theme());
    m_removalWords->setObjectName(u"removalWords"_s);
    auto *removed = new QVBoxLayout;
    removed->setSpacing(metrics::kHalf);
    m_removed = removed;
    auto *first = new QHBoxLayout;
    first->addWidget(m_remove);
    first->addStretch(1);
    SettingsCard *card = addCard(tr("Delete"));
    card->addWide(makeNote(theme(),
        tr("All conversations and figures move to a trash "
           "beside them, with the next start; they can "
           "be brought back for %n day(s). Settings stay, and "
           "keys stay in the keychain until they "
           "are forgotten under Services.",
            nullptr, DataTrash::kDays)));
    card->addWide(first);
    card->addWide(m_removalWords);
    card->addWide(m_pending);
    card->addWide(removed);
}

void DataPage::ask(const Result<Done> &request)
{
    showTrash();
    if (!request)
        showNote(m_removalWords, errorText(request.error()).message + u' ' + request.error().detail,
            QPalette::BrightText);
}

void DataPage::showTrash()
{
    const bool isPending = m_trash.hasRequest();
    m_pending->setVisible(isPending);
    m_remove->setVisible(!isPending);
    showNote(m_removalWords,
        isPending ? tr("This happens with the next start of Pennyworth.") : QString(),
        QPalette::WindowText);
    while (QLayoutItem *item = m_removed->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<RemovedData> all = m_trash.removed();
    for (const RemovedData &removed : all) {
        const QDateTime when =
            QDateTime::fromMSecsSinceEpoch(removed.removed.time_since_epoch().count());
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        //: %1 is a date and time, %2 a size such as "12.4 MB"
        row->addWidget(makeNote(theme(),
                           tr("Deleted %1, %2")
                               .arg(locale().toString(when, QLocale::ShortFormat),
                                   sizeText(locale(), removed.bytes))),
            1);
        auto *back = new Button(theme(), ButtonKind::Outlined, tr("Bring back"));
        back->setObjectName(u"bringBackButton"_s);
        back->setAccessibleName(back->text());
        back->setEnabled(!isPending);
        connect(
            back, &Button::clicked, this,
            [this, name = removed.name] { ask(m_trash.requestReturn(name)); },
            Qt::QueuedConnection); // it goes with the list
        row->addWidget(back);
        m_removed->addWidget(line);
    }
}

void DataPage::showSize()
{
    qint64 bytes = 0;
    for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
        bytes += QFileInfo(m_paths.databaseFile() + part).size();
    //: %1 is a size such as "12.4 MB"
    showNote(
        m_size, tr("%1 on the disk").arg(sizeText(locale(), bytes)), QPalette::PlaceholderText);
}

void DataPage::showEvent(QShowEvent *event)
{
    showSize();
    showTrash();
    SettingsPage::showEvent(event);
}

} // namespace pennyworth

#include "moc_datapage.cpp"
