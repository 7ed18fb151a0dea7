// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/provider.h"
#include "theme/theme.h"

#include <QWidget>

class QLabel;

namespace pennyworth {

/// What stands where a conversation will be: a word of welcome, and who is going to answer.
class EmptyConversation final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyConversation(const Theme &theme, QWidget *parent = nullptr);

    void show(const Provider &provider);

private:
    QLabel *m_service;
};

} // namespace pennyworth
