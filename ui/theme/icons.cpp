// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView fileName(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Plus:
        return "plus"_L1;
    case Glyph::Search:
        return "search"_L1;
    case Glyph::ChevronDown:
        return "chevron-down"_L1;
    case Glyph::ChevronRight:
        return "chevron-right"_L1;
    case Glyph::Check:
        return "check"_L1;
    case Glyph::Send:
        return "send"_L1;
    case Glyph::Stop:
        return "stop"_L1;
    case Glyph::Close:
        return "close"_L1;
    case Glyph::Sidebar:
        return "sidebar"_L1;
    case Glyph::Panel:
        return "panel"_L1;
    case Glyph::Key:
        return "key"_L1;
    case Glyph::More:
        return "more"_L1;
    case Glyph::Sliders:
        return "sliders"_L1;
    }
    Q_UNREACHABLE();
}

class GlyphEngine final : public QIconEngine {
public:
    GlyphEngine(const Theme &theme, Glyph glyph, Tone tone)
        : m_theme(theme)
        , m_glyph(glyph)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = m_theme.color(mode == QIcon::Disabled ? Tone::Muted : m_tone);
        if (m_drawn.isNull() || m_drawn.size() != size || m_color != color) {
            m_drawn = draw(size, color);
            m_color = color;
        }
        QPixmap result = m_drawn;
        result.setDevicePixelRatio(scale);
        return result;
    }

    [[nodiscard]] QIconEngine *clone() const override
    {
        return new GlyphEngine(m_theme, m_glyph, m_tone);
    }

private:
    [[nodiscard]] QPixmap draw(const QSize &size, const QColor &color) const
    {
        QFile file(u":/pennyworth/icons/%1.svg"_s.arg(fileName(m_glyph)));
        QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        svg.replace("currentColor", color.name().toLatin1());
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(svg).render(&painter);
        return pixmap;
    }

    const Theme &m_theme;
    Glyph m_glyph;
    Tone m_tone;
    QPixmap m_drawn;
    QColor m_color;
};

} // namespace

QIcon themedIcon(const Theme &theme, Glyph glyph, Tone tone)
{
    return QIcon(new GlyphEngine(theme, glyph, tone)); // the icon owns it
}

} // namespace pennyworth
