// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/messagebar.h"

#include "domain/errortext.h"
#include "theme/button.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

#include <utility>

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kUndoFor = 10s;

} // namespace

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLabel)
    , m_undo(new Button(theme, ButtonKind::Outlined, tr("Undo")))
    , m_close(new Button(theme, ButtonKind::Quiet))
{
    setObjectName(u"messageBar"_s);
    m_text->setObjectName(u"messageBarText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_undo->setObjectName(u"undoButton"_s);
    m_undo->setAccessibleName(m_undo->text());
    m_close->setObjectName(u"closeMessageButton"_s);
    m_close->setAccessibleName(tr("Close"));
    m_close->setGlyph(Glyph::Close);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * metrics::kGrid, metrics::kHalf, metrics::kGrid, metrics::kHalf);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_close);
    setVisible(false);

    m_expiry.setSingleShot(true);
    m_expiry.setInterval(kUndoFor);
    connect(&m_expiry, &QTimer::timeout, this, &MessageBar::dismiss);
    connect(m_close, &Button::clicked, this, &MessageBar::dismiss);
    connect(m_undo, &Button::clicked, this, [this] {
        m_expiry.stop();
        setVisible(false);
        if (const auto undo = std::exchange(m_undoAction, {}))
            undo();
    });
}

void MessageBar::showError(const Error &error)
{
    settle();
    const ErrorText text = errorText(error);
    QString words = text.message + u' ' + text.remedy;
    if (!error.detail.isEmpty())
        words += u' ' + tr("(%1)", "technical detail of an error").arg(error.detail);
    m_text->setForegroundRole(QPalette::BrightText);
    m_text->setText(words);
    m_undo->setVisible(false);
    setVisible(true);
}

void MessageBar::offerUndo(const QString &text, std::function<void()> undo)
{
    settle();
    m_text->setForegroundRole(QPalette::WindowText);
    m_text->setText(text);
    m_undoAction = std::move(undo);
    m_undo->setVisible(true);
    setVisible(true);
    m_expiry.start();
}

void MessageBar::settle()
{
    m_expiry.stop();
    if (std::exchange(m_undoAction, {}))
        emit undoExpired();
}

void MessageBar::dismiss()
{
    settle();
    setVisible(false);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().raised);
    painter.fillRect(
        0, height() - metrics::kHairline, width(), metrics::kHairline, m_theme.palette().hairline);
}

} // namespace pennyworth
