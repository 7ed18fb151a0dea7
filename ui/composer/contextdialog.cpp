// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/contextdialog.h"

#include "chat/titlefromprompt.h"
#include "theme/button.h"
#include "theme/figuretext.h"
#include "theme/metrics.h"
#include "theme/tips.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kSize{520, 420};
constexpr int kRoomy = 50; // per cent: the first point from which the context is no more than that

} // namespace

ContextDialog::ContextDialog(
    const Theme &theme, const ChatSession &session, const Estimator &estimator, QWidget *parent)
    : QDialog(parent)
    , m_points(new QListWidget)
{
    setObjectName(u"contextDialog"_s);
    setWindowTitle(tr("Leave out earlier messages"));
    m_points->setObjectName(u"contextPoints"_s);
    m_points->setAccessibleName(tr("The first message that is still sent"));
    m_points->setUniformItemSizes(true);
    m_points->setSpacing(metrics::kHalf);
    m_points->setFrameShape(QFrame::NoFrame);
    m_points->setTextElideMode(Qt::ElideRight);
    layOut(theme);
    fill(session, estimator);
    resize(kSize);
}

void ContextDialog::fill(const ChatSession &session, const Estimator &estimator)
{
    const QList<ContextPoint> points = estimator.contextPoints();
    for (const ContextPoint &point : points) {
        const Message &prompt = session.messages().at(point.first);
        const QString title = prompt.summarises.isValid() ? tr("The summary of what stands above")
                                                          : titleFromPrompt(prompt.text);
        QString size = estimateText(tr("%1 tokens").arg(countText(point.tokens)));
        if (point.percent) {
            //: How much of the model's context that is
            size += u" · "_s + tr("%1 %").arg(*point.percent);
        }
        auto *item = new QListWidgetItem(title + u'\n' + size, m_points);
        item->setData(Qt::UserRole, point.first.value);
        item->setToolTip(plainTip(title));
        const bool isRoomy = point.percent.value_or(0) <= kRoomy;
        if (isRoomy && !m_points->currentItem())
            m_points->setCurrentItem(item);
    }
    if (!m_points->currentItem())
        m_points->setCurrentRow(m_points->count() - 1);
}

void ContextDialog::layOut(const Theme &theme)
{
    auto *words = new QLabel(
        tr("Choose the first message that is still sent, with what is sent from there on. What "
           "stands above stays in the conversation, marked, and can be sent again."));
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    auto *cancel = new Button(theme, ButtonKind::Outlined, tr("Cancel"));
    auto *use = new Button(theme, ButtonKind::Primary, tr("Send from here on"));
    use->setObjectName(u"useContextPoint"_s);
    use->setDefault(true);
    const auto choose = [this] {
        if (const QListWidgetItem *item = m_points->currentItem())
            emit chosen({item->data(Qt::UserRole).toLongLong()});
        accept();
    };
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(use, &Button::clicked, this, choose);
    connect(m_points, &QListWidget::itemActivated, this, choose);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(use);
    auto *layout = new QVBoxLayout(this);
    constexpr int kMargin = 2 * metrics::kGrid;
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(metrics::kGrid + metrics::kHalf);
    layout->addWidget(words);
    layout->addWidget(m_points, 1);
    layout->addLayout(buttons);
}

} // namespace pennyworth
