// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/messagelayout.h"

#include "theme/metrics.h"
#include "transcript/controltext.h"
#include "transcript/messagemetrics.h"
#include "transcript/picturelayout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pennyworth {

using namespace messagemetrics;

namespace {

qreal estimatedTextHeight(qsizetype length, qreal width, const TranscriptStyle &style)
{
    // Prose in a proportional font; the rest of a line's worth accounts for headings, lists and
    // what paragraphs leave over.
    constexpr qreal kCharacterWidth = 0.5; // of the line height's third
    constexpr qreal kSlack = 1.35;
    const qreal characters = std::max(1.0, width / (style.lineHeight / 3 / kCharacterWidth / 2));
    const qreal lines = std::ceil(qreal(length) / characters);
    return lines * style.lineHeight * (lines > 2 ? kSlack : 1);
}

SoftBreaks softBreaksOf(Role role)
{
    return role == Role::User ? SoftBreaks::Lines : SoftBreaks::Spaces;
}

// Reasoning is read in passing.
TranscriptStyle mutedStyle(TranscriptStyle style)
{
    style.palette.text = style.palette.muted;
    return style;
}

} // namespace

MessageLayout::MessageLayout(const TranscriptStyle &style)
    : m_style(style)
    , m_reasoningStyle(mutedStyle(style))
    , m_reasoning(m_reasoningStyle, SoftBreaks::Spaces)
    , m_answer(style, SoftBreaks::Spaces)
{
}

void MessageLayout::setRow(const MessageRow &row)
{
    const bool isStreaming = row.status == MessageStatus::Streaming;
    m_answer.setSoftBreaks(softBreaksOf(row.role));
    setText(m_reasoning, row.reasoning, isStreaming);
    setText(m_answer, row.text, isStreaming);
    m_row = row;
    m_row.text.clear();
    m_row.reasoning.clear();
    m_width = -1;
}

void MessageLayout::setText(TextColumn &column, const QString &text, bool isStreaming)
{
    const bool grew = m_row.status == MessageStatus::Streaming && m_row.id.isValid()
        && text.startsWith(column.text());
    if (isStreaming && (grew || column.isEmpty())) {
        column.grow(text);
    } else if (grew && !column.isEmpty()) {
        column.grow(text);
        column.finish();
    } else if (column.text() != text) {
        column.setText(text);
    }
}

std::optional<qreal> MessageLayout::grow(const MessageRow &row)
{
    const std::optional<qreal> reasoning = m_reasoning.grow(row.reasoning);
    const std::optional<qreal> answer = m_answer.grow(row.text);
    if (reasoning || answer)
        m_width = -1;
    if (reasoning && m_reasoningShown)
        return m_reasoningOrigin.y() + *reasoning;
    return answer ? std::optional(m_answerOrigin.y() + *answer) : std::nullopt;
}

void MessageLayout::setReasoningShown(bool shown)
{
    if (m_reasoningShown == shown)
        return;
    m_reasoningShown = shown;
    m_width = -1;
}

qreal MessageLayout::captionTop() const
{
    return kAbove + (m_row.note.isEmpty() ? 0 : kNoteHeight);
}

qreal MessageLayout::layOut(qreal width)
{
    if (width == m_width)
        return m_height;
    m_width = width;
    m_controls.clear();
    m_previousPlace = m_nextPlace = {};
    layOutCaption();
    qreal y = captionTop() + kCaptionHeight + metrics::kHalf;
    if (isPrompt()) {
        m_answerOrigin = {kInset, y + kPromptPadding};
        const qreal height = heightOf(m_answer, width - 2 * kInset);
        m_box = QRectF(0, y, width, height + 2 * kPromptPadding);
        y = m_box.bottom();
    } else {
        y = layOutReasoning(y);
        m_answerOrigin = {0, y};
        if (!m_answer.isEmpty() || m_row.status == MessageStatus::Streaming)
            y += std::max(heightOf(m_answer, width), m_style.lineHeight);
    }
    addPictureControls(Section::Answer);
    y = layOutProblem(y);
    y = layOutFooter(y);
    m_height = y + kBelow;
    return m_height;
}

bool MessageLayout::isExact() const
{
    return !isReading() && m_answer.isExact() && (!m_reasoningShown || m_reasoning.isExact());
}

void MessageLayout::readOn()
{
    TextColumn &text = m_reasoning.isReading() ? m_reasoning : m_answer;
    text.readOn();
    m_width = -1;
}

