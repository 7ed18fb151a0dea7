// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QImage>
#include <QStringView>

namespace pennyworth {

/// A picture as it is shown.
struct DecodedPicture {
    QImage image; ///< as many pixels as the text column ever shows of it, at most
    QSize size; ///< of the picture as it came
};

/// PNG, JPEG and WebP, and the first frame of a GIF; by their content, whatever they are called.
/// Everything else is InvalidValue, also SVG, which can say more than a picture. Overflow: it has
/// too many pixels. Takes its time; any thread.
[[nodiscard]] Result<DecodedPicture> decodedPicture(const QByteArray &bytes);

/// What stands in "data:image/png;base64,…". InvalidValue where it is no picture in base64, and
/// Overflow where that is longer than a message should hold.
[[nodiscard]] Result<QByteArray> bytesOfDataAddress(QStringView address);
[[nodiscard]] bool isDataAddress(QStringView address);

} // namespace pennyworth
