// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/readingtools.h"

#include "transcript/codetools.h"
#include "transcript/findbar.h"
#include "transcript/headingoutline.h"
#include "transcript/textzoom.h"
#include "transcript/transcriptfind.h"
#include "transcript/transcriptview.h"

#include <utility>

namespace pennyworth {

ReadingTools::ReadingTools(
    const Theme &theme, Settings &settings, TranscriptView &view, QObject *parent)
    : QObject(parent)
    , m_bar(new FindBar(theme, view.parentWidget()))
    , m_find(new TranscriptFind(*m_bar, view, this))
    , m_zoom(new TextZoom(settings, view, this))
    , m_code(new CodeTools(settings, view, this))
{
    connect(m_code, &CodeTools::failed, this, &ReadingTools::failed);
    auto *outline = new HeadingOutline(theme, view);
    const auto jump = [&view](int step) { return [&view, step] { view.jumpToQuestion(step); }; };
    addAction(
        "find", tr("Find in the conversation"), {QKeySequence::Find}, [this] { m_find->open(); });
    addAction("findNext", tr("Next hit"), {Qt::Key_F3}, [this] { m_find->next(); });
    addAction("findPrevious", tr("Previous hit"), {Qt::SHIFT | Qt::Key_F3},
        [this] { m_find->previous(); });
    addAction("previousQuestion", tr("Previous question"), {Qt::ALT | Qt::Key_Up}, jump(-1));
    addAction("nextQuestion", tr("Next question"), {Qt::ALT | Qt::Key_Down}, jump(1));
    addAction("outline", tr("Headings of the answer"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
        [outline] { outline->takeFocus(); });
    addAction("zoomIn", tr("Larger text"), {QKeySequence::ZoomIn, Qt::CTRL | Qt::Key_Equal},
        [this] { m_zoom->stepBy(1); });
    addAction(
        "zoomOut", tr("Smaller text"), {QKeySequence::ZoomOut}, [this] { m_zoom->stepBy(-1); });
    addAction("zoomReset", tr("Text in its usual size"), {Qt::CTRL | Qt::Key_0},
        [this] { m_zoom->reset(); });
}

template <class F>
void ReadingTools::addAction(
    const char *name, const QString &text, const QList<QKeySequence> &keys, F f)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, std::move(f));
    m_actions.append(action);
}

void ReadingTools::applySettings()
{
    m_zoom->apply();
    m_code->apply();
}

} // namespace pennyworth
