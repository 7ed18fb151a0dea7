// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/foreignwrites.h"

namespace pennyworth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ForeignWrites::ForeignWrites(QObject *parent)
    : QObject(parent)
{
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(50ms);
    connect(&m_coalesce, &QTimer::timeout, this, &ForeignWrites::suspected);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        if (!m_coalesce.isActive())
            m_coalesce.start();
    });
}

void ForeignWrites::watch(const QString &databaseFile)
{
    m_watcher.addPath(databaseFile + u"-wal"_s);
}

} // namespace pennyworth

#include "moc_foreignwrites.cpp"
