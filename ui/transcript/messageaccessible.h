// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "transcript/textselection.h"

#include <QAccessible>
#include <QPointer>

#include <vector>

namespace pennyworth {

class TranscriptView;

/// One message of a TranscriptView to assistive technology: a list item with a text. Belongs to
/// Qt's accessible cache.
class MessageAccessible final : public QAccessibleInterface,
                                public QAccessibleTextInterface,
                                public QAccessibleActionInterface {
public:
    MessageAccessible(TranscriptView &view, MessageId message);

    [[nodiscard]] MessageId message() const { return m_message; }

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    // The text is what the message says, read only.
    void selection(int index, int *start, int *end) const override;
    [[nodiscard]] int selectionCount() const override;
    void addSelection(int start, int end) override; ///< in place of what is selected in the view
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    [[nodiscard]] int cursorPosition() const override;
    void setCursorPosition(int position) override;
    [[nodiscard]] QString text(int start, int end) const override;
    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int start, int end) override;
    [[nodiscard]] QString attributes(int offset, int *start, int *end) const override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] int row() const;
    [[nodiscard]] QString content() const;
    [[nodiscard]] int offsetOf(const TextPosition &position) const;
    [[nodiscard]] std::vector<TextPosition> places() const; // of the characters of content()
    [[nodiscard]] TextRange selectedRange() const; // of content()
    [[nodiscard]] int selectionEdge(const TextPosition &edge) const;

    QPointer<TranscriptView> m_view;
    MessageId m_message;
};

} // namespace pennyworth
