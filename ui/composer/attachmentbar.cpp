// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/attachmentbar.h"

#include "composer/flowlayout.h"
#include "theme/button.h"
#include "theme/card.h"
#include "theme/figurelabel.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QLocale>

#include <algorithm>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidestName = 220;
constexpr qsizetype kPreview = 600; // characters of the text in the tip

/// Counted in steps of 1,000, like files: of UTF-16 units, which is near enough for a label.
QString sizeText(const QString &text)
{
    return QLocale().formattedDataSize(text.size(), 0, QLocale::DataSizeSIFormat);
}

} // namespace

QString attachmentName(const Attachment &attachment)
{
    return attachment.name.isEmpty() ? AttachmentBar::tr("Pasted text") : attachment.name;
}

AttachmentBar::AttachmentBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_chips(new FlowLayout(metrics::kHalf + 2, this))
{
    setObjectName(u"attachments"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVisible(false);
}

QSize AttachmentBar::sizeHint() const
{
    return {0, m_chips->heightForWidth(std::max(width(), 1))};
}

void AttachmentBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
}

void AttachmentBar::setAttachments(const QList<Attachment> &attachments)
{
    if (attachments == m_attachments)
        return;
    m_attachments = attachments;
    rebuild();
}

void AttachmentBar::add(const Attachment &attachment)
{
    m_attachments.append(attachment);
    rebuild();
    emit changed();
}

void AttachmentBar::removeLast()
{
    if (!m_attachments.isEmpty())
        remove(m_attachments.size() - 1);
}

void AttachmentBar::remove(qsizetype index)
{
    m_attachments.removeAt(index);
    rebuild();
    emit changed();
}

void AttachmentBar::rebuild()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be the sender
        delete item;
    }
    for (qsizetype i = 0; i < m_attachments.size(); ++i) {
        QWidget *added = chip(i);
        m_chips->addWidget(added);
        added->show();
    }
    setVisible(!m_attachments.isEmpty());
    updateGeometry();
}

QWidget *AttachmentBar::chip(qsizetype index)
{
    const Attachment &attachment = m_attachments.at(index);
    const QString name = attachmentName(attachment);
    auto *chip = new Card(m_theme);
    auto *title = new FigureLabel(m_theme, TextSize::Caption);
    title->setText(QFontMetrics(title->font()).elidedText(name, Qt::ElideMiddle, kWidestName));
    auto *size = new FigureLabel(m_theme, TextSize::Caption, Tone::Muted);
    size->setText(sizeText(attachment.text));
    auto *remove = new Button(m_theme, ButtonKind::Quiet);
    remove->setGlyph(Glyph::Close);
    remove->setObjectName(u"removeAttachment"_s);
    //: %1 is the name of a file
    remove->setAccessibleName(tr("Remove %1").arg(name));
    remove->setToolTip(remove->accessibleName());
    connect(remove, &Button::clicked, this, [this, index] { this->remove(index); });
    chip->setObjectName(u"attachment"_s);
    chip->setAccessibleName(name);
    const bool isCut = attachment.text.size() > kPreview;
    chip->setToolTip(Qt::convertFromPlainText(
        attachment.text.left(kPreview) + (isCut ? u"…"_s : QString()), Qt::WhiteSpacePre));
    auto *layout = new QHBoxLayout(chip);
    layout->setContentsMargins(metrics::kGrid, 1, 2, 1);
    layout->setSpacing(metrics::kHalf + 2);
    layout->addWidget(title);
    layout->addWidget(size);
    layout->addWidget(remove);
    return chip;
}

} // namespace pennyworth
