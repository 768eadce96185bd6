// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/team.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace sweepscope;

class TestTeam : public QObject {
    Q_OBJECT

private slots:

    void everyMemberRunsOnce_data() { sizes(); }

    void everyMemberRunsOnce();
    void memberZeroIsTheCaller();

    void waitsForOneAnother_data() { sizes(); }

    void waitsForOneAnother();

    void showsTheCallerWhatMembersWrote_data() { sizes(); }

    void showsTheCallerWhatMembersWrote();

    void throwsOnWhatAMemberThrew_data() { sizes(); }

    void throwsOnWhatAMemberThrew();
    void throwsOneOfMany();
    void hasAtLeastTheCaller();

    void sharesStepsOut_data() { sizes(); }

    void sharesStepsOut();
    void takesAllStepsWithoutATeam();

private:
    static void sizes();
};

void TestTeam::sizes() {
    QTest::addColumn<unsigned>("size");
    for (const unsigned size : {1U, 2U, 3U, 8U})
        QTest::addRow("%u", size) << size;
}

void TestTeam::everyMemberRunsOnce() {
    QFETCH(unsigned, size);
    Team team(size);
    QCOMPARE(team.size(), size);
    std::vector<std::atomic<int>> runs(size);
    for (int step = 1; step <= 2'000; ++step) {
        team.run([&](unsigned member) { ++runs[member]; });
        for (const std::atomic<int>& count : runs)
            QCOMPARE(count.load(), step);
    }
}

void TestTeam::memberZeroIsTheCaller() {
    Team team(3);
    std::array<std::thread::id, 3> ids;
    team.run([&](unsigned member) { ids[member] = std::this_thread::get_id(); });
    QVERIFY(ids[0] == std::this_thread::get_id());
    QVERIFY(ids[1] != ids[0] && ids[2] != ids[0] && ids[1] != ids[2]);
    const std::array before = ids;
    team.run([&](unsigned member) { ids[member] = std::this_thread::get_id(); });
    QVERIFY2(ids == before, "threads were started anew");
}

/// In every step each member must see what all members did in the step before.
void TestTeam::waitsForOneAnother() {
    QFETCH(unsigned, size);
    Team team(size);
    std::atomic<unsigned> arrived{0};
    std::atomic<bool> isEarly{false};
    for (unsigned step = 0; step < 2'000; ++step) {
        team.run([&](unsigned) {
            if (arrived < step * size)
                isEarly = true;
            ++arrived;
        });
        QCOMPARE(arrived.load(), (step + 1) * size);
    }
    QVERIFY(!isEarly);
}

void TestTeam::showsTheCallerWhatMembersWrote() {
    QFETCH(unsigned, size);
    Team team(size);
    std::vector<int> plain(size); // not atomic: the team itself must make it visible
    for (int step = 0; step < 1'000; ++step)
        team.run([&](unsigned member) { plain[member] += static_cast<int>(member) + 1; });
    const int sum = std::accumulate(plain.begin(), plain.end(), 0);
    QCOMPARE(sum, static_cast<int>(1'000 * size * (size + 1) / 2));
}

void TestTeam::throwsOnWhatAMemberThrew() {
    QFETCH(unsigned, size);
    Team team(size);
    for (unsigned thrower = 0; thrower < size; ++thrower) {
        std::atomic<unsigned> others{0};
        std::string message;
        try {
            team.run([&](unsigned member) {
                if (member == thrower)
                    throw std::runtime_error("from " + std::to_string(member));
                ++others;
            });
        } catch (const std::runtime_error& problem) {
            message = problem.what();
        }
        QCOMPARE(message, "from " + std::to_string(thrower));
        QCOMPARE(others.load(), size - 1);
        // The failure is over with the step.
        std::atomic<unsigned> runs{0};
        team.run([&](unsigned) { ++runs; });
        QCOMPARE(runs.load(), size);
    }
}

void TestTeam::throwsOneOfMany() {
    Team team(4);
    for (int round = 0; round < 200; ++round) {
        QVERIFY_THROWS_EXCEPTION(
            std::runtime_error, team.run([](unsigned) { throw std::runtime_error("all"); }));
    }
}

void TestTeam::hasAtLeastTheCaller() {
    Team team(0);
    QCOMPARE(team.size(), 1U);
    int runs = 0;
    team.run([&](unsigned) { ++runs; });
    QCOMPARE(runs, 1);
}

void TestTeam::sharesStepsOut() {
    QFETCH(unsigned, size);
    Team team(size);
    QCOMPARE(memberCount(&team), std::size_t{size});
    for (const std::size_t count : {0U, 1U, 7U, 1'000U}) {
        std::vector<std::atomic<int>> runs(count);
        std::atomic<bool> isMember{true};
        forAll(&team, count, [&](unsigned member, std::size_t i) {
            ++runs[i];
            isMember = isMember && member < size;
        });
        QVERIFY(
            std::all_of(runs.begin(), runs.end(), [](const auto& times) { return times == 1; }));
        QVERIFY(isMember);
    }
}

void TestTeam::takesAllStepsWithoutATeam() {
    QCOMPARE(memberCount(nullptr), std::size_t{1});
    std::vector<std::size_t> steps;
    forAll(nullptr, 3,
        [&](unsigned member, std::size_t i) { steps.push_back(10 * std::size_t{member} + i); });
    QCOMPARE(steps, (std::vector<std::size_t>{0, 1, 2}));
}

QTEST_APPLESS_MAIN(TestTeam)
#include "tst_team.moc"
