// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/messageaction.h"
#include "transcript/messagelayouts.h"
#include "transcript/messagelistmodel.h"
#include "transcript/selectedtext.h"
#include "transcript/sentenceannouncer.h"
#include "transcript/transcriptlayout.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QUrl>

class QLabel;
class QPushButton;

namespace pennyworth {

class RemotePictures;
class ScrollMarks;
class Theme;
class TranscriptSearch;
class Typesetter;
enum class CaretStep;

/// The conversation as a document: paints what MessageLayouts holds where TranscriptLayout says,
/// follows what streams while the reader wants it, and selects and copies across messages. Nothing
/// in it waits: it repaints at most every 16 ms, and no sooner than twice the cost of the last
/// time.
class TranscriptView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TranscriptView(const Theme &theme, QWidget *parent = nullptr);
    ~TranscriptView() override;

    void setTypesetter(Typesetter *typesetter); ///< not owned; null: nothing is typeset
    void setPictures(RemotePictures *pictures); ///< not owned; null: none can be loaded
    void setModel(MessageListModel *model); ///< not owned; null shows nothing
    [[nodiscard]] MessageListModel *model() const { return m_model; }

    [[nodiscard]] bool follows() const { return m_rows.follows(); }
    [[nodiscard]] SelectedText selection();
    [[nodiscard]] QRect messageRect(int row); ///< in the viewport; may lie outside of it
    [[nodiscard]] int rowAt(QPointF point); ///< of the viewport; the nearest, -1 without rows
    /// The controls of a message that can be pressed, in its coordinates; lays it out.
    [[nodiscard]] std::vector<TranscriptControl> controls(int row);
    [[nodiscard]] const std::vector<PlacedBlock> &blocks(int row); ///< of its answer or prompt
    [[nodiscard]] bool isRead(int row); ///< a very long message is not at once
    [[nodiscard]] QRectF caretRect(const TextPosition &position); ///< in its message's coordinates
    void activate(MessageId message, const TranscriptControl &control);
    [[nodiscard]] QRectF rectInView(const TextPosition &position); ///< of its character, as a caret

    [[nodiscard]] TextPosition positionAt(QPointF point); ///< of the viewport; the nearest

    // --- what helps to read
    /// Whose hits are marked; not owned, null: none.
    void setSearch(const TranscriptSearch *search);
    void refreshSearch(); ///< the hits are others
    void showHit(int row, int ordinal); ///< counted through reasoning and text of the message
    [[nodiscard]] const std::optional<TextSpan> &shownHit() const { return m_shownHit; }
    [[nodiscard]] int firstRowInView();
    void reveal(const TextPosition &position); ///< scrolls, where it is out of view
    void scrollToTop(const TextPosition &position);
    void jumpToQuestion(int step); ///< to the next prompt (1) or the one before (-1)
    void setTextZoom(int percent); ///< of the text, not of captions and buttons
    void setCodeDisplay(const CodeDisplay &display); ///< of code that was not changed by itself
    [[nodiscard]] bool isCaretShown() const { return m_isCaretShown; }
    /// What is selected, in reading order.
    [[nodiscard]] std::optional<TextSpan> selectedSpan() const
    {
        return m_selection.span(rowFinder());
    }
    void select(const TextSpan &span); ///< the caret goes to its end
    void clearSelection();
    void showCaretAt(const TextPosition &position); ///< and scrolls to it
    [[nodiscard]] const TextPosition &caret() const { return m_selection.caret().last; }
    [[nodiscard]] std::optional<TranscriptControl> focusedControl() const
    {
        return m_focused ? std::optional(m_focused->control) : std::nullopt;
    } ///< what Return presses

    /// Takes in what was appended since the last time and repaints it; runs by itself, at most
    /// every 16 ms.
    void refresh();

public slots:
    void jumpToLatest();
    void copy(); ///< the selection, as plain text, Markdown and HTML
    void selectAll();
    void copyMessage(pennyworth::MessageId message);
    /// Copies and selects by itself; asks for the rest by `actionRequested`.
    void perform(pennyworth::MessageId message, pennyworth::MessageAction action);

signals:
    void viewChanged(); ///< something else is seen, or at another place
    void zoomRequested(int steps);
    void saveRequested(const QString &code, const QString &fileName); ///< in such a file
    void linkActivated(const QUrl &url); ///< http, https or mailto
    void remedyRequested(pennyworth::MessageId message, pennyworth::Remedy remedy);
    void actionRequested(pennyworth::MessageId message, pennyworth::MessageAction action);
    void menuRequested(pennyworth::MessageId message, const QPoint &globalPlace);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class SelectBy { Characters, Words, Lines };

    /// A control and the message that it is of.
    struct ControlPlace {
        MessageId message;
        TranscriptControl control;
    };

    /// What is scrolled sideways by its bar.
    struct BarPlace {
        MessageId message;
        BlockPlace block;

        bool operator==(const BarPlace &) const = default;
    };

    // Content
    void connectModel();
    void resetRows();
    void insertRows(int first, int last);
    void changeRows(int first, int last, const QList<int> &roles);
    qreal takeGrowth();
    void takeTypesetting();
    [[nodiscard]] QString tipAt(QPointF point);
    void announce(int row, QString (SentenceAnnouncer::*what)(const MessageRow &));

