// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/draft.h"
#include "theme/theme.h"

#include <QWidget>

namespace pennyworth {

class FlowLayout;

/// What goes with the prompt besides its text, as one chip each, which can be taken out again.
/// Hidden while there is nothing.
class AttachmentBar final : public QWidget {
    Q_OBJECT

public:
    explicit AttachmentBar(const Theme &theme, QWidget *parent = nullptr);

    void setAttachments(const QList<Attachment> &attachments); ///< without `changed`
    void add(const Attachment &attachment);
    void removeLast(); ///< nothing where there is none
    [[nodiscard]] const QList<Attachment> &attachments() const { return m_attachments; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void remove(qsizetype index);
    [[nodiscard]] QWidget *chip(qsizetype index);

    const Theme &m_theme;
    QList<Attachment> m_attachments;
    FlowLayout *m_chips;
};

/// "notes.txt", or "Pasted text" for a paste.
[[nodiscard]] QString attachmentName(const Attachment &attachment);

} // namespace pennyworth
