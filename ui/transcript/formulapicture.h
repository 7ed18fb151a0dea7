// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcriptstyle.h"
#include "typesetting/typesettingjob.h"

#include <QPixmap>
#include <QPointF>
#include <QSizeF>

#include <memory>

class QPainter;

namespace pennyworth {

enum class FormulaPlace { InText, OnItsOwn };

/// One formula at the size of the text around it. Asks for it when made; until take() finds it set,
/// its source stands in its place. Painted from a pixmap that is kept for its scale and colour.
class FormulaPicture final {
public:
    /// `source`: with its delimiters.
    FormulaPicture(
        const QString &source, FormulaPlace place, const QFont &font, const TranscriptStyle &style);

    /// Whether it became a picture since the last time.
    bool take();
    [[nodiscard]] bool isSet() const { return m_isSet; }
    [[nodiscard]] QString problem() const; ///< why it cannot be set; empty where it can or may

    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] qreal depth() const { return m_depth; } ///< below the baseline
    [[nodiscard]] qreal ascent() const { return m_size.height() - m_depth; }

    /// `at`: its left end on the baseline.
    void draw(QPainter *painter, QPointF at, const QColor &color) const;
    void hurry() const; ///< somebody looks at it

private:
    [[nodiscard]] QPixmap painted(const QColor &color, qreal scale) const;

    Typesetter *m_typesetter;
    std::shared_ptr<FormulaJob> m_job;
    qreal m_ex;
    bool m_isSet = false;
    bool m_isTooLarge = false;
    QSizeF m_size;
    qreal m_depth = 0;
    mutable QPixmap m_pixmap;
    mutable QColor m_pixmapColor;
};

} // namespace pennyworth
