// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/prefixcache.h"

#include "simulator/tokens.h"

#include <QtEndian>

namespace pennyworth::simulated {

namespace {

constexpr qint64 kUnit = 64;
constexpr size_t kMostUnits = 500'000;

// FNV-1a and a final mix; any good hash would do, but it must be the same in every run.
constexpr quint64 kPrime = 1099511628211ULL;
constexpr quint64 kStart = 14695981039346656037ULL;

quint64 mixed(quint64 hash)
{
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 33U);
}

quint64 hashed(quint64 hash, QStringView text)
{
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * kPrime;
    return mixed(hash);
}

quint64 unitOf(quint64 ownerHash, quint64 beginning)
{
    return mixed(ownerHash ^ beginning);
}

} // namespace

void TokenTrail::appendToken(QStringView token, char16_t salt)
{
    const quint64 before = m_hashes.isEmpty() ? kStart : m_hashes.last();
    m_hashes.append(hashed((before ^ salt) * kPrime, token));
}

void TokenTrail::appendMark(char16_t mark)
{
    appendToken({}, mark);
}

void TokenTrail::append(QStringView text)
{
    const QList<QStringView> tokens = tokensOf(text);
    m_hashes.reserve(m_hashes.size() + tokens.size());
    for (const QStringView token : tokens)
        appendToken(token, 0);
}

qint64 PrefixCache::hits(const QString &owner, const TokenTrail &prompt) const
{
    const quint64 ownerHash = hashed(kStart, owner);
    for (qint64 count = prompt.size() - 1; count > 0; --count) {
        if (m_units.contains(unitOf(ownerHash, prompt.hashOfFirst(count))))
            return count;
    }
    return 0;
}

void PrefixCache::store(const QString &owner, const TokenTrail &text, qint64 length)
{
    const quint64 ownerHash = hashed(kStart, owner);
    for (qint64 count = kUnit; count < length; count += kUnit)
        keep(unitOf(ownerHash, text.hashOfFirst(count)));
    keep(unitOf(ownerHash, text.hashOfFirst(length)));
}

QByteArray PrefixCache::toBytes() const
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(m_age.size()) * qsizetype{sizeof(quint64)});
    for (const quint64 unit : m_age) {
        const quint64 ordered = qToLittleEndian(unit);
        bytes.append(reinterpret_cast<const char *>(&ordered), sizeof ordered);
    }
    return bytes;
}

void PrefixCache::addBytes(const QByteArray &bytes)
{
    constexpr qsizetype kSize = sizeof(quint64);
    for (qsizetype at = 0; at + kSize <= bytes.size(); at += kSize)
        keep(qFromLittleEndian<quint64>(bytes.constData() + at));
}

void PrefixCache::keep(quint64 unit)
{
    if (m_units.contains(unit))
        return;
    m_units.insert(unit);
    m_age.push_back(unit);
    if (m_age.size() > kMostUnits) {
        m_units.remove(m_age.front());
        m_age.pop_front();
    }
}

} // namespace pennyworth::simulated