void MessageLayout::readAll()
{
    if (isReading())
        m_width = -1;
    m_reasoning.readAll();
    m_answer.readAll();
}

qreal MessageLayout::heightOf(TextColumn &text, qreal width) const
{
    return text.isReading() ? estimatedTextHeight(text.text().size(), width, m_style)
                            : text.layOut(width);
}

void MessageLayout::layOutAgain()
{
    layOut(std::exchange(m_width, -1));
}

void MessageLayout::measure(qreal from, qreal to)
{
    if (isExact() || isReading())
        return;
    if (m_reasoningShown
        && m_reasoning.measure(from - m_reasoningOrigin.y(), to - m_reasoningOrigin.y()))
        layOutAgain();
    if (m_answer.measure(from - m_answerOrigin.y(), to - m_answerOrigin.y()))
        layOutAgain();
}

qreal MessageLayout::measureAbove(qreal y, qreal distance)
{
    if (isExact() || isReading())
        return 0;
    const qreal above = y - distance;
    qreal moved = m_answer.measureAbove(y - m_answerOrigin.y(), distance);
    const qreal border = m_answerOrigin.y();
    if (m_reasoningShown && above < border) {
        const qreal end = std::min(y, border) - m_reasoningOrigin.y();
        moved += m_reasoning.measureAbove(end, end + m_reasoningOrigin.y() - above);
    }
    layOutAgain();
    return moved;
}

qreal MessageLayout::layOutReasoning(qreal y)
{
    if (m_row.reasoningSummary.isEmpty())
        return y;
    const qreal width = QFontMetricsF(m_style.caption).horizontalAdvance(m_row.reasoningSummary)
        + 2 * metrics::kGrid + 4;
    addControl(TranscriptControl::Kind::Reasoning,
        QRectF(-metrics::kHalf, y - 2, width, kActionHeight), m_row.reasoningSummary);
    y += kActionHeight + metrics::kHalf;
    if (!m_reasoningShown)
        return y;
    m_reasoningOrigin = {kReasoningInset, y};
    y += heightOf(m_reasoning, m_width - kReasoningInset) + 2 * metrics::kGrid;
    addPictureControls(Section::Reasoning);
    return y;
}

qreal MessageLayout::layOutProblem(qreal y)
{
    m_problemBox = {};
    m_problemLines.clear();
    if (!m_row.problem)
        return y;
    const MessageProblem &problem = *m_row.problem;
    const bool isFailure = m_row.status == MessageStatus::Failed;
    y += m_answer.isEmpty() ? 0 : metrics::kGrid + metrics::kHalf;
    const qreal top = y;
    y += kPromptPadding;
    const auto addLine = [&](const QString &text, const QFont &font, const QColor &color) {
        if (text.isEmpty())
            return;
        auto flow = std::make_unique<TextFlow>(InlineText{.text = text}, font, m_style.lineHeight);
        y += flow->layOut(m_width - 2 * kInset);
        m_problemLines.emplace_back(std::move(flow), color);
    };
    QFont strong = m_style.interface;
    strong.setWeight(QFont::DemiBold);
    addLine(problem.message, strong, isFailure ? m_style.palette.danger : m_style.palette.text);
    addLine(problem.remedy, m_style.interface, m_style.palette.text);
    addLine(problem.charged, m_style.interface,
        problem.mayHaveCost ? m_style.palette.warning : m_style.palette.muted);
    addLine(problem.detail, m_style.caption, m_style.palette.muted);
    const QString label = remedyLabel(problem.action);
    if (!label.isEmpty()) {
        y += metrics::kGrid;
        const qreal width = QFontMetricsF(m_style.interface).horizontalAdvance(label) + 2 * kInset;
        addControl(TranscriptControl::Kind::Remedy, QRectF(kInset, y, width, kButtonHeight), label);
        y += kButtonHeight;
    }
    y += kPromptPadding;
    m_problemBox = QRectF(0, top, m_width, y - top);
    return y;
}

QStringList MessageLayout::shownFigures() const
{
    QStringList figures = m_row.figures;
    if (!m_row.cost.isEmpty())
        figures += m_row.cost;
    return figures;
}

