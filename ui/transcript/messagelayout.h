// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/messagerow.h"
#include "transcript/textcolumn.h"
#include "transcript/transcriptcontrol.h"

#include <optional>

namespace pennyworth {

/// A block in a message.
struct BlockPlace {
    Section section = Section::Answer;
    int block = 0; ///< index of the PlacedBlock

    bool operator==(const BlockPlace &) const = default;
};

/// One message laid out: who speaks, the reasoning, the text, an error, figures and actions.
/// Coordinates are its own, as wide as the text column.
class MessageLayout final {
public:
    struct Look {
        std::function<TextMarks(Section section, int index, const PlacedBlock &block)> marks;
        std::optional<TranscriptControl> hovered;
        std::optional<TranscriptControl> focused;
        bool isHovered = false; ///< the pointer is somewhere on the message
        bool showsCaret = false; ///< the block at the end of what is being streamed
    };

    explicit MessageLayout(const TranscriptStyle &style);

    void setRow(const MessageRow &row);
    /// Text or reasoning only grew. Returns the top of what changed, where anything that is shown
    /// did.
    std::optional<qreal> grow(const MessageRow &row);

    void setReasoningShown(bool shown);
    [[nodiscard]] bool isReasoningShown() const { return m_reasoningShown; }

    qreal layOut(qreal width); ///< returns the height, with the space around a message
    [[nodiscard]] bool isExact() const; ///< nothing in the height is an estimate
    /// A very long text is not read at once; until it is, nothing of it is shown.
    [[nodiscard]] bool isReading() const { return m_reasoning.isReading() || m_answer.isReading(); }
    void readOn();
    void readAll(); ///< at once after all: somebody has to know what stands where
    /// As TextColumn::measure and measureAbove, once it is laid out.
    void measure(qreal from, qreal to);
    qreal measureAbove(qreal y, qreal distance);
    void draw(QPainter *painter, QPointF at, const QRectF &visible, const Look &look) const;

    [[nodiscard]] std::vector<TranscriptControl> controls() const; ///< those of its code, too
    [[nodiscard]] std::optional<TranscriptControl> controlAt(QPointF point) const;
    [[nodiscard]] TextPosition positionAt(QPointF point) const; ///< the nearest
    [[nodiscard]] bool isOverText(QPointF point) const;
    [[nodiscard]] QRectF caretRect(const TextPosition &position) const;
    [[nodiscard]] InlineLink linkAt(QPointF point) const;

    // --- its blocks (messageblocks.cpp)
    [[nodiscard]] std::optional<BlockPlace> blockAt(QPointF point) const;
    bool scrollBlock(const BlockPlace &place, qreal pixels); ///< sideways; whether it moved
    bool scrollTo(const TextPosition &position); ///< as BlockLayout::scrollTo
    [[nodiscard]] SidewaysBar sidewaysBar(const BlockPlace &place) const;
    [[nodiscard]] QRectF blockRect(const BlockPlace &place) const;
    [[nodiscard]] const CodeLayout *code(const BlockPlace &place) const; ///< null for other blocks
    [[nodiscard]] int codeNumber(const BlockPlace &place) const; ///< among those of its section
    void setCodeDisplays(Section section, std::map<int, CodeDisplay> displays);

    [[nodiscard]] QString tipAt(QPointF point) const;
    bool takeTypesetting(); ///< as BlockLayout::takeTypesetting

    [[nodiscard]] const TextColumn &column(Section section) const;
    [[nodiscard]] MessageId id() const { return m_row.id; }

    /// What a message of that much text will be about as high as.
    [[nodiscard]] static qreal estimatedHeight(
        const MessageRow &row, qreal width, const TranscriptStyle &style);

private:
    [[nodiscard]] qreal captionTop() const;
    void setText(TextColumn &column, const QString &text, bool isStreaming);
    [[nodiscard]] qreal layOutReasoning(qreal y);
    [[nodiscard]] qreal layOutProblem(qreal y);
    [[nodiscard]] qreal layOutFooter(qreal y);
    [[nodiscard]] qreal layOutFigures(qreal y);
    void layOutAgain();
    [[nodiscard]] qreal heightOf(TextColumn &text, qreal width) const;
    void layOutCaption();
    [[nodiscard]] std::vector<TranscriptControl::Kind> footerActions() const;
    [[nodiscard]] qreal widthOf(TranscriptControl::Kind action) const;
    [[nodiscard]] qreal widthOf(const std::vector<TranscriptControl::Kind> &actions) const;
    void placeActions(const std::vector<TranscriptControl::Kind> &actions, qreal y);
    [[nodiscard]] QString versionText() const;
    void addPictureControls(Section section);
    void addCodeControls(
        Section section, TextRange wanted, std::vector<TranscriptControl> &controls) const;
    [[nodiscard]] TextRange codeIn(Section section, qreal from, qreal to) const;
    void drawCodeControls(
        QPainter *painter, QPointF at, const QRectF &visible, const Look &look) const;
    void addControl(TranscriptControl::Kind kind, const QRectF &rect, const QString &label);
    [[nodiscard]] QPointF originOf(Section section) const;
    [[nodiscard]] Section sectionAt(QPointF point) const;
    [[nodiscard]] bool isPrompt() const { return m_row.role == Role::User; }
    [[nodiscard]] QStringList shownFigures() const;

    void drawNote(QPainter *painter, QPointF at) const;
    void drawSection(QPainter *painter, QPointF at, const QRectF &visible, Section section,
        const Look &look) const;
    void drawProblem(QPainter *painter, QPointF at) const;
    void drawFigures(QPainter *painter, QPointF at) const;
    void drawVersions(QPainter *painter, QPointF at, const Look &look) const;
    void drawControl(QPainter *painter, QPointF at, const QRectF &visible,
        const TranscriptControl &control, const Look &look) const;

    const TranscriptStyle &m_style;
    const TranscriptStyle m_reasoningStyle;
    MessageRow m_row; // without its texts, which the columns hold
    TextColumn m_reasoning;
    TextColumn m_answer;
    bool m_reasoningShown = false;
    qreal m_width = -1;
    qreal m_height = 0;
    QRectF m_box; // around a prompt
    QPointF m_reasoningOrigin;
    QPointF m_answerOrigin;
    QRectF m_problemBox;
    std::vector<std::pair<std::unique_ptr<TextFlow>, QColor>> m_problemLines;
    std::vector<std::pair<QString, QRectF>> m_figures;
    qreal m_captionEnd = 0; // where the speaker's name has to end
    QRectF m_previousPlace; // of the arrows, also where they lead nowhere
    QRectF m_nextPlace;
    std::vector<TranscriptControl> m_controls;
};

} // namespace pennyworth
