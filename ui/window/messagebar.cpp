// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/messagebar.h"

#include "domain/errortext.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace pennyworth {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : AlertBar(parent)
    , m_theme(theme)
    , m_text(new QLabel)
{
    setObjectName(u"messageBar"_s);
    m_text->setObjectName(u"messageBarText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new Button(theme, ButtonKind::Quiet);
    close->setObjectName(u"closeMessageButton"_s);
    close->setAccessibleName(tr("Close"));
    close->setGlyph(Glyph::Close);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * metrics::kGrid, metrics::kHalf, metrics::kGrid, metrics::kHalf);
    layout->addWidget(m_text, 1);
    layout->addWidget(close);
    setVisible(false);

    connect(close, &Button::clicked, this, &QWidget::hide);
}

void MessageBar::showError(const Error &error)
{
    const ErrorText text = errorText(error);
    QString words = text.message + u' ' + text.remedy;
    if (!error.detail.isEmpty())
        words += u' ' + tr("(%1)", "technical detail of an error").arg(error.detail);
    m_text->setForegroundRole(QPalette::BrightText);
    m_text->setText(words);
    announce(words);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().raised);
    painter.fillRect(
        0, height() - metrics::kHairline, width(), metrics::kHairline, m_theme.palette().hairline);
}

} // namespace pennyworth
