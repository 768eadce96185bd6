// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window lets its user wait. By hand, since it measures times:
//
//     window_times empty           an empty window with an empty chart: what Qt itself takes
//     window_times start           the program's window with nothing opened
//     window_times read CAPTURE    a reading: first picture, pictures, longest pauses
//
// The first two end with the first picture on the screen and print the milliseconds since the
// process began; run them in turn and compare medians (tests/by_hand/window_start does). A pause
// is what passes between two turns of the event loop that are due each millisecond.
#include "style/theme.h"
#include "window/language.h"
#include "window/main_window.h"
#include "window/settings.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QEvent>
#include <QTimer>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace sweepscope;

namespace {

/// Milliseconds since the process began, in the system's steps of ten.
double sinceProcessBegan() {
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string field;
    for (int i = 3; i <= 22; ++i)
        fields >> field; // the 22nd is the start time in clock ticks since the machine began
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double seconds = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
    return 1e3 * (seconds - std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK)));
}

/// Ends the program when some of the window has been drawn and the event loop has come to rest.
/// A window whose content covers it is never painted itself, so all its widgets are watched.
class FirstPicture : public QObject {
public:
    explicit FirstPicture(QWidget& window)
        : m_window(window) {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* const widget = qobject_cast<QWidget*>(watched);
        const bool isPicture =
            event->type() == QEvent::Paint && widget != nullptr && widget->window() == &m_window;
        if (isPicture && !m_isSeen) {
            m_isSeen = true;
            QTimer::singleShot(0, [] {
                std::printf("%.0f\n", sinceProcessBegan());
                std::fflush(stdout);
                QApplication::quit();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget& m_window;
    bool m_isSeen = false;
};

int showEmpty() {
    QMainWindow window;
    window.setCentralWidget(new QChartView(new QChart));
    window.resize(1280, 800);
    const FirstPicture first(window);
    window.show();
    return QApplication::exec();
}

int showProgram() {
    applyColours(Settings::look());
    MainWindow window(StartOptions{});
    applyStyleSheet(); // in the order of the program's main
    const FirstPicture first(window);
    window.show();
    return QApplication::exec();
}

/// Longest pauses of the event loop, in milliseconds.
class Pauses {
public:
    Pauses() {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_all.push_back(static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
            m_clock.start();
        });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_clock.start();
        m_timer.start(1);
    }

    std::vector<double> longest() {
        std::sort(m_all.begin(), m_all.end(), std::greater<>());
        m_all.resize(std::min<std::size_t>(m_all.size(), 5));
        return m_all;
    }

private:
    QElapsedTimer m_clock;
    QTimer m_timer;
    std::vector<double> m_all;
};

int watchReading(const QString& path) {
    MainWindow window(StartOptions{});
    window.show();
    QElapsedTimer clock;
    std::vector<double> pictures;
    Pauses* pauses = nullptr;
    QObject::connect(&window, &MainWindow::snapshotShown, &window,
        [&] { pictures.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6); });
    QObject::connect(&window.worker(), &AnalysisWorker::readingEnded, &window, [&] {
        const double ended = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        std::printf("reading ended after %.0f ms\npictures until then: %zu, the first after %.0f "
                    "ms\nlongest pauses:",
            ended, pictures.size(), pictures.empty() ? -1 : pictures.front());
        for (const double pause : pauses->longest())
            std::printf(" %.1f", pause);
        std::printf(" ms\n");
        QApplication::quit();
    });
    QTimer::singleShot(1000, &window, [&] { // the window itself is there
        clock.start();
        pauses = new Pauses;
        window.openCaptures({path});
    });
    const int code = QApplication::exec();
    delete pauses;
    return code;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.value(1) == QStringLiteral("empty"))
        return showEmpty();
    Settings::setUp();
    installLanguage(application, QStringLiteral("en"));
    if (words.value(1) == QStringLiteral("start"))
        return showProgram();
    applyLook(Settings::look());
    if (words.value(1) == QStringLiteral("read") && words.size() == 3)
        return watchReading(words.at(2));
    std::fprintf(stderr, "Usage: window_times empty | start | read CAPTURE\n");
    return 1;
}
