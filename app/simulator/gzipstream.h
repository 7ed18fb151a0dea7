// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pennyworth::simulated {

/// A gzip stream (RFC 1952) whose blocks are stored and not compressed: every piece can be read as
/// soon as it arrives. Made to meet clients that did not ask for compression, not to save bytes.
class GzipStream final {
public:
    [[nodiscard]] QByteArray begin() const;
    [[nodiscard]] QByteArray add(const QByteArray &bytes);
    [[nodiscard]] QByteArray end() const;

private:
    quint32 m_crc = 0xffffffffU;
    quint32 m_size = 0;
};

} // namespace pennyworth::simulated
