// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/picturelayout.h"

#include "theme/metrics.h"
#include "theme/paint.h"
#include "transcript/linktarget.h"
#include "transcript/picturedecoding.h"
#include "transcript/remotepictures.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kPadding = 12;
constexpr qreal kLabelRoom = 24; // between the words and the button
constexpr qreal kSign = 20; // the side of the sign for a picture
constexpr qreal kHighest = 1200;

std::shared_ptr<const RemotePicture> pictureOf(const QString &address, const TranscriptStyle &style)
{
    if (style.pictures)
        return style.pictures->picture(address);
    auto none = std::make_shared<RemotePicture>();
    none->address = address;
    none->state = RemotePicture::State::NotLoadable;
    return none;
}

const MarkdownNode &imageIn(const MarkdownNode &node)
{
    return node.kind == MarkdownKind::Link ? node.children.front() : node;
}

// A frame with a hill and the sun.
void drawSign(QPainter *painter, const QRectF &rect, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const QRectF frame = rect.adjusted(1.5, 3, -1.5, -3);
    painter->drawRoundedRect(frame, 2, 2);
    painter->drawPolyline(QPolygonF({frame.bottomLeft() + QPointF(1.5, -2),
        frame.bottomLeft() + QPointF(6, -7), frame.bottomLeft() + QPointF(9.5, -3.5),
        frame.bottomLeft() + QPointF(12, -6), frame.bottomRight() + QPointF(-1.5, -2)}));
    painter->drawEllipse(frame.topRight() + QPointF(-4.5, 4), 1.2, 1.2);
    painter->restore();
}

} // namespace

PictureLayout::PictureLayout(
    const MarkdownNode &image, const QString &text, const TranscriptStyle &style)
    : m_style(style)
    , m_address(imageIn(image).target)
    , m_description(withVisibleControls(imageIn(image).text.simplified()))
    , m_title(withVisibleControls(imageIn(image).title))
    , m_text(text)
    , m_link(
          {.start = 0, .length = int(text.size()), .target = image.target, .text = m_description})
    , m_picture(pictureOf(m_address, style))
    , m_state(m_picture->state)
    , m_caption(
          {.text = m_description}, style.caption, std::ceil(QFontMetricsF(style.caption).height()))
{
}

QString PictureLayout::buttonLabel() const
{
    if (!canBeLoaded())
        return {};
    return m_state == RemotePicture::State::Failed
        ? QCoreApplication::translate("pennyworth::Transcript", "Try again")
        : QCoreApplication::translate("pennyworth::Transcript", "Load image");
}

// What stands in the message itself is not to be read.
QString PictureLayout::shownAddress(qreal width) const
{
    if (isDataAddress(m_address))
        return m_address.left(m_address.indexOf(u';'));
    return elidedAddress(linkTarget(m_address, {}), QFontMetrics(m_style.caption), int(width));
}

// What became of it, or what is not as it looks.
QString PictureLayout::problemText() const
{
    if (!m_picture->problem.isEmpty() || !canBeLoaded())
        return m_picture->problem;
    return linkTarget(m_address, {}).warning;
}

QSizeF PictureLayout::shownSize() const
{
    QSizeF size = m_picture->size;
    const qreal most = std::min({1.0, m_width / size.width(), kHighest / size.height()});
    size *= most;
    return size.expandedTo({1, 1});
}

qreal PictureLayout::layOut(qreal width)
{
    m_width = width;
    if (isShown()) {
        m_rect = QRectF(QPointF(), shownSize());
        const qreal caption = m_description.isEmpty() ? 0 : m_caption.layOut(width);
        return std::ceil(m_rect.height()) + (caption > 0 ? caption + metrics::kHalf : 0);
    }
    const qreal line = QFontMetricsF(m_style.interface).height();
    const qreal lines = line + QFontMetricsF(m_style.caption).height();
    qreal problem = 0;
    m_problem.reset();
    if (const QString said = problemText(); !said.isEmpty()) {
        m_problem.emplace(InlineText{.text = said}, m_style.caption,
            std::ceil(QFontMetricsF(m_style.caption).height()));
        problem = m_problem->layOut(std::max(width - 3 * kPadding - kSign, 1.0)) + metrics::kHalf;
    }
    m_rect = QRectF(0, 0, width, std::ceil(lines + problem) + 2 * kPadding);
    return m_rect.height();
}

qreal PictureLayout::estimatedHeight(qreal) const
{
    return 2 * kPadding + QFontMetricsF(m_style.interface).height()
        + QFontMetricsF(m_style.caption).height();
}

