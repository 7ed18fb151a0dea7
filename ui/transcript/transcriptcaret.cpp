// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"
#include "transcript/caretstep.h"
#include "transcript/messagelistmodel.h"
#include "transcript/transcriptaccessible.h"
#include "transcript/transcriptview.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace pennyworth {

// Reading and selecting in a TranscriptView by the keyboard. The caret shows once a key has moved
// it: Shift with the usual keys selects, F7 lets the keys alone move it.

namespace {

struct CaretKey {
    QKeySequence::StandardKey move;
    QKeySequence::StandardKey select;
    CaretStep step;
};

constexpr std::array<CaretKey, 12> kCaretKeys{{
    {QKeySequence::MoveToPreviousChar, QKeySequence::SelectPreviousChar,
        CaretStep::PreviousCharacter},
    {QKeySequence::MoveToNextChar, QKeySequence::SelectNextChar, CaretStep::NextCharacter},
    {QKeySequence::MoveToPreviousWord, QKeySequence::SelectPreviousWord, CaretStep::PreviousWord},
    {QKeySequence::MoveToNextWord, QKeySequence::SelectNextWord, CaretStep::NextWord},
    {QKeySequence::MoveToPreviousLine, QKeySequence::SelectPreviousLine, CaretStep::LineUp},
    {QKeySequence::MoveToNextLine, QKeySequence::SelectNextLine, CaretStep::LineDown},
    {QKeySequence::MoveToStartOfLine, QKeySequence::SelectStartOfLine, CaretStep::LineStart},
    {QKeySequence::MoveToEndOfLine, QKeySequence::SelectEndOfLine, CaretStep::LineEnd},
    {QKeySequence::MoveToPreviousPage, QKeySequence::SelectPreviousPage, CaretStep::PageUp},
    {QKeySequence::MoveToNextPage, QKeySequence::SelectNextPage, CaretStep::PageDown},
    {QKeySequence::MoveToStartOfDocument, QKeySequence::SelectStartOfDocument, CaretStep::Start},
    {QKeySequence::MoveToEndOfDocument, QKeySequence::SelectEndOfDocument, CaretStep::End},
}};

bool isVertical(CaretStep step)
{
    return step == CaretStep::LineUp || step == CaretStep::LineDown || step == CaretStep::PageUp
        || step == CaretStep::PageDown;
}

} // namespace

bool TranscriptView::moveCaret(QKeyEvent *event)
{
    if (m_model->rowCount() == 0)
        return false;
    if (event->key() == Qt::Key_F7) {
        beginSelection();
        m_isCaretShown = !m_isCaretShown;
        viewport()->update();
        return true;
    }
    const auto *const key = std::ranges::find_if(kCaretKeys, [this, event](const CaretKey &known) {
        return event->matches(known.select) || (m_isCaretShown && event->matches(known.move));
    });
    if (key == kCaretKeys.end())
        return false;
    beginSelection();
    if (!isVertical(key->step))
        m_caretX = -1;
    m_isCaretShown = true;
    placeCaret(caretAfter(key->step), event->matches(key->select));
    return true;
}

// Where nothing was pressed yet, at the first line in view.
void TranscriptView::beginSelection()
{
    if (m_selection.isStarted() && m_model->rowOf(caret().message) >= 0)
        return;
    ensureSettled();
    m_selection.start(spanAt({columnLeft(), 0}, SelectBy::Characters));
}

TextPosition TranscriptView::caretAfter(CaretStep step)
{
    using enum CaretStep;
    const TextPosition &from = caret();
    const int direction = step == NextCharacter || step == NextWord ? 1 : -1;
    TextPosition to = from;
    switch (step) {
    case PreviousCharacter:
    case NextCharacter:
    case PreviousWord:
    case NextWord: {
        const bool byWord = step == PreviousWord || step == NextWord;
        const QString text = blockText(from);
        to.offset = byWord ? nextWord(text, from.offset, direction)
                           : nextCharacter(text, from.offset, direction);
        return to.offset >= 0 ? to : neighbour(from, direction).value_or(from);
    }
    case LineStart:
    case LineEnd: {
        constexpr qreal kFar = 1e7; // also in a line that runs on beyond the view
        const qreal x = step == LineStart ? -kFar : kFar;
        return spanAt({x, rectInView(from).center().y()}, SelectBy::Characters).first;
    }
    case LineUp:
    case LineDown:
        return caretInLines(step == LineUp ? -1 : 1);
    case PageUp:
    case PageDown:
        return caretInLines(step == PageUp ? -pageHeight() : pageHeight());
    case Start:
        return {.message = m_model->row(0).id, .section = Section::Answer, .block = 0, .offset = 0};
    case End:
        return endOf(m_model->rowCount() - 1);
    }
    Q_UNREACHABLE();
}

TextPosition TranscriptView::endOf(int row)
{
    TextPosition end{
        .message = m_model->row(row).id, .section = Section::Answer, .block = 0, .offset = 0};
    end.block = std::max(0, int(blocks(row).size()) - 1);
    end.offset = int(blockText(end).size());
    return end;
}

