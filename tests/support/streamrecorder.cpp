// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/streamrecorder.h"

#include <utility>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

StreamRecorder::StreamRecorder(std::unique_ptr<ReplyStream> stream)
    : m_stream(std::move(stream))
{
    connect(m_stream.get(), &ReplyStream::requestSent, this, [this] { note(u"requestSent"_s); });
    connect(m_stream.get(), &ReplyStream::firstByte, this, [this] { note(u"firstByte"_s); });
    connect(m_stream.get(), &ReplyStream::lifeSign, this, [this] { note(u"lifeSign"_s); });
    connect(m_stream.get(), &ReplyStream::deltas, this, [this](const QList<Delta> &deltas) {
        m_deltas += deltas;
        ++m_deltaSignals;
        note(u"deltas"_s);
    });
    connect(m_stream.get(), &ReplyStream::finished, this, [this](const ReplyEnd &end) {
        m_end = end;
        ++m_finished;
        note(u"finished"_s);
    });
}

QString StreamRecorder::text() const
{
    QString text;
    for (const Delta &delta : m_deltas) {
        if (const auto *piece = std::get_if<TextDelta>(&delta))
            text += piece->text;
    }
    return text;
}

QString StreamRecorder::reasoning() const
{
    QString text;
    for (const Delta &delta : m_deltas) {
        if (const auto *piece = std::get_if<ReasoningDelta>(&delta))
            text += piece->text;
    }
    return text;
}

void StreamRecorder::note(const QString &name)
{
    if (m_order.isEmpty() || m_order.constLast() != name)
        m_order.append(name);
    emit changed();
}

} // namespace pennyworth::test
