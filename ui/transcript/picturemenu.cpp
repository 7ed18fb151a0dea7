// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/picturemenu.h"

#include "transcript/linktarget.h"
#include "transcript/picturedecoding.h"
#include "transcript/picturelayout.h"
#include "transcript/remotepictures.h"

#include <QClipboard>
#include <QGuiApplication>

namespace pennyworth {

PictureMenu::PictureMenu(const PictureLayout &layout, QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("pictureMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    const RemotePicture &picture = layout.picture();
    if (picture.canBeLoaded()) {
        connect(add(layout.buttonLabel(), "loadPicture"), &QAction::triggered, this,
            [this, address = picture.address] { emit loadRequested(address); });
    }
    if (picture.state == RemotePicture::State::Shown) {
        connect(add(tr("Copy image"), "copyPicture"), &QAction::triggered, this,
            [image = picture.image] { QGuiApplication::clipboard()->setImage(image); });
    }
    if (isDataAddress(picture.address))
        return;
    connect(add(tr("Copy address of the image"), "copyPictureAddress"), &QAction::triggered, this,
        [address = picture.address] { QGuiApplication::clipboard()->setText(address); });
    InlineLink image = layout.link();
    image.target = picture.address;
    if (linkTarget(image.target, image.text).url.isValid()) {
        connect(add(tr("Open image in the browser"), "openPicture"), &QAction::triggered, this,
            [this, image] { emit linkRequested(image); });
    }
    if (layout.isLinked()) {
        connect(add(tr("Open link"), "openPictureLink"), &QAction::triggered, this,
            [this, link = layout.link()] { emit linkRequested(link); });
    }
}

QAction *PictureMenu::add(const QString &text, const char *name)
{
    QAction *action = addAction(text);
    action->setObjectName(QLatin1StringView(name));
    return action;
}

} // namespace pennyworth

#include "moc_picturemenu.cpp"
