// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/picturedecoding.h"

#include "theme/metrics.h"

#include <QBuffer>
#include <QImageReader>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostPixels = 40'000'000;
constexpr int kMostWidth = 2 * metrics::kTextColumnWidth; // on a screen of twice the density
constexpr int kMostHeight = 6000;
constexpr qsizetype kLongestData = 1'500'000;

// Empty where it is none that is shown.
QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return "jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "webp";
    return {};
}

QImage noLargerThanShown(const QImage &image)
{
    if (image.width() <= kMostWidth && image.height() <= kMostHeight)
        return image;
    return image.scaled(kMostWidth, kMostHeight, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace

Result<DecodedPicture> decodedPicture(const QByteArray &bytes)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        return Error{.kind = ErrorKind::InvalidValue};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize announced = reader.size();
    if (announced.isEmpty())
        return Error{.kind = ErrorKind::InvalidValue, .detail = reader.errorString()};
    if (qint64(announced.width()) * announced.height() > kMostPixels)
        return Error{.kind = ErrorKind::Overflow};
    const QImage image = reader.read();
    if (image.isNull())
        return Error{.kind = ErrorKind::InvalidValue, .detail = reader.errorString()};
    return DecodedPicture{
        .image = noLargerThanShown(image).convertToFormat(QImage::Format_ARGB32_Premultiplied),
        .size = image.size()};
}

bool isDataAddress(QStringView address)
{
    return address.startsWith("data:"_L1, Qt::CaseInsensitive);
}

Result<QByteArray> bytesOfDataAddress(QStringView address)
{
    const qsizetype comma = address.indexOf(u',');
    const QStringView head = address.left(std::max<qsizetype>(comma, 0));
    if (!head.startsWith("data:image/"_L1, Qt::CaseInsensitive)
        || !head.endsWith(";base64"_L1, Qt::CaseInsensitive))
        return Error{.kind = ErrorKind::InvalidValue};
    if (address.size() > kLongestData)
        return Error{.kind = ErrorKind::Overflow};
    auto decoded = QByteArray::fromBase64Encoding(
        address.mid(comma + 1).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return Error{.kind = ErrorKind::InvalidValue};
    return *decoded;
}

} // namespace pennyworth
