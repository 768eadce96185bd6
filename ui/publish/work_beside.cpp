// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/work_beside.h"

#include <QCursor>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QtConcurrent>

namespace sweepscope {

Status workBeside(const std::function<Status()>& work) {
    QEventLoop loop;
    QFutureWatcher<Status> watcher;
    QObject::connect(&watcher, &QFutureWatcher<Status>::finished, &loop, &QEventLoop::quit);
    QGuiApplication::setOverrideCursor(QCursor(Qt::BusyCursor));
    watcher.setFuture(QtConcurrent::run(work));
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    QGuiApplication::restoreOverrideCursor();
    return watcher.result();
}

} // namespace sweepscope
