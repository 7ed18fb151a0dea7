// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace pennyworth {

/// A field that offers a few values by name. Ignores the wheel, which is to scroll the page.
template <class T>
class Choice final : public QComboBox {
public:
    explicit Choice(QWidget *parent = nullptr)
        : QComboBox(parent)
    {
        constexpr int kNarrowest = 152; // long names are cut rather than the page
        setMinimumWidth(kNarrowest);
    }

    void add(const QString &name, const T &value)
    {
        m_values.append(value);
        addItem(name);
    }
    void choose(const T &value) { setCurrentIndex(static_cast<int>(m_values.indexOf(value))); }
    /// Of the first one where nothing is chosen; only where something was added.
    [[nodiscard]] T chosen() const { return m_values.value(qMax(currentIndex(), 0)); }
    void removeAll()
    {
        clear();
        m_values.clear();
    }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }

private:
    QList<T> m_values;
};

} // namespace pennyworth
