// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/deltatext.h"

#include <QStringList>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

namespace {

QString count(std::optional<qint64> tokens)
{
    return tokens ? QString::number(*tokens) : u"-"_s;
}

struct Writer {
    QString operator()(const TextDelta &delta) const { return u"text(%1)"_s.arg(delta.text); }
    QString operator()(const ReasoningDelta &delta) const
    {
        return u"reasoning(%1)"_s.arg(delta.text);
    }
    QString operator()(const ToolCallDelta &delta) const
    {
        return u"call(%1,%2,%3,%4)"_s.arg(
            QString::number(delta.index), delta.id, delta.name, delta.arguments);
    }
    QString operator()(const UsageDelta &delta) const
    {
        const QString cost = delta.cost ? u",$"_s + delta.cost->toDecimal() : QString();
        return u"usage(%1=%2+%3,%4,%5%6)"_s.arg(count(delta.usage.prompt),
            count(delta.usage.cacheHit), count(delta.usage.cacheMiss),
            count(delta.usage.completion), count(delta.usage.reasoning), cost);
    }
    QString operator()(const FinishDelta &delta) const
    {
        return u"finish(%1,%2)"_s.arg(QString::number(static_cast<int>(delta.reason)), delta.word);
    }
    QString operator()(const OriginDelta &delta) const
    {
        return u"origin(%1,%2,%3)"_s.arg(delta.responseId, delta.model, delta.fingerprint);
    }
    QString operator()(const ErrorDelta &delta) const
    {
        return u"error(%1,%2)"_s.arg(
            QString::number(static_cast<int>(delta.error.kind)), delta.error.detail);
    }
};

} // namespace

QString deltaText(const QList<Delta> &deltas)
{
    QStringList words;
    for (const Delta &delta : deltas)
        words.append(std::visit(Writer{}, delta));
    return words.join(u' ');
}

} // namespace pennyworth::test
