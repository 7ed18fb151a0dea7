// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/editmark.h"

#include "theme/button.h"
#include "theme/figurelabel.h"
#include "theme/metrics.h"

#include <QBoxLayout>

namespace pennyworth {

using namespace Qt::StringLiterals;

EditMark::EditMark(const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"editMark"_s);
    auto *words = new FigureLabel(theme, TextSize::Caption, Tone::Accent);
    words->setObjectName(u"editWords"_s);
    words->setText(tr("Editing: what you send becomes a further version of this message"));
    auto *cancel = new Button(theme, ButtonKind::Quiet);
    cancel->setObjectName(u"cancelEdit"_s);
    cancel->setGlyph(Glyph::Close);
    cancel->setAccessibleName(tr("Cancel editing"));
    cancel->setToolTip(tr("Cancel editing (Esc)"));
    connect(cancel, &Button::clicked, this, &EditMark::cancelRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(words, 1);
    layout->addWidget(cancel);
}

} // namespace pennyworth