// In as many lines as they need.
qreal MessageLayout::layOutFigures(qreal y)
{
    const QFontMetricsF metrics(m_style.caption);
    qreal x = 0;
    const QStringList figures = shownFigures();
    for (const QString &figure : figures) {
        const qreal width = std::min(std::ceil(metrics.horizontalAdvance(figure)), m_width);
        if (x > 0 && x + width > m_width) {
            x = 0;
            y += kActionHeight;
        }
        m_figures.emplace_back(figure, QRectF(x, y, width, kActionHeight));
        x += width + kFigureGap;
    }
    return figures.isEmpty() ? y : y + kActionHeight;
}

// What can be done with a prompt stands beside who said it, so that nothing moves when it shows.
void MessageLayout::layOutCaption()
{
    using enum TranscriptControl::Kind;
    m_captionEnd = m_width;
    if (!isPrompt())
        return;
    std::vector<TranscriptControl::Kind> actions;
    if (m_row.actions.canRegenerate)
        actions.push_back(Regenerate);
    actions.insert(actions.end(), {Edit, Menu});
    if (m_row.actions.versions > 1)
        actions.insert(actions.end(), {Previous, Next});
    placeActions(actions, captionTop() + (kCaptionHeight - kActionHeight) / 2);
    m_captionEnd = m_width - widthOf(actions);
}

std::vector<TranscriptControl::Kind> MessageLayout::footerActions() const
{
    using enum TranscriptControl::Kind;
    std::vector<TranscriptControl::Kind> actions;
    const bool isStreaming = m_row.status == MessageStatus::Streaming;
    const pennyworth::Remedy remedy =
        m_row.problem ? m_row.problem->action : pennyworth::Remedy::None;
    if (m_row.wantsPrice)
        actions.push_back(SetPrice);
    if (!isStreaming && !m_answer.isEmpty())
        actions.push_back(Copy);
    if (m_row.actions.canContinue && remedy != pennyworth::Remedy::Continue)
        actions.push_back(Continue);
    if (m_row.actions.canRegenerate && remedy != pennyworth::Remedy::Retry)
        actions.push_back(Regenerate);
    if (m_row.actions.versions > 1)
        actions.insert(actions.end(), {Previous, Next});
    if (!isStreaming)
        actions.push_back(Menu);
    return actions;
}

qreal MessageLayout::layOutFooter(qreal y)
{
    m_figures.clear();
    if (isPrompt())
        return y;
    const std::vector<TranscriptControl::Kind> actions = footerActions();
    if (m_row.status == MessageStatus::Streaming) {
        if (actions.empty())
            return y;
        y += metrics::kGrid;
        placeActions(actions, y);
        return y + kActionHeight;
    }
    y = layOutFigures(y + metrics::kGrid);
    QRectF figures;
    for (const auto &[text, rect] : m_figures)
        figures |= rect;
    if (!figures.isEmpty())
        addControl(TranscriptControl::Kind::Figures,
            figures.adjusted(-metrics::kHalf, 0, metrics::kHalf, 0),
            actionLabel(TranscriptControl::Kind::Figures));
    const qreal figuresEnd = m_figures.empty() ? 0 : m_figures.back().second.right();
    if (!m_figures.empty() && figuresEnd + widthOf(actions) <= m_width)
        y -= kActionHeight; // beside the last figure
    placeActions(actions, y);
    return y + kActionHeight;
}

QString MessageLayout::versionText() const
{
    return QStringLiteral("%1/%2").arg(m_row.actions.version).arg(m_row.actions.versions);
}

qreal MessageLayout::widthOf(TranscriptControl::Kind action) const
{
    using enum TranscriptControl::Kind;
    const QFontMetricsF metrics(m_style.caption);
    if (action == Menu)
        return kMenuWidth;
    if (action == Next)
        return kArrowWidth;
    if (action == Previous) // with the count behind it
        return kArrowWidth + std::ceil(metrics.horizontalAdvance(versionText()));
    return metrics.horizontalAdvance(actionLabel(action)) + 2 * metrics::kGrid;
}

qreal MessageLayout::widthOf(const std::vector<TranscriptControl::Kind> &actions) const
{
    qreal width = 0;
    for (const TranscriptControl::Kind action : actions)
        width += widthOf(action);
    return width;
}

