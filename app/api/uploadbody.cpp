// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/uploadbody.h"

#include <algorithm>

namespace pennyworth {

UploadBody::UploadBody(const QByteArray &body, QObject *parent)
    : QIODevice(parent)
    , m_body(body)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadBody::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 UploadBody::readData(char *target, qint64 most)
{
    const qint64 count = std::min(most, m_body.size() - m_position);
    if (count <= 0)
        return m_position == m_body.size() ? -1 : 0;
    std::copy_n(m_body.cbegin() + m_position, count, target);
    m_position += count;
    emit taken();
    return count;
}

} // namespace pennyworth

#include "moc_uploadbody.cpp"
