// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/blocklayout.h"
#include "transcript/remotepictures.h"

#include <QPixmap>
#include <QSize>

#include <optional>

namespace pennyworth {

/// A picture that stands in a message: a box with its description and its address until somebody
/// wants to see it, then the picture, no wider than the text, over its description. Selected as a
/// whole.
class PictureLayout final : public BlockLayout {
public:
    /// `image`: an Image, or a Link around one. `text`: its leaf text and what follows it without
    /// being seen, spaces and a break.
    PictureLayout(const MarkdownNode &image, const QString &text, const TranscriptStyle &style);

    qreal layOut(qreal width) override;
    [[nodiscard]] qreal estimatedHeight(qreal width) const override;
    void draw(QPainter *painter, QPointF at, const TextMarks &marks,
        const QRectF &visible) const override;
    [[nodiscard]] int positionAt(QPointF point) const override;
    [[nodiscard]] QRectF caretRect(int position) const override;
    [[nodiscard]] QString text() const override { return m_text; }
    [[nodiscard]] InlineLink linkAt(QPointF point) const override;
    [[nodiscard]] qreal firstBaseline() const override;
    /// Of the box, as long as the picture can be loaded.
    [[nodiscard]] QRectF buttonRect() const;
    bool takeTypesetting() override; ///< also takes the picture
    [[nodiscard]] QString tipAt(QPointF point) const override;

    [[nodiscard]] const RemotePicture &picture() const { return *m_picture; }
    [[nodiscard]] QString buttonLabel() const; ///< empty where it cannot be loaded
    [[nodiscard]] const InlineLink &link() const
    {
        return m_link;
    } ///< the one around it, or itself
    [[nodiscard]] bool isLinked() const { return m_link.target != m_address; }

private:
    [[nodiscard]] bool isShown() const { return m_state == RemotePicture::State::Shown; }
    [[nodiscard]] bool canBeLoaded() const { return RemotePicture::canBeLoadedIn(m_state); }
    [[nodiscard]] QSizeF shownSize() const;
    [[nodiscard]] QString shownAddress(qreal width) const;
    [[nodiscard]] QString problemText() const;
    void drawBox(QPainter *painter, const QRectF &box, const TextMarks &marks) const;
    void drawPicture(QPainter *painter, const QRectF &rect) const;
    [[nodiscard]] QColor ground(const TextMarks &marks) const;

    const TranscriptStyle &m_style;
    QString m_address;
    QString m_description;
    QString m_title;
    QString m_text;
    InlineLink m_link;
    std::shared_ptr<const RemotePicture> m_picture;
    RemotePicture::State m_state; // as it was taken last
    TextFlow m_caption;
    std::optional<TextFlow> m_problem;
    qreal m_width = 0;
    QRectF m_rect; // of the box or the picture
    mutable QPixmap m_pixmap; // as large as it is shown
};

} // namespace pennyworth
