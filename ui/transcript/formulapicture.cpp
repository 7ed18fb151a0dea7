// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/formulapicture.h"

#include "markdown/formulas.h"
#include "typesetting/typesetter.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace pennyworth {

namespace {

constexpr qreal kBleed = 2; // glyphs may stand out of their boxes
constexpr qreal kLargest = 16'000; // in pixels, to either side
constexpr qreal kMostPixels = 16'000'000;

// Fonts for screens have large small letters; a formula as large would dwarf the text.
qreal exOf(const QFont &font)
{
    constexpr qreal kLargestEx = 0.5; // of the size of the font
    return std::min(QFontMetricsF(font).xHeight(), QFontInfo(font).pixelSize() * kLargestEx);
}

} // namespace

FormulaPicture::FormulaPicture(
    const QString &source, FormulaPlace place, const QFont &font, const TranscriptStyle &style)
    : m_typesetter(style.typesetter)
    , m_ex(exOf(font))
{
    if (!m_typesetter)
        return;
    m_job = m_typesetter->set({.tex = texOf(source), .isDisplay = place == FormulaPlace::OnItsOwn});
    take();
}

bool FormulaPicture::take()
{
    if (m_isSet || m_isTooLarge || !m_job || !m_job->value())
        return false;
    const Formula &formula = *m_job->value();
    m_size = QSizeF(formula.width, formula.height) * m_ex;
    m_depth = formula.depth * m_ex;
    m_isTooLarge = m_size.width() > kLargest || m_size.height() > kLargest;
    m_isSet = !m_isTooLarge && !m_size.isEmpty();
    return m_isSet;
}

QString FormulaPicture::problem() const
{
    if (m_isTooLarge)
        return QCoreApplication::translate("pennyworth::Transcript", "The formula is too large.");
    const Error *error = m_job && Typesetter::isAvailable() ? m_job->error() : nullptr;
    if (!error)
        return {};
    if (error->kind == ErrorKind::TimedOut)
        return QCoreApplication::translate(
            "pennyworth::Transcript", "Setting this formula takes too long.");
    //: %1 says what is wrong with a formula, in English
    return QCoreApplication::translate("pennyworth::Transcript", "This is no valid TeX: %1")
        .arg(error->detail);
}

void FormulaPicture::hurry() const
{
    if (m_job && !m_job->isDone())
        m_typesetter->hurry(*m_job);
}

QPixmap FormulaPicture::painted(const QColor &color, qreal scale) const
{
    QByteArray svg = m_job->value()->svg;
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    const QSizeF size = (m_size + QSizeF(2 * kBleed, 2 * kBleed)) * scale;
    QPixmap pixmap(int(std::ceil(size.width())), int(std::ceil(size.height())));
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(QPointF(kBleed, kBleed) * scale, m_size * scale));
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

void FormulaPicture::draw(QPainter *painter, QPointF at, const QColor &color) const
{
    qreal scale = painter->device()->devicePixelRatioF();
    if (m_size.width() * m_size.height() * scale * scale > kMostPixels)
        scale = std::sqrt(kMostPixels / (m_size.width() * m_size.height()));
    if (m_pixmap.isNull() || m_pixmapColor != color || m_pixmap.devicePixelRatio() != scale) {
        m_pixmap = painted(color, scale);
        m_pixmapColor = color;
    }
    const auto onPixels = [scale](qreal length) { return std::round(length * scale) / scale; };
    painter->drawPixmap(
        QPointF(onPixels(at.x() - kBleed), onPixels(at.y() - ascent() - kBleed)), m_pixmap);
}

} // namespace pennyworth
