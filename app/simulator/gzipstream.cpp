// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/gzipstream.h"

#include <QtEndian>

#include <algorithm>

namespace pennyworth::simulated {

namespace {

constexpr qsizetype kLargestStoredBlock = 0xffff;

template <class T>
QByteArray littleEndian(T value)
{
    QByteArray bytes(sizeof(T), Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

// RFC 1951 3.2.4
QByteArray storedBlock(QByteArrayView bytes, bool last)
{
    const auto length = static_cast<quint16>(bytes.size());
    return QByteArray(1, last ? '\1' : '\0') + littleEndian(length)
        + littleEndian(static_cast<quint16>(~length)) + bytes.toByteArray();
}

// RFC 1952 8, without the table
quint32 updatedCrc(quint32 crc, QByteArrayView bytes)
{
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xedb88320U : crc >> 1U;
    }
    return crc;
}

} // namespace

QByteArray GzipStream::begin() const
{
    return QByteArray::fromHex("1f8b08000000000000ff");
}

QByteArray GzipStream::add(const QByteArray &bytes)
{
    m_crc = updatedCrc(m_crc, bytes);
    m_size += static_cast<quint32>(bytes.size());
    QByteArray blocks;
    for (qsizetype at = 0; at < bytes.size(); at += kLargestStoredBlock)
        blocks += storedBlock(
            QByteArrayView(bytes).sliced(at, std::min(kLargestStoredBlock, bytes.size() - at)),
            false);
    return blocks;
}

QByteArray GzipStream::end() const
{
    return storedBlock({}, true) + littleEndian(m_crc ^ 0xffffffffU) + littleEndian(m_size);
}

} // namespace pennyworth::simulated
