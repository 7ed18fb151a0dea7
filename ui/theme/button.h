// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"
#include "theme/theme.h"

#include <QPushButton>

#include <optional>

namespace pennyworth {

/// How much a button calls.
enum class ButtonKind {
    Primary, ///< the one thing to do here
    Outlined, ///< a control with a frame
    Quiet, ///< text that can be pressed
};

/// A push button as we draw it, with an optional glyph before its text and a chevron where it has a
/// menu.
class Button final : public QPushButton {
    Q_OBJECT

public:
    Button(
        const Theme &theme, ButtonKind kind, const QString &text = {}, QWidget *parent = nullptr);

    void setGlyph(Glyph glyph);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] Tone tone() const;
    [[nodiscard]] int padding() const;
    [[nodiscard]] int glyphSize() const;
    void drawBox(QPainter *painter) const;

    const Theme &m_theme;
    ButtonKind m_kind;
    bool m_focusByKey = false;
};

} // namespace pennyworth
