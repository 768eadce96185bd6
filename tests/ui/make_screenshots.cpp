// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_files.h"
#include "window/main_window.h"
#include "window/settings.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

using namespace sweepscope;

namespace {

/// Lets the window draw what is waiting to be drawn.
void settle(int milliseconds = 300) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void waitForAnswer(MainWindow& window) {
    QEventLoop loop;
    QObject::connect(&window, &MainWindow::snapshotShown, &loop, &QEventLoop::quit);
    do {
        loop.exec();
    } while (window.snapshot()->material.health == nullptr); // the captures are still being read
}

void takePictures(const QDir& folder, const QString& look, const QSize& size) {
    StartOptions options;
    options.telescope = parsePrefixes("203.0.112.0/20").value();
    options.captures = {
        QString::fromStdString(tests::sourceFile("resources/sample/telescope-day.pcap.gz"))};
    MainWindow window(options);
    window.resize(size);
    window.show();
    waitForAnswer(window);
    for (int page = 0; page < window.tabs().count(); ++page) {
        window.tabs().setCurrentIndex(page);
        settle();
        const QString name =
            window.tabs().tabText(page).toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
        window.grab().save(folder.filePath(QStringLiteral("%1-%2-%3x%4.png")
                                               .arg(name, look)
                                               .arg(size.width())
                                               .arg(size.height())));
    }
    TableView& scanners = window.scannersPage().table();
    scanners.setCurrentIndex(scanners.tableModel().index(2, 0));
    settle();
    window.grab().save(folder.filePath(
        QStringLiteral("scanner-%1-%2x%3.png").arg(look).arg(size.width()).arg(size.height())));
}

} // namespace

/// make_screenshots FOLDER [WIDTHxHEIGHT]: pictures of every page on the sample, light and dark.
int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    if (argc < 2) {
        std::fprintf(stderr, "usage: make_screenshots FOLDER [WIDTHxHEIGHT]\n");
        return 1;
    }
    Settings::setUp();
    Settings::forgetAll();
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    QSize size(1440, 900);
    if (argc > 2) {
        const QStringList parts = QString::fromLocal8Bit(argv[2]).split(QLatin1Char('x'));
        size = {parts.value(0).toInt(), parts.value(1).toInt()};
    }
    applyLook(Look::light);
    takePictures(folder, QStringLiteral("light"), size);
    applyLook(Look::dark);
    takePictures(folder, QStringLiteral("dark"), size);
    return 0;
}
