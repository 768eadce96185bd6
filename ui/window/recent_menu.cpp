// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/recent_menu.h"

#include "window/settings.h"

#include <QFileInfo>
#include <QtConcurrent>

namespace sweepscope {

RecentMenu::RecentMenu(QWidget* parent)
    : QMenu(tr("Open &Recent"), parent) {
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::build);
    connect(&m_missing, &QFutureWatcher<QStringList>::finished, this, &RecentMenu::greyMissing);
}

void RecentMenu::build() {
    clear();
    const QStringList files = Settings::recentFiles();
    for (const QString& path : files) {
        QAction* const action =
            addAction(QFileInfo(path).fileName(), this, [this, path] { emit chosen(path); });
        action->setToolTip(path);
        action->setData(path);
    }
    m_missing.setFuture(QtConcurrent::run([files] {
        QStringList missing;
        for (const QString& path : files) {
            if (!QFileInfo::exists(path))
                missing << path;
        }
        return missing;
    }));
    if (files.isEmpty())
        addAction(tr("None yet"))->setEnabled(false);
    addSeparator();
    addAction(tr("Clear List"), [] { Settings::clearRecentFiles(); });
}

void RecentMenu::greyMissing() {
    const QStringList missing = m_missing.result();
    const auto all = actions();
    for (QAction* const action : all) {
        if (!missing.contains(action->data().toString()))
            continue;
        action->setEnabled(false);
        action->setText(tr("%1 (missing)").arg(action->text()));
    }
}

} // namespace sweepscope
