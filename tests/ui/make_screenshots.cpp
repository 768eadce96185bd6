// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/packets_dialog.h"
#include "support/test_files.h"
#include "window/language.h"
#include "window/main_window.h"
#include "window/settings.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTemporaryDir>
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

/// Where pictures go, and what is in their names besides the page.
struct Album {
    QDir folder;
    QString look;
    QSize size;

    void take(QWidget& widget, const QString& name) const {
        settle();
        widget.grab().save(folder.filePath(QStringLiteral("%1-%2-%3x%4.png")
                                               .arg(name, look)
                                               .arg(size.width())
                                               .arg(size.height())));
    }
};

void takePages(MainWindow& window, const Album& album) {
    for (int page = 0; page < window.tabs().count(); ++page) {
        window.tabs().setCurrentIndex(page);
        album.take(window,
            window.tabs().tabText(page).toLower().replace(QLatin1Char(' '), QLatin1Char('-')));
    }
    window.tabs().showPage(window.portsPage());
    window.portsPage().setView(PortsPage::View::fourSizes);
    album.take(window, QStringLiteral("ports-sizes"));
    window.portsPage().setView(PortsPage::View::countries);
    album.take(window, QStringLiteral("ports-countries"));
    window.portsPage().setView(PortsPage::View::twoSizes);
}

/// An event of one's own in the middle of the capture, the views of the comparison, and campaigns.
void takeTime(MainWindow& window, const Album& album, const QString& other) {
    const TimeRange& range = window.snapshot()->material.index->counts.range;
    const Timestamp middle = range.first + Duration{range.length().nanoseconds / 2};
    QTemporaryDir folder;
    QFile list(folder.filePath(QStringLiteral("events.csv")));
    if (!list.open(QIODevice::WriteOnly))
        return;
    list.write("date,event,cve,ports,visibility,confidence,note\n");
    list.write((toIso8601Seconds(middle) + ",An event of one's own,,tcp/23 tcp/2323,,,\n").c_str());
    list.close();
    window.timeActions().readEventsFrom(list.fileName());
    PageTabs& tabs = window.tabs();
    for (Page* const page :
        std::initializer_list<Page*>{&tabs.overview(), &tabs.timeline(), &tabs.events()}) {
        tabs.showPage(*page);
        settle(1500); // what the page shows is worked out
        album.take(
            window, QStringLiteral("event-on-") + tabs.tabText(tabs.currentIndex()).toLower());
    }
    tabs.showPage(tabs.changes());
    tabs.changes().setView(ChangesPage::View::campaigns);
    settle(1500);
    album.take(window, QStringLiteral("campaigns"));
    tabs.changes().setView(ChangesPage::View::rhythm);
    ComparePage& compare = tabs.compare();
    tabs.showPage(compare);
    settle(1500);
    compare.setView(ComparePage::View::ranks);
    album.take(window, QStringLiteral("compare-ranks"));
    compare.setView(ComparePage::View::sizes);
    album.take(window, QStringLiteral("compare-sizes"));
    compare.setView(ComparePage::View::differences);
    compare.setAgainst(ComparePage::Against::studies);
    settle(1500);
    album.take(window, QStringLiteral("compare-studies"));
    if (!other.isEmpty()) {
        window.timeActions().readOther({{other}, window.thresholds().telescopePrefixes(),
            window.thresholds().telescopeAddresses(), nullptr, false});
        settle(4000);
        album.take(window, QStringLiteral("compare-other"));
    }
    window.timeActions().forgetEvents();
}

/// Narrowed to the most scanned port, and the scanner with most packets among those.
void takeExploration(MainWindow& window, const Album& album) {
    const auto& ports = window.snapshot()->ports;
    if (ports.empty())
        return;
    window.exploration().narrow(
        {{PortTerm{ports.front().protocol, ports.front().port}}, {CountryId::fromCode("US")}});
    waitForAnswer(window);
    window.tabs().setCurrentIndex(0);
    album.take(window, QStringLiteral("narrowed"));
    window.tabs().showPage(window.scannersPage());
    TableView& scanners = window.scannersPage().table();
    scanners.setCurrentIndex(scanners.tableModel().index(0, 0));
    settle(1500); // its packets are read again
    album.take(window, QStringLiteral("scanner"));
    if (PacketsDialog* const dialog = window.scanner().packets().showTable()) {
        dialog->table().setCurrentIndex(dialog->table().tableModel().index(0, 0));
        album.take(*dialog, QStringLiteral("packets"));
        dialog->close();
    }
}

void takePictures(const StartOptions& options, const Album& album, const QString& other) {
    MainWindow window(options);
    window.resize(album.size);
    window.show();
    waitForAnswer(window);
    takePages(window, album);
    takeTime(window, album, other);
    takeExploration(window, album);
}

} // namespace

/// make_screenshots FOLDER [WIDTHxHEIGHT [CAPTURE TELESCOPE [LANGUAGE [PROFILE [OTHER]]]]]:
/// pictures of every page, light and dark, on the sample or on another capture; OTHER is compared
/// with it.
int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: make_screenshots FOLDER [WIDTHxHEIGHT [CAPTURE TELESCOPE "
                             "[LANGUAGE [PROFILE [OTHER]]]]]\n");
        return 1;
    }
    Settings::setUp();
    Settings::forgetAll();
    installLanguage(application, arguments.value(5, QStringLiteral("en")));
    if (arguments.size() < 6)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const QDir folder(arguments[1]);
    folder.mkpath(QStringLiteral("."));
    const QStringList size = arguments.value(2, QStringLiteral("1440x900")).split(QLatin1Char('x'));
    const std::string sample = tests::sourceFile("resources/sample/telescope-day.pcap.gz");
    StartOptions options;
    options.captures = {arguments.value(3, QString::fromStdString(sample))};
    options.telescope =
        parsePrefixes(arguments.value(4, QStringLiteral("203.0.112.0/20")).toStdString()).value();
    options.profile = arguments.value(6);
    for (const Look look : {Look::light, Look::dark}) {
        applyLook(look);
        takePictures(options,
            {folder, look == Look::light ? QStringLiteral("light") : QStringLiteral("dark"),
                {size.value(0).toInt(), size.value(1).toInt()}},
            arguments.value(7));
    }
    return 0;
}
