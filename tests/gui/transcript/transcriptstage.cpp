// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcriptstage.h"

#include <QScrollBar>
#include <QTest>

#include <algorithm>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

TranscriptStage::TranscriptStage()
    : m_settings(m_home.filePath(u"settings.ini"_s))
    , m_theme(m_settings)
    , m_view(std::make_unique<TranscriptView>(m_theme))
{
    m_view->setModel(&m_model);
    m_view->resize(800, 600);
    m_view->show();
    if (!QTest::qWaitForWindowExposed(m_view.get()))
        qFatal("the view is not shown");
}

TranscriptStage::~TranscriptStage() = default;

void TranscriptStage::stream(MessageId id, int paragraphs)
{
    for (int i = 0; i < paragraphs; ++i)
        m_model.appendTail(id, u"Some more words of an answer.\n\n"_s, QString());
}

bool TranscriptStage::isAtEnd() const
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    return bar->maximum() > 0 && bar->value() == bar->maximum();
}

bool TranscriptStage::hasControl(int row, TranscriptControl::Kind kind)
{
    return std::ranges::any_of(m_view->controls(row),
        [kind](const TranscriptControl &control) { return control.kind == kind; });
}

QPoint TranscriptStage::controlCenter(int row, TranscriptControl::Kind kind)
{
    const QPoint origin = m_view->messageRect(row).topLeft();
    for (const TranscriptControl &control : m_view->controls(row)) {
        if (control.kind == kind)
            return origin + control.rect.center().toPoint();
    }
    qFatal("there is no such control");
}

void TranscriptStage::press(int row, TranscriptControl::Kind kind)
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, controlCenter(row, kind));
}

QPoint TranscriptStage::placeOf(int row, const QString &text)
{
    const QPoint origin = m_view->messageRect(row).topLeft();
    const std::vector<PlacedBlock> &blocks = m_view->blocks(row);
    for (size_t i = 0; i < blocks.size(); ++i) {
        const qsizetype at = blocks[i].layout->text().indexOf(text);
        if (at >= 0) {
            const TextPosition position{.message = m_model.row(row).id,
                .section = Section::Answer,
                .block = int(i),
                .offset = int(at)};
            return origin + m_view->caretRect(position).center().toPoint();
        }
    }
    qFatal("there is no such text");
}

} // namespace pennyworth::test
