// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/alertbar.h"

#include <QList>
#include <QTimer>

#include <functional>

namespace pennyworth {

class Button;
class FigureLabel;

/// Something that was done and can be taken back.
struct UndoableAct {
    QString kind; ///< never shown: acts of one kind in a row are offered as one
    std::function<QString(int count)> words; ///< what was done, for so many acts of the kind
    std::function<void()> undo;
    std::function<void()> settle = {}; ///< instead of `undo`, once nobody can undo it any more
};

/// Offers to undo what was just done, for ten seconds after the last act; time stands still while
/// the pointer or the focus rests on it. Never takes the focus. Of every act exactly one of `undo`
/// and `settle` runs.
class UndoBar final : public AlertBar {
    Q_OBJECT

public:
    explicit UndoBar(const Theme &theme, QWidget *parent = nullptr);
    ~UndoBar() override; ///< settles

    void offer(UndoableAct act); ///< an act of another kind settles those before
    [[nodiscard]] bool isOffering() const { return !m_acts.isEmpty(); }

public slots:
    void undo(); ///< all that is offered, the latest first
    void settle(); ///< the offer is over

signals:
    void offeringChanged(bool offering);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<UndoableAct> end();
    void goOn(); // with counting the seconds

    const Theme &m_theme;
    FigureLabel *m_text;
    Button *m_undo;
    Button *m_close;
    QTimer m_expiry{this};
    QList<UndoableAct> m_acts;
};

} // namespace pennyworth
