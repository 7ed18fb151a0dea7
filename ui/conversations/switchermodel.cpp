// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversations/switchermodel.h"

#include "conversations/conversationlistmodel.h"
#include "conversations/fuzzymatch.h"

#include <algorithm>

namespace pennyworth {

namespace {

constexpr size_t kShown = 50; // nobody reads further; they type another letter

} // namespace

SwitcherModel::SwitcherModel(const QAbstractItemModel &conversations, QObject *parent)
    : QAbstractListModel(parent)
    , m_conversations(conversations)
{
}

void SwitcherModel::fill()
{
    const int count = m_conversations.rowCount();
    m_titles.resize(count);
    for (int row = 0; row < count; ++row)
        m_titles[row] = m_conversations.index(row, 0).data().toString().toLower();
    setTyped({});
}

QList<int> SwitcherModel::matches(const QString &typed) const
{
    struct Match {
        int score = 0;
        int row = 0;
    };
    std::vector<Match> found;
    for (int row = 0; row < m_titles.size(); ++row) {
        if (const std::optional<int> score = fuzzyMatch(typed, m_titles.at(row)))
            found.push_back({.score = *score, .row = row});
        if (typed.isEmpty() && found.size() == kShown)
            break;
    }
    const auto isBetter = [](const Match &a, const Match &b) {
        return std::pair(-a.score, a.row)
            < std::pair(-b.score, b.row); // else the order of the list
    };
    const auto shown = static_cast<std::ptrdiff_t>(std::min(kShown, found.size()));
    std::ranges::partial_sort(found, found.begin() + shown, isBetter);
    QList<int> rows;
    for (std::ptrdiff_t i = 0; i < shown; ++i)
        rows += found.at(static_cast<size_t>(i)).row;
    return rows;
}

void SwitcherModel::setTyped(const QString &text)
{
    const QList<int> rows = matches(text.trimmed().toLower());
    beginResetModel();
    m_rows.clear();
    for (const int row : rows)
        m_rows += m_conversations.index(row, 0);
    endResetModel();
}

int SwitcherModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size()) + 1;
}

QVariant SwitcherModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (index.row() < m_rows.size())
        return m_rows.at(index.row()).data(role);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("New chat");
    return {};
}

} // namespace pennyworth
