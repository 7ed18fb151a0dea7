// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringView>

#include <deque>

namespace pennyworth::simulated {

/// A text as the sequence of its tokens, kept as one hash for each beginning of it, so that a
/// beginning can be recognised wherever it comes again.
class TokenTrail final {
public:
    /// A mark that is no text: the begin of the whole, of a role's message, the end of an answer.
    /// One token.
    void appendMark(char16_t mark);
    /// All tokens of `text`.
    void append(QStringView text);

    [[nodiscard]] qint64 size() const { return m_hashes.size(); }
    /// Stands for the first `count` tokens; 1 to size().
    [[nodiscard]] quint64 hashOfFirst(qint64 count) const { return m_hashes.at(count - 1); }

private:
    void appendToken(QStringView token, char16_t salt);

    QList<quint64> m_hashes;
};

/// The service's context cache (api-docs.deepseek.com/guides/kv_cache): remembers beginnings of
/// prompts and says how much of a new one it knows. Beginnings are kept at the end of the user's
/// input and of the model's output of each request, and every 64 tokens between. Kept apart by
/// account, model and end user. The oldest are forgotten first.
class PrefixCache final {
public:
    /// How many tokens of the prompt are known, counted from its first one: whole stored units
    /// only, and never all of it, since the last token has to be read in any case.
    [[nodiscard]] qint64 hits(const QString &owner, const TokenTrail &prompt) const;

    /// Keeps the units of a beginning of `length` tokens.
    void store(const QString &owner, const TokenTrail &text, qint64 length);

    /// What is kept, the oldest first, to be read again by a later process. It holds hashes only.
    [[nodiscard]] QByteArray toBytes() const;
    /// Keeps what toBytes() gave besides what is there. Bytes of another origin do no harm.
    void addBytes(const QByteArray &bytes);

private:
    void keep(quint64 unit);

    QSet<quint64> m_units;
    std::deque<quint64> m_age;
};

} // namespace pennyworth::simulated