    // Geometry
    void applyStyle();
    void readOn(); // a message that is very long
    void takeRead(int row);
    [[nodiscard]] MessageLayout &whole(int row); // read to its end
    void applyWidth();
    void settle();
    void ensureSettled();
    void syncScrollBar();
    void scrollByPixels(qreal pixels);
    void scrollToValue(qreal value);
    void placeOverlays();
    [[nodiscard]] TranscriptLayout::Measured measure(int row, const TranscriptLayout::Part &part);
    [[nodiscard]] TranscriptLayout::Measure measurer();
    [[nodiscard]] qreal columnLeft() const;
    [[nodiscard]] qreal rowTop(int row) const; ///< in the viewport
    [[nodiscard]] QPointF inMessage(int row, QPointF point) const;
    void paintRow(QPainter *painter, int row, const QRectF &visible);

    // Pointer and keyboard
    void hover(QPointF point);
    void showLink(const InlineLink &link);
    void hoverMessage(int row);
    void startSelection(QPointF point, SelectBy by);
    void extendSelection(QPointF point);
    void stopDragging();
    void dragOnward(); ///< the pointer stays outside while text is dragged
    [[nodiscard]] TextSpan spanAt(QPointF point, SelectBy by);
    [[nodiscard]] std::optional<ControlPlace> controlAt(QPointF point);
    [[nodiscard]] InlineLink linkAt(QPointF point);
    void openLink(const InlineLink &link);
    [[nodiscard]] InlineLink linkAtCaret();
    [[nodiscard]] std::vector<ControlPlace> controlsInView();
    void focusControl(const std::optional<ControlPlace> &place);
    [[nodiscard]] qreal pageHeight() const;
    [[nodiscard]] TextMarks marksOf(const std::optional<TextSpan> &selected,
        const TextPosition &start, const PlacedBlock &block) const;

    // The caret
    void beginSelection();
    bool moveCaret(QKeyEvent *event); ///< whether that was for it
    [[nodiscard]] TextPosition caretAfter(CaretStep step);
    [[nodiscard]] TextPosition caretInLines(qreal distance);
    [[nodiscard]] TextPosition endOf(int row);
    [[nodiscard]] std::optional<TextPosition> neighbour(TextPosition position, int direction);
    [[nodiscard]] QString blockText(const TextPosition &position);
    void placeCaret(const TextPosition &position, bool extends);
    void takeSelection(); // it is another one
    void paintCaret(QPainter *painter);
    void copyMessageAs(MessageId message, MessageAction form);
    void changeVersion(MessageId message, MessageAction action);
    [[nodiscard]] qreal versionsTop(int row); ///< in its message
    void focusVersionControl(int row, MessageAction action);
    void openMenuOfFocused();
    void loadPicture(MessageId message, const TranscriptControl &control);
    bool openPictureMenu(QPointF point, const QPoint &globalPlace); ///< where there is a picture

    // Code, and what scrolls sideways
    void activateCode(MessageId message, const TranscriptControl &control);
    void showCode(int row, const BlockPlace &place, const CodeDisplay &display);
    void openCodeMenu(
        MessageId message, const TranscriptControl &control, const QPoint &globalPlace);
    bool openCodeMenuAt(QPointF point, const QPoint &globalPlace);
    void keepEdge(const std::function<bool()> &change);
    [[nodiscard]] std::optional<BarPlace> barAt(QPointF point);
    [[nodiscard]] SidewaysBar barOf(const BarPlace &place); ///< in the viewport
    void scrollBar(const BarPlace &place, qreal pixels);
    bool pressBar(QPointF point); ///< whether there was one
    void dragBar(QPointF point);
    void hoverBar(QPointF point);
    void paintHotBar(QPainter *painter);
    [[nodiscard]] qreal beyondBlock();
    bool scrollSideways(QKeyEvent *event); ///< whether that was for it
    void scrollBlockTo(const TextPosition &position);

    [[nodiscard]] TextSelection::RowOf rowFinder() const;

    const Theme &m_theme;
    QPointer<Typesetter> m_typesetter;
    QPointer<RemotePictures> m_pictures;
    QPointer<MessageListModel> m_model;
    std::unique_ptr<MessageListModel> m_empty; // shown where there is none
    MessageLayouts m_layouts;
    TranscriptLayout m_rows;
    SentenceAnnouncer m_announcer;
    QSet<MessageId> m_grown; // since the last refresh
    qreal m_lowestGrown = 0; // in the viewport, the end of what grew in the last refresh
    QTimer m_refreshTimer;
    QTimer m_readTimer;
    QElapsedTimer m_cost;
    qint64 m_lastCostMs = 0;
    bool m_isDirty = true;
    bool m_isSyncing = false;
    int m_lastScrollValue = 0;

    TextSelection m_selection;
    SelectBy m_selectBy = SelectBy::Characters;
    bool m_isDragging = false;
    QPointF m_pointer;
    QPointF m_pressedAt;
    QTimer m_dragTimer;
    QElapsedTimer m_sinceDoubleClick;
    std::optional<ControlPlace> m_hovered;
    MessageId m_hoveredMessage;
    std::optional<ControlPlace> m_focused;
    std::optional<ControlPlace> m_pressed;
    std::optional<BarPlace> m_hotBar; // that is pointed at or held
    std::optional<qreal> m_barGrip; // where its handle is held, from its left end
    QString m_warnedOf; // the disguised address that was pressed once
    int m_zoomWheel = 0; // of a step, in eighths of a degree
    int m_zoom = 100;
    CodeDisplay m_codeDisplay;
    const TranscriptSearch *m_search = nullptr;
    std::optional<TextSpan> m_shownHit;
    bool m_isCaretShown = false;
    qreal m_caretX = -1; // where the caret wants to be in the lines that it passes; -1: where it is
    ScrollMarks *m_scrollMarks = nullptr;
    QPushButton *m_jumpButton = nullptr;
    QLabel *m_linkLabel = nullptr;
};

} // namespace pennyworth
