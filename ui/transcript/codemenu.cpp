// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/codemenu.h"

#include "transcript/controltext.h"

namespace pennyworth {

CodeMenu::CodeMenu(const CodeDisplay &display, QWidget *parent)
    : QMenu(parent)
{
    using enum TranscriptControl::Kind;
    setObjectName(QStringLiteral("codeMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    add(actionLabel(CopyCode), "copyCode", CopyCode);
    add(actionLabel(SaveCode), "saveCode", SaveCode);
    addSeparator();
    QAction *wrap = add(tr("Wrap long lines"), "wrapCode", WrapCode);
    wrap->setCheckable(true);
    wrap->setChecked(display.isWrapped);
    QAction *number = add(actionLabel(NumberCode), "numberCode", NumberCode);
    number->setCheckable(true);
    number->setChecked(display.hasNumbers);
}

QAction *CodeMenu::add(const QString &text, const char *name, TranscriptControl::Kind kind)
{
    QAction *item = addAction(text);
    item->setObjectName(QLatin1StringView(name));
    connect(item, &QAction::triggered, this, [this, kind] { emit chosen(kind); });
    return item;
}

} // namespace pennyworth