// In a line that ends where the text does: the labels, not the space around them.
void MessageLayout::placeActions(const std::vector<TranscriptControl::Kind> &actions, qreal y)
{
    using enum TranscriptControl::Kind;
    qreal x = m_width - widthOf(actions) + metrics::kGrid - 2;
    for (const TranscriptControl::Kind action : actions) {
        QRectF rect(x, y, widthOf(action), kActionHeight);
        x += rect.width();
        if (action == Previous) {
            rect.setWidth(kArrowWidth);
            m_previousPlace = rect;
        } else if (action == Next) {
            m_nextPlace = rect;
        }
        const bool leadsNowhere = (action == Previous && m_row.actions.version <= 1)
            || (action == Next && m_row.actions.version >= m_row.actions.versions);
        if (leadsNowhere)
            continue;
        addControl(action, rect, actionLabel(action));
        m_controls.back().isQuiet = isPrompt() && (action == Edit || action == Menu);
    }
}

void MessageLayout::addControl(
    TranscriptControl::Kind kind, const QRectF &rect, const QString &label)
{
    m_controls.push_back({.kind = kind, .rect = rect, .label = label});
}

void MessageLayout::addPictureControls(Section section)
{
    const TextColumn &text = column(section);
    if (text.isReading())
        return;
    for (const int index : text.pictureBlocks()) {
        const PlacedBlock &block = text.blocks()[size_t(index)];
        const auto &picture = static_cast<const PictureLayout &>(*block.layout);
        if (!block.isExact || picture.buttonLabel().isEmpty())
            continue;
        const QPointF place = originOf(section) + QPointF(block.indent, block.top);
        m_controls.push_back({.kind = TranscriptControl::Kind::LoadPicture,
            .section = section,
            .block = index,
            .rect = picture.buttonRect().translated(place),
            .label = picture.buttonLabel()});
    }
}

const TextColumn &MessageLayout::column(Section section) const
{
    return section == Section::Reasoning ? m_reasoning : m_answer;
}

QPointF MessageLayout::originOf(Section section) const
{
    return section == Section::Reasoning ? m_reasoningOrigin : m_answerOrigin;
}

Section MessageLayout::sectionAt(QPointF point) const
{
    const bool isReasoning = m_reasoningShown && !m_reasoning.isEmpty()
        && (point.y() < m_answerOrigin.y() || m_answer.isEmpty());
    return isReasoning ? Section::Reasoning : Section::Answer;
}

TextPosition MessageLayout::positionAt(QPointF point) const
{
    const Section section = sectionAt(point);
    const TextColumn::Place place = column(section).positionAt(point - originOf(section));
    return {.message = m_row.id, .section = section, .block = place.block, .offset = place.offset};
}

bool MessageLayout::isOverText(QPointF point) const
{
    const Section section = sectionAt(point);
    const QPointF inside = point - originOf(section);
    const std::vector<PlacedBlock> &blocks = column(section).blocks();
    return !blocks.empty() && inside.x() >= 0 && inside.x() <= m_width && inside.y() >= 0
        && inside.y() < blocks.back().top + blocks.back().height;
}

QRectF MessageLayout::caretRect(const TextPosition &position) const
{
    return column(position.section)
        .caretRect({.block = position.block, .offset = position.offset})
        .translated(originOf(position.section));
}

InlineLink MessageLayout::linkAt(QPointF point) const
{
    if (!isOverText(point))
        return {};
    const Section section = sectionAt(point);
    return column(section).linkAt(point - originOf(section));
}

QString MessageLayout::tipAt(QPointF point) const
{
    const std::optional<TranscriptControl> control = controlAt(point);
    if (control && control->kind == TranscriptControl::Kind::Figures)
        return m_row.costTip;
    if (!isOverText(point))
        return {};
    const Section section = sectionAt(point);
    return column(section).tipAt(point - originOf(section));
}

bool MessageLayout::takeTypesetting()
{
    const bool isNewReasoning = m_reasoning.takeTypesetting();
    const bool isNewAnswer = m_answer.takeTypesetting();
    if (isNewReasoning || isNewAnswer)
        m_width = -1;
    return isNewReasoning || isNewAnswer;
}

qreal MessageLayout::estimatedHeight(
    const MessageRow &row, qreal width, const TranscriptStyle &style)
{
    const qreal text = estimatedTextHeight(row.text.size(), width, style);
    const qreal around = kAbove + kCaptionHeight + metrics::kHalf + kBelow;
    const qreal extra =
        row.role == Role::User ? 2 * kPromptPadding : kActionHeight + metrics::kGrid;
    return around + text + extra + (row.reasoningSummary.isEmpty() ? 0 : kActionHeight);
}

} // namespace pennyworth