QColor PictureLayout::ground(const TextMarks &marks) const
{
    if (!marks.selected.isEmpty())
        return m_style.palette.selection;
    if (!marks.current.isEmpty())
        return currentFoundColor(m_style.palette);
    return marks.found.empty() ? QColor() : foundColor(m_style.palette);
}

void PictureLayout::draw(
    QPainter *painter, QPointF at, const TextMarks &marks, const QRectF &visible) const
{
    const QRectF rect = m_rect.translated(at);
    if (!isShown()) {
        drawBox(painter, rect, marks);
        return;
    }
    if (rect.intersects(visible))
        drawPicture(painter, rect);
    if (QColor color = ground(marks); color.isValid()) {
        constexpr float kOverPicture = 0.5F;
        color.setAlphaF(std::min(color.alphaF(), kOverPicture));
        painter->fillRect(rect, color);
    }
    if (!m_description.isEmpty()) {
        painter->setPen(m_style.palette.muted);
        m_caption.draw(
            painter, {at.x(), rect.bottom() + metrics::kHalf}, {}, m_style.palette, visible);
    }
}

void PictureLayout::drawPicture(QPainter *painter, const QRectF &rect) const
{
    const qreal scale = painter->device()->devicePixelRatioF();
    const QSize pixels = (rect.size() * scale).toSize().expandedTo({1, 1});
    if (m_pixmap.size() != pixels) {
        m_pixmap = QPixmap::fromImage(
            m_picture->image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_pixmap.setDevicePixelRatio(scale);
    }
    painter->drawPixmap(rect.topLeft(), m_pixmap);
}

void PictureLayout::drawBox(QPainter *painter, const QRectF &box, const TextMarks &marks) const
{
    const Palette &palette = m_style.palette;
    drawRoundedBox(painter, box.adjusted(0.5, 0.5, -0.5, -0.5),
        {.fill = palette.raised, .line = palette.hairline, .radius = metrics::kCardRadius});
    if (const QColor color = ground(marks); color.isValid())
        drawRoundedBox(
            painter, box, {.fill = color, .line = QColor(), .radius = metrics::kCardRadius});
    drawSign(painter, {box.left() + kPadding, box.top() + kPadding, kSign, kSign}, palette.muted);

    const QFontMetricsF title(m_style.interface);
    const QFontMetricsF small(m_style.caption);
    const QString label = buttonLabel();
    const qreal labelWidth = label.isEmpty() ? 0 : small.horizontalAdvance(label) + kLabelRoom;
    QRectF line(box.left() + 2 * kPadding + kSign, box.top() + kPadding,
        std::max(box.width() - 3 * kPadding - kSign - labelWidth, 1.0), title.height());
    painter->setFont(m_style.interface);
    painter->setPen(palette.text);
    const QString said = m_description.isEmpty()
        ? QCoreApplication::translate("pennyworth::Transcript", "Image")
        : m_description;
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
        title.elidedText(said, Qt::ElideRight, line.width()));

    line = QRectF(line.left(), line.bottom(), line.width(), small.height());
    const bool isLoading = m_state == RemotePicture::State::Loading;
    painter->setFont(m_style.caption);
    painter->setPen(palette.muted);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
        isLoading ? QCoreApplication::translate("pennyworth::Transcript", "Loading…")
                  : shownAddress(line.width()));
    if (m_problem) {
        painter->setPen(m_picture->problem.isEmpty() ? palette.warning : palette.danger);
        m_problem->draw(painter, {line.left(), line.bottom() + metrics::kHalf}, {}, palette, box);
    }
}

int PictureLayout::positionAt(QPointF point) const
{
    return point.x() < m_rect.center().x() ? 0 : int(m_text.size());
}

QRectF PictureLayout::caretRect(int position) const
{
    return {position <= 0 ? m_rect.left() : m_rect.right(), m_rect.top(), 0, m_rect.height()};
}

InlineLink PictureLayout::linkAt(QPointF point) const
{
    return m_rect.contains(point) && !isDataAddress(m_link.target) ? m_link : InlineLink();
}

qreal PictureLayout::firstBaseline() const
{
    const QFontMetricsF title(m_style.interface);
    return isShown() ? title.ascent() : kPadding + title.ascent();
}

QRectF PictureLayout::buttonRect() const
{
    return canBeLoaded() ? m_rect : QRectF();
}

bool PictureLayout::takeTypesetting()
{
    return std::exchange(m_state, m_picture->state) != m_picture->state;
}

QString PictureLayout::tipAt(QPointF) const
{
    if (isShown() || isDataAddress(m_address))
        return m_title;
    const QString address = withVisibleControls(m_address);
    return m_title.isEmpty() ? address : m_title + u'\n' + address;
}

} // namespace pennyworth
