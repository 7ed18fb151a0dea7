// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/attachdialog.h"

#include "composer/composer.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace pennyworth {

void openAttachDialog(Composer &composer)
{
    auto *dialog = new QFileDialog(
        &composer, QCoreApplication::translate("pennyworth::Composer", "Attach text files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, &composer, &Composer::attachFiles);
    dialog->open();
}

} // namespace pennyworth
