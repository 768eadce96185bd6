// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/latest_only.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>

using namespace sweepscope;

namespace {

using Signal = std::counting_semaphore<1'000'000>;

/// Far more than anything here takes: only a deadlock waits so long.
constexpr std::chrono::seconds kPatience(20);

bool wait(Signal& signal) {
    return signal.try_acquire_for(kPatience);
}

/// A job that says when it begins and ends when it is let.
struct HeldJob {
    Signal begun{0};
    Signal mayEnd{0};
    Signal ended{0};
    std::mutex mutex;
    std::vector<int> done;
    std::atomic<bool> wasStopped{false};

    void operator()(int request, const std::stop_token& stop) {
        begun.release();
        if (!mayEnd.try_acquire_for(kPatience))
            return;
        wasStopped = stop.stop_requested();
        {
            const std::lock_guard lock(mutex);
            done.push_back(request);
        }
        ended.release();
    }
};

} // namespace

class TestLatestOnly : public QObject {
    Q_OBJECT

private slots:
    void answersARequest();
    void newestOfThoseThatWaitWins();
    void finishesWhatRuns();
    void cancelForgetsWhatWaits();
    void cancelAsksWhatRunsToStop();
    void worksOnAfterACancel();
    void endsWhileAJobRuns();
    void endsWhileIdleAndWhileWaiting();
    void runsOneAtATime();
    void lastRequestIsAlwaysAnswered();
};

void TestLatestOnly::answersARequest() {
    HeldJob job;
    LatestOnly<int> latest(std::ref(job));
    job.mayEnd.release();
    latest.submit(7);
    QVERIFY(wait(job.ended));
    QVERIFY(job.done == std::vector{7});
}

void TestLatestOnly::newestOfThoseThatWaitWins() {
    HeldJob job;
    LatestOnly<int> latest(std::ref(job));
    latest.submit(1);
    QVERIFY(wait(job.begun));
    for (int request = 2; request <= 100; ++request)
        latest.submit(request);
    job.mayEnd.release(2);
    QVERIFY(wait(job.ended));
    QVERIFY(wait(job.ended));
    // A third run would have to begin before this one.
    latest.submit(101);
    job.mayEnd.release();
    QVERIFY(wait(job.ended));
    QVERIFY((job.done == std::vector{1, 100, 101}));
}

/// A new request does not interrupt the running one: pictures follow the hand.
void TestLatestOnly::finishesWhatRuns() {
    HeldJob job;
    LatestOnly<int> latest(std::ref(job));
    latest.submit(1);
    QVERIFY(wait(job.begun));
    latest.submit(2);
    job.mayEnd.release();
    QVERIFY(wait(job.ended));
    QVERIFY(!job.wasStopped);
    job.mayEnd.release();
    QVERIFY(wait(job.ended));
}

void TestLatestOnly::cancelForgetsWhatWaits() {
    HeldJob job;
    LatestOnly<int> latest(std::ref(job));
    latest.submit(1);
    QVERIFY(wait(job.begun));
    latest.submit(2);
    latest.cancel();
    latest.submit(3);
    job.mayEnd.release(2);
    QVERIFY(wait(job.ended));
    QVERIFY(wait(job.ended));
    QVERIFY((job.done == std::vector{1, 3}));
}

void TestLatestOnly::cancelAsksWhatRunsToStop() {
    HeldJob job;
    LatestOnly<int> latest(std::ref(job));
    latest.submit(1);
    QVERIFY(wait(job.begun));
    latest.cancel();
    job.mayEnd.release();
    QVERIFY(wait(job.ended));
    QVERIFY(job.wasStopped);
}

void TestLatestOnly::worksOnAfterACancel() {
    HeldJob job;
    LatestOnly<int> latest(std::ref(job));
    latest.cancel();
    job.mayEnd.release();
    latest.submit(5);
    QVERIFY(wait(job.ended));
    QVERIFY(job.done == std::vector{5});
    QVERIFY2(!job.wasStopped, "an old cancel stopped a new job");
}

void TestLatestOnly::endsWhileAJobRuns() {
    Signal begun{0};
    std::atomic<bool> saw{false};
    auto latest = std::make_unique<LatestOnly<int>>([&](int, const std::stop_token& stop) {
        begun.release();
        const auto patience = std::chrono::steady_clock::now() + kPatience;
        while (!stop.stop_requested() && std::chrono::steady_clock::now() < patience)
            std::this_thread::yield();
        saw = stop.stop_requested();
    });
    latest->submit(1);
    QVERIFY(wait(begun));
    latest->submit(2); // waits, and is never run
    latest.reset();
    QVERIFY(saw);
    QVERIFY2(!begun.try_acquire(), "a waiting request was run after the end");
}

void TestLatestOnly::endsWhileIdleAndWhileWaiting() {
    for (int round = 0; round < 200; ++round) {
        std::atomic<int> runs{0};
        {
            LatestOnly<int> latest([&](int, const std::stop_token&) { ++runs; });
            if (round % 2 == 0)
                latest.submit(1);
        }
        QVERIFY(runs <= 1);
    }
}

void TestLatestOnly::runsOneAtATime() {
    std::atomic<int> running{0};
    std::atomic<int> most{0};
    std::atomic<int> last{0};
    Signal ended{0};
    LatestOnly<int> latest([&](int request, const std::stop_token&) {
        most = std::max(most.load(), ++running);
        std::this_thread::yield();
        --running;
        last = request;
        ended.release();
    });
    for (int request = 1; request <= 2'000; ++request) {
        latest.submit(request);
        if (request % 100 == 0)
            QVERIFY(wait(ended));
    }
    while (last != 2'000)
        QVERIFY(wait(ended));
    QCOMPARE(most.load(), 1);
}

void TestLatestOnly::lastRequestIsAlwaysAnswered() {
    for (int round = 0; round < 300; ++round) {
        Signal sawLast{0};
        LatestOnly<int> latest([&](int request, const std::stop_token&) {
            if (request == 3)
                sawLast.release();
        });
        for (const int request : {1, 2, 3})
            latest.submit(request);
        QVERIFY(wait(sawLast));
    }
}

QTEST_APPLESS_MAIN(TestLatestOnly)
#include "tst_latest_only.moc"