// Down or up by a distance, at least by a line.
TextPosition TranscriptView::caretInLines(qreal distance)
{
    constexpr int kTries = 12; // the space between messages is so many lines at most
    const TextPosition from = caret();
    QRectF place = rectInView(from);
    if (m_caretX < 0)
        m_caretX = place.left();
    const qreal half = m_layouts.style().lineHeight / 2;
    const bool isDown = distance > 0;
    qreal y = isDown ? place.bottom() + distance : place.top() + distance;
    for (int i = 0; i < kTries; ++i, y += isDown ? half : -half) {
        const qreal beyond = y < 0 ? y : std::max(0.0, y - viewport()->height() + 1);
        if (beyond != 0) {
            const qreal before = rectInView(from).top();
            scrollByPixels(beyond + (isDown ? half : -half));
            y += rectInView(from).top() - before;
        }
        const TextPosition to = spanAt({m_caretX, y}, SelectBy::Characters).first;
        place = rectInView(from);
        const QRectF reached = rectInView(to);
        if (isDown ? reached.top() > place.top() : reached.top() < place.top())
            return to;
    }
    return neighbour(from, isDown ? 1 : -1).value_or(from);
}

QString TranscriptView::blockText(const TextPosition &position)
{
    const int row = m_model->rowOf(position.message);
    const std::vector<PlacedBlock> &blocks = m_layouts.at(row).column(position.section).blocks();
    const auto index = size_t(position.block);
    return index < blocks.size() ? blocks[index].layout->text() : QString();
}

// The end of the block before, or the start of the one behind.
std::optional<TextPosition> TranscriptView::neighbour(TextPosition position, int direction)
{
    int row = m_model->rowOf(position.message);
    while (row >= 0 && row < m_model->rowCount()) {
        const MessageLayout &layout = m_layouts.at(row);
        const auto count = int(layout.column(position.section).blocks().size());
        position.message = layout.id();
        position.block += direction;
        if (position.block >= 0 && position.block < count) {
            const qsizetype length = blockText(position).size();
            if (length == 0)
                continue;
            position.offset = direction > 0 ? 0 : int(length);
            return position;
        }
        const bool isForward = direction > 0;
        const Section last = isForward ? Section::Answer : Section::Reasoning;
        if (position.section != last && (isForward || layout.isReasoningShown())) {
            position.section = last;
        } else {
            row += direction;
            const bool hasRow = row >= 0 && row < m_model->rowCount();
            const bool opens = isForward && hasRow && m_layouts.at(row).isReasoningShown();
            position.section = opens ? Section::Reasoning : Section::Answer;
        }
        const bool hasRow = row >= 0 && row < m_model->rowCount();
        position.block = isForward || !hasRow
            ? -1
            : int(m_layouts.at(row).column(position.section).blocks().size());
    }
    return std::nullopt;
}

void TranscriptView::placeCaret(const TextPosition &position, bool extends)
{
    const TextSpan span{.first = position, .last = position};
    if (extends)
        m_selection.extendTo(span);
    else
        m_selection.start(span);
    const QRectF place = rectInView(position);
    const qreal height = viewport()->height();
    if (place.top() < -height || place.bottom() > 2 * height)
        reveal(position);
    else if (place.top() < 0)
        scrollByPixels(place.top() - m_layouts.style().lineHeight / 2);
    else if (place.bottom() > height)
        scrollByPixels(place.bottom() - height + m_layouts.style().lineHeight / 2);
    scrollBlockTo(position);
    showLink(linkAtCaret());
    takeSelection();
}

void TranscriptView::takeSelection()
{
    viewport()->update();
    if (QAccessible::isActive())
        announceCaret(*this, m_model->rowOf(caret().message));
}

void TranscriptView::select(const TextSpan &span)
{
    m_selectBy = SelectBy::Characters;
    m_selection.start({.first = span.first, .last = span.first});
    m_selection.extendTo({.first = span.last, .last = span.last});
    takeSelection();
}

void TranscriptView::selectAll()
{
    if (m_model->rowCount() == 0)
        return;
    const TextPosition first{
        .message = m_model->row(0).id, .section = Section::Reasoning, .block = 0, .offset = 0};
    select({.first = first, .last = endOf(m_model->rowCount() - 1)});
}

void TranscriptView::clearSelection()
{
    m_selection.start({.first = caret(), .last = caret()});
    takeSelection();
}

void TranscriptView::showCaretAt(const TextPosition &position)
{
    m_isCaretShown = true;
    placeCaret(position, false);
}

InlineLink TranscriptView::linkAtCaret()
{
    if (m_model->rowOf(caret().message) < 0)
        return {};
    const QRectF place = rectInView(caret());
    return linkAt({place.left() + 1, place.center().y()});
}

void TranscriptView::paintCaret(QPainter *painter)
{
    constexpr qreal kWidth = 2;
    const int row = m_model->rowOf(caret().message);
    if (!m_isCaretShown || !hasFocus() || row < m_rows.anchor().row || row >= m_rows.count()
        || rowTop(row) > viewport()->height())
        return;
    const QRectF place = rectInView(caret());
    painter->fillRect(QRectF(place.left() - kWidth / 2, place.top(), kWidth, place.height()),
        m_theme.palette().accent);
}

qreal TranscriptView::pageHeight() const
{
    return viewport()->height() - 2 * m_layouts.style().lineHeight;
}

} // namespace pennyworth
