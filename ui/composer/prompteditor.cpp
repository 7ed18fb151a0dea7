// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/prompteditor.h"

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

void PromptEditor::keyPressEvent(QKeyEvent *event)
{
    if (sends(*event)) {
        if (!m_composing)
            emit sendRequested();
        return;
    }
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

void PromptEditor::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertPlainText(source->text());
    ensureCursorVisible();
}

void PromptEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace pennyworth
