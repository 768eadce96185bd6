// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/capture_choice.h"

#include "format/tr.h"
#include "window/settings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace sweepscope {

QStringList chooseCaptures(QWidget* window) {
    return QFileDialog::getOpenFileNames(window, tr("Open captures"), Settings::lastFolder(),
        tr("Captures and sessions (*.pcap *.pcapng *.cap *.dmp *.pcap.gz *.gz *.zst "
           "*.sweepscope);;Sessions (*.sweepscope);;All files (*)"));
}

QString chooseFolder(QWidget* window) {
    return QFileDialog::getExistingDirectory(window, tr("Open a folder"), Settings::lastFolder());
}

QStringList localPaths(const QMimeData& dragged) {
    QStringList paths;
    for (const QUrl& url : dragged.urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

QString nameOf(const QStringList& captures) {
    if (captures.isEmpty())
        return {};
    const QString first = QFileInfo(captures.first()).fileName();
    const int more = static_cast<int>(captures.size()) - 1;
    return more == 0 ? first : tr("%1 and %n more", nullptr, more).arg(first);
}

QStringList filesOf(const Material& material) {
    QStringList paths;
    for (const FileReport& file : material.captures->files) {
        if (!file.isSkipped)
            paths << QString::fromStdString(file.path);
    }
    return paths;
}

void noteRecent(const QStringList& paths) {
    for (const QString& path : paths)
        Settings::addRecentFile(QFileInfo(path).absoluteFilePath());
}

} // namespace sweepscope
