// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/emptyconversation.h"

#include "theme/figurelabel.h"
#include "theme/metrics.h"

#include <QBoxLayout>
#include <QLabel>

namespace pennyworth {

using namespace Qt::StringLiterals;

EmptyConversation::EmptyConversation(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_service(new QLabel)
{
    auto *welcome = new FigureLabel(theme, TextSize::Figure);
    welcome->setObjectName(u"welcome"_s);
    welcome->setText(tr("What would you like to know?"));
    m_service->setObjectName(u"welcomeService"_s);
    m_service->setTextFormat(Qt::PlainText);
    m_service->setWordWrap(true);
    m_service->setAlignment(Qt::AlignHCenter);
    m_service->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * metrics::kGrid, 0, 3 * metrics::kGrid, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addStretch(2);
    layout->addWidget(welcome, 0, Qt::AlignHCenter);
    layout->addWidget(m_service);
    layout->addStretch(3);
}

void EmptyConversation::show(const Provider &provider)
{
    if (provider.id == "demo"_L1) {
        m_service->setText(tr(
            "A built-in demonstration answers. Nothing leaves this computer, nothing is charged."));
    } else if (!provider.billable) {
        //: %1 is the name of a service on this computer, such as Ollama
        m_service->setText(tr("%1 on this computer answers.").arg(provider.name));
    } else {
        //: %1 is the name of a service, such as DeepSeek
        m_service->setText(tr("%1 answers. Its price is at the right, and what each answer costs.")
                               .arg(provider.name));
    }
}

} // namespace pennyworth
