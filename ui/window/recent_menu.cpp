// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/recent_menu.h"

#include "window/settings.h"

#include <QFileInfo>

namespace sweepscope {

RecentMenu::RecentMenu(QWidget* parent)
    : QMenu(tr("Open &Recent"), parent) {
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::build);
}

void RecentMenu::build() {
    clear();
    const QStringList files = Settings::recentFiles();
    for (const QString& path : files) {
        addAction(QFileInfo(path).fileName(), this, [this, path] {
            emit chosen(path);
        })->setToolTip(path);
    }
    if (files.isEmpty())
        addAction(tr("None yet"))->setEnabled(false);
    addSeparator();
    addAction(tr("Clear List"), [] { Settings::clearRecentFiles(); });
}

} // namespace sweepscope
