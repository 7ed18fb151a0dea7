// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/prompteditor.h"

#include "chat/draft.h"
#include "composer/textfile.h"

#include <QAbstractTextDocumentLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace pennyworth {

PromptEditor::PromptEditor(SendKey sendKey, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_sendKey(sendKey)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        [this] { updateGeometry(); });
}

void PromptEditor::setHeightLimit(int pixels)
{
    if (m_heightLimit == pixels)
        return;
    m_heightLimit = pixels;
    updateGeometry();
}

int PromptEditor::heightOfLines(int lines) const
{
    return static_cast<int>(std::ceil(lines * QFontMetricsF(font()).lineSpacing())) + 1;
}

QSize PromptEditor::sizeHint() const
{
    // QPlainTextDocumentLayout counts its height in lines.
    const int lines = std::max(1, static_cast<int>(document()->size().height()));
    const int limit = std::max(m_heightLimit, heightOfLines(1));
    return {0, std::min(heightOfLines(lines), limit)};
}

bool PromptEditor::sends(const QKeyEvent &event) const
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (m_sendKey) {
    case SendKey::Enter:
        return modifiers == Qt::NoModifier;
    case SendKey::ControlEnter:
        return modifiers == Qt::ControlModifier;
    }
    Q_UNREACHABLE();
}

/// Through what was sent before. True where the key means that.
bool PromptEditor::walks(const QKeyEvent &event)
{
    const bool isUp = event.key() == Qt::Key_Up;
    if (m_composing || (!isUp && event.key() != Qt::Key_Down))
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier) {
        emit historyRequested(isUp ? -1 : 1);
        return true;
    }
    if (isUp && modifiers == Qt::NoModifier && document()->isEmpty()) {
        emit editLastRequested();
        return true;
    }
    return false;
}

bool PromptEditor::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QPlainTextEdit::event(event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUpOrDown = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    if (isUpOrDown && key->modifiers().testFlag(Qt::AltModifier)) {
        event->accept(); // in the transcript it means something else
        return true;
    }
    // Where nothing typed is left to be undone the key is for what was deleted.
    if (key->matches(QKeySequence::Undo) && !document()->isUndoAvailable()) {
        event->ignore();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void PromptEditor::keyPressEvent(QKeyEvent *event)
{
    if (sends(*event)) {
        if (!m_composing)
            emit sendRequested();
        return;
    }
    if (walks(*event))
        return;
    if (event->key() == Qt::Key_Backspace && document()->isEmpty() && !m_composing)
        emit eraseRequested();
    const bool breaksLine = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (breaksLine) {
        insertPlainText(QStringLiteral("\n")); // Shift+Enter would make a line separator of it
        ensureCursorVisible();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void PromptEditor::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

bool PromptEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || !localFiles(*source).isEmpty();
}

void PromptEditor::insertFromMimeData(const QMimeData *source)
{
    const QStringList files = localFiles(*source);
    if (!files.isEmpty()) {
        emit filesGiven(files);
        return;
    }
    const QString text = withoutSeparators(source->text());
    if (text.size() >= kLongText)
        emit longTextPasted(text);
    else
        insertPlainText(text);
    ensureCursorVisible();
}

void PromptEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace pennyworth
