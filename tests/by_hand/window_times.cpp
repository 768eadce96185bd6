// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window lets its user wait. By hand, since it measures times:
//
//     window_times empty           an empty window with an empty chart: what Qt itself takes
//     window_times start           the program's window with nothing opened
//     window_times read CAPTURE [PROFILE]   a reading: first picture, pictures, longest pauses
//     window_times alone CAPTURE            the same without a window and without pictures
//
// The first two end with the first picture on the screen and print the milliseconds since the
// moment in the environment's LAUNCHED, nanoseconds since 1970; tests/by_hand/window_start runs
// them in turn and compares medians. A pause is what passes between two turns of the event loop
// that are due each millisecond, from the opening of the capture until the whole of it is shown and
// has been painted.
#include "analysis/index_captures.h"
#include "analysis/make_snapshot.h"
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

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iomanip>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

using namespace sweepscope;

namespace {

/// Milliseconds. When a process began is known to the system in steps of ten only.
double sinceLaunched() {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    const auto passed =
        now.tv_sec * 1'000'000'000LL + now.tv_nsec - qEnvironmentVariable("LAUNCHED").toLongLong();
    return static_cast<double>(passed) / 1e6;
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
                std::printf("%.1f\n", sinceLaunched());
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

/// Milliseconds that this thread has worked; others that want the processor do not count.
double ownWork() {
    timespec worked{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
    return 1e3 * static_cast<double>(worked.tv_sec) + static_cast<double>(worked.tv_nsec) / 1e6;
}

/// Longest pauses of the event loop in milliseconds, and the most work between two of its turns.
class Pauses {
public:
    Pauses() {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { noteTurn(); });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_clock.start();
        m_timer.start(1);
    }

    [[nodiscard]] std::string text() const {
        return "longest pauses:" + longest(m_pauses) + " ms\nof work alone:" + longest(m_works) +
               " ms\n";
    }

private:
    void noteTurn() {
        m_pauses.push_back(static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
        m_clock.start();
        const double worked = ownWork();
        m_works.push_back(worked - m_worked);
        m_worked = worked;
    }

    static std::string longest(std::vector<double> all) {
        std::sort(all.begin(), all.end(), std::greater<>());
        std::ostringstream text;
        text << std::fixed << std::setprecision(1);
        for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 5); ++i)
            text << ' ' << all[i];
        return text.str();
    }

    QElapsedTimer m_clock;
    double m_worked = ownWork();
    QTimer m_timer;
    std::vector<double> m_pauses;
    std::vector<double> m_works;
};

double millisecondsOf(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// A reading by the window, watched from the outside.
class WatchedReading {
public:
    WatchedReading(const QString& path, const QString& profile) {
        if (!profile.isEmpty())
            m_window.thresholds().chooseProfile(profile);
        QObject::connect(
            &m_window, &MainWindow::snapshotShown, &m_window, [this] { takePicture(); });
        QObject::connect(&m_window.worker(), &AnalysisWorker::readingEnded, &m_window,
            [this] { m_ended = millisecondsOf(m_clock); });
        m_end.setSingleShot(true);
        QObject::connect(&m_end, &QTimer::timeout, &m_window, [this] { report(); });
        m_window.show();
        QTimer::singleShot(1000, &m_window, [this, path] { // the window itself is there
            m_pauses = std::make_unique<Pauses>();
            m_clock.start();
            m_window.openCaptures({path});
        });
    }

private:
    void takePicture() {
        const double now = millisecondsOf(m_clock);
        if (m_window.snapshot()->material.health == nullptr)
            return m_pictures.push_back(now);
        m_whole = now;
        m_end.start(500); // by then it is painted, with its details
    }

    void report() {
        std::printf("reading ended after %.0f ms, the whole, %zu scans, shown after %.0f ms\n"
                    "pictures until then: %zu, the first after %.0f ms\n%s",
            m_ended, m_window.snapshot()->totals.scans, m_whole, m_pictures.size(),
            m_pictures.empty() ? m_whole : m_pictures.front(), m_pauses->text().c_str());
        QApplication::quit();
    }

    MainWindow m_window{StartOptions{}};
    std::unique_ptr<Pauses> m_pauses;
    QElapsedTimer m_clock;
    QTimer m_end;
    std::vector<double> m_pictures; ///< of what was read so far
    double m_ended = 0;
    double m_whole = 0;
};

int readAlone(const std::string& path) {
    Progress progress;
    QElapsedTimer clock;
    clock.start();
    auto captures = indexCaptures({path}, {}, progress, {});
    if (!captures.ok())
        return 1;
    const Material material = makeMaterial(std::move(captures).value(), GeoDatabases(), {});
    std::printf("reading ended after %.0f ms\n", millisecondsOf(clock));
    return material.index->counts.frames > 0 ? 0 : 1;
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
    if (words.value(1) == QStringLiteral("alone") && words.size() == 3)
        return readAlone(words.at(2).toStdString());
    if (words.value(1) == QStringLiteral("read") && words.size() >= 3) {
        const WatchedReading reading(words.at(2), words.value(3));
        return QApplication::exec();
    }
    std::fprintf(
        stderr, "Usage: window_times empty | start | read CAPTURE [PROFILE] | alone CAPTURE\n");
    return 1;
}
