// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "store/accounttable.h"
#include "store/conversationtable.h"
#include "store/exchangetable.h"
#include "store/ledgertable.h"
#include "store/limitfieldtable.h"
#include "store/messagetable.h"
#include "store/spendsums.h"

namespace pennyworth {

using namespace Qt::StringLiterals;

Reader::Reader(QString databaseFile)
    : m_file(std::move(databaseFile))
    , m_notOpen{.kind = ErrorKind::StoreUnavailable, .detail = u"%1 is not open"_s.arg(m_file)}
{
}

Result<Done> Reader::open()
{
    if (m_database)
        return Done();
    Result<std::unique_ptr<Database>> opened = Database::open(m_file, Database::Use::Read);
    if (!opened)
        return refuse(opened.error());
    m_database = std::move(opened).value();
    return Done();
}

Result<Done> Reader::refuse(const Error &error)
{
    m_notOpen = error;
    return error;
}

template <class Work>
auto Reader::read(Work work) -> Result<std::invoke_result_t<Work, Transaction &>>
{
    if (!m_database)
        return m_notOpen;
    Transaction transaction(*m_database, Transaction::Kind::Read);
    auto found = work(transaction);
    return transaction.commit(std::move(found));
}

Result<QList<ConversationSummary>> Reader::conversations()
{
    return read(
        [](Transaction &transaction) { return ConversationTable(transaction).summaries(); });
}

Result<QList<ConversationSummary>> Reader::trash()
{
    return read([](Transaction &transaction) { return ConversationTable(transaction).trash(); });
}

Result<std::optional<ConversationSummary>> Reader::summary(ConversationId id)
{
    return read(
        [id](Transaction &transaction) { return ConversationTable(transaction).summary(id); });
}

Result<Conversation> Reader::conversation(ConversationId id)
{
    return read([id](Transaction &transaction) {
        const std::optional<Conversation> found = ConversationTable(transaction).find(id);
        if (!found)
            transaction.fail(noSuchConversation(id));
        return found.value_or(Conversation());
    });
}

Result<QList<Message>> Reader::latestMessages(ConversationId id, int count)
{
    return read([id, count](Transaction &transaction) {
        return MessageTable(transaction).latest(id, count);
    });
}

Result<QList<Message>> Reader::messages(ConversationId id)
{
    return read([id](Transaction &transaction) { return MessageTable(transaction).all(id); });
}

Result<QString> Reader::newDraft()
{
    return read([](Transaction &transaction) { return ConversationTable(transaction).newDraft(); });
}

Result<QList<LedgerEntry>> Reader::entries(ConversationId id)
{
    return read([id](Transaction &transaction) { return LedgerTable(transaction).entries(id); });
}

Result<Exchange> Reader::exchange(RequestId id)
{
    return read([id](Transaction &transaction) {
        const std::optional<Exchange> found = ExchangeTable(transaction).find(id);
        if (!found)
            transaction.fail({.kind = ErrorKind::NotFound,
                .detail = u"of request %1 nothing was kept"_s.arg(id.value)});
        return found.value_or(Exchange());
    });
}

Result<ConversationTotals> Reader::totals(ConversationId id)
{
    return read([id](Transaction &transaction) { return SpendSums(transaction).totals(id); });
}

Result<QList<SpendRow>> Reader::spend(const SpendQuery &query)
{
    return read([&query](Transaction &transaction) { return SpendSums(transaction).spend(query); });
}

Result<TokenRate> Reader::learnedOutputRate(const QString &provider, const QString &model)
{
    return read([&](Transaction &transaction) {
        return LedgerTable(transaction).outputRate(provider, model);
    });
}

Result<QList<qint64>> Reader::replyLengths(const QString &provider, const QString &model)
{
    return read([&](Transaction &transaction) {
        return LedgerTable(transaction).replyLengths(provider, model);
    });
}

Result<std::optional<Currency>> Reader::currency(const QString &provider, const QString &keyMark)
{
    return read([&](Transaction &transaction) {
        return AccountTable(transaction).currency(provider, keyMark);
    });
}

Result<QHash<QString, Currency>> Reader::currencies()
{
    return read([](Transaction &transaction) { return AccountTable(transaction).latest(); });
}

Result<std::optional<MaxTokensField>> Reader::limitField(
    const QString &address, const QString &model)
{
    return read([&](Transaction &transaction) {
        return LimitFieldTable(transaction).find(address, model);
    });
}

} // namespace pennyworth

#include "moc_reader.cpp"
