// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/activity.h"
#include "packets/decoder.h"
#include "support/packet_script.h"
#include "support/random_traffic.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// A frame: the second it came in, and its bin.
struct Event {
    std::int64_t second;
    Bin bin;
};

using Intervals = std::map<std::int64_t, std::array<std::uint64_t, kBinCount>>;

std::int64_t floorDivide(std::int64_t value, std::int64_t by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

struct NaiveActivity {
    int shift = 0;
    Intervals intervals;
};

/// The shortest interval, doubling from one second, at which no more than the most slots hold
/// frames.
NaiveActivity naive(const std::vector<Event>& events) {
    for (NaiveActivity activity;; ++activity.shift) {
        activity.intervals.clear();
        for (const Event& event : events)
            ++activity.intervals[floorDivide(event.second, std::int64_t{1} << activity.shift)]
                                [static_cast<std::size_t>(event.bin)];
        if (activity.intervals.size() <= Activity::kMostSlots)
            return activity;
    }
}

ActivitySlot slotOf(const Event& event, int shift) {
    ActivitySlot slot{floorDivide(event.second, std::int64_t{1} << shift), {}};
    slot.frames[static_cast<std::size_t>(event.bin)] = 1;
    return slot;
}

/// Added in portions, as a reader does it: each made for the interval that the activity has by
/// then.
Activity build(const std::vector<Event>& events, std::size_t portion) {
    Activity activity;
    for (std::size_t begin = 0; begin < events.size(); begin += portion) {
        std::vector<ActivitySlot> portionSlots;
        for (std::size_t i = begin; i < std::min(begin + portion, events.size()); ++i)
            portionSlots.push_back(slotOf(events[i], activity.shift()));
        activity.add(activity.shift(), portionSlots);
    }
    return activity;
}

std::vector<Event> randomEvents(std::uint64_t seed, std::size_t count, std::int64_t range) {
    Random random(seed);
    std::vector<Event> events;
    for (std::size_t i = 0; i < count; ++i)
        events.push_back(
            {static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(range))) - range / 3,
                static_cast<Bin>(random.below(kBinCount))});
    return events;
}

std::vector<Event> shuffledEvents(std::vector<Event> events, std::uint64_t seed) {
    Random random(seed);
    for (std::size_t i = events.size(); i > 1; --i)
        std::swap(events[i - 1], events[random.below(i)]);
    return events;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Event>)

class TestActivity : public QObject {
    Q_OBJECT

private slots:
    void agreesWithAMap_data();
    void agreesWithAMap();

    void orderAndPortionsChangeNothing_data() { agreesWithAMap_data(); }

    void orderAndPortionsChangeNothing();

    void partsAddUp_data() { agreesWithAMap_data(); }

    void partsAddUp();
    void coarsensAtTheLastMoment();
    void intervalsAreHalfOpen();
    void decoderFillsSlots();
};

void TestActivity::agreesWithAMap_data() {
    QTest::addColumn<std::vector<Event>>("events");
    QTest::newRow("nothing") << std::vector<Event>();
    QTest::newRow("one frame") << std::vector<Event>{{1'540'857'600, Bin::probe}};
    QTest::newRow("an hour") << randomEvents(1, 5'000, 3'600);
    QTest::newRow("before 1970 and after") << randomEvents(2, 3'000, 100);
    QTest::newRow("a day") << randomEvents(3, 20'000, 86'400);
    QTest::newRow("a week") << randomEvents(4, 12'000, 604'800);
    QTest::newRow("a century") << randomEvents(5, 12'000, 3'000'000'000);
    std::vector<Event> jumps = randomEvents(6, 2'000, 1'000);
    for (std::size_t i = 0; i < jumps.size(); ++i)
        jumps[i].second += static_cast<std::int64_t>(i % 7) * 31'557'600 * (i % 2 == 0 ? 1 : -1);
    QTest::newRow("jumps over years, both ways") << jumps;
    QTest::newRow("the ends of time")
        << std::vector<Event>{{-4'600'000'000, Bin::other}, {4'600'000'000, Bin::probe}};
}

void TestActivity::agreesWithAMap() {
    QFETCH(std::vector<Event>, events);
    const Activity activity = build(events, 100);
    const NaiveActivity expected = naive(events);
    QCOMPARE(activity.shift(), expected.shift);
    QVERIFY(activity.interval() == Duration::seconds(std::int64_t{1} << expected.shift));
    QCOMPARE(activity.filledSlots().size(), expected.intervals.size());
    std::size_t i = 0;
    for (const auto& [number, frames] : expected.intervals) {
        QCOMPARE(qint64{activity.filledSlots()[i].number}, qint64{number});
        QVERIFY(activity.filledSlots()[i].frames == frames);
        ++i;
    }
}

void TestActivity::orderAndPortionsChangeNothing() {
    QFETCH(std::vector<Event>, events);
    const Activity expected = build(events, 1'000);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        for (const std::size_t portion : {7U, 300U, 10'000U})
            QVERIFY(build(shuffledEvents(events, seed), portion) == expected);
    }
    std::sort(events.begin(), events.end(),
        [](const Event& a, const Event& b) { return a.second < b.second; });
    QVERIFY(build(events, 50) == expected);
}

void TestActivity::partsAddUp() {
    QFETCH(std::vector<Event>, events);
    const Activity expected = build(events, 1'000);
    const auto third = static_cast<std::ptrdiff_t>(events.size() / 3);
    const std::vector<Event> front(events.begin(), events.begin() + third);
    const std::vector<Event> back(events.begin() + third, events.end());
    Activity forward = build(front, 500);
    forward.add(build(back, 500));
    QVERIFY(forward == expected);
    Activity backward = build(back, 500);
    backward.add(build(front, 500));
    QVERIFY(backward == expected);
    forward.add(Activity());
    QVERIFY(forward == expected);
}

void TestActivity::coarsensAtTheLastMoment() {
    Activity activity;
    for (std::int64_t second = 0; second < 8'192; ++second)
        activity.add(0, std::array{slotOf({second * 1'000, Bin::probe}, 0)});
    QCOMPARE(activity.filledSlots().size(), Activity::kMostSlots);
    QCOMPARE(activity.shift(), 0);
    activity.add(0, std::array{slotOf({3'000, Bin::probe}, 0)}); // no new slot
    QCOMPARE(activity.shift(), 0);
    activity.add(0, std::array{slotOf({1, Bin::probe}, 0)});
    QCOMPARE(activity.shift(), 1); // seconds 0 and 1 are one slot now
    QCOMPARE(activity.filledSlots().size(), std::size_t{8'192});
    QCOMPARE(activity.filledSlots()[0].frames[0], std::uint64_t{2});
}

void TestActivity::intervalsAreHalfOpen() {
    Activity activity;
    for (const std::int64_t second : {-3, -2, -1, 0, 1, 2, 3})
        activity.add(0, std::array{slotOf({second, Bin::probe}, 0)});
    Activity coarse;
    coarse.add(1, {});
    QCOMPARE(coarse.shift(), 0); // nothing was added
    coarse.add(1, std::array{ActivitySlot{100, {}}});
    activity.add(coarse);
    std::string text;
    for (const ActivitySlot& slot : activity.filledSlots())
        text += std::to_string(slot.number) + ":" + std::to_string(slot.frames[0]) + " ";
    QCOMPARE(text, std::string("-2:1 -1:2 0:2 1:2 100:0 "));
}

/// From frames to slots: each second and bin, before 1970 too.
void TestActivity::decoderFillsSlots() {
    std::vector<OwnedFrame> frames = packetScript("0 1.2.3.4:1 > 5.6.7.8:2 SYN\n"
                                                  "0 1.2.3.4:1 > 5.6.7.8:2 SYN\n"
                                                  "0 1.2.3.4:1 > 5.6.7.8:2 RST\n"
                                                  "0 1.2.3.4:1 > 5.6.7.8:2 SYN\n"
                                                  "0 ARP\n");
    const std::vector<std::int64_t> times = {-1, 0, 999'999'999, 1'000'000'000, -1'000'000'001};
    for (std::size_t i = 0; i < frames.size(); ++i)
        frames[i].time = {times[i]};
    DecodedFrames decoded;
    for (const int shift : {0, 1}) {
        Decoder({PrefixSet(), false}).decode(batchOf(frames).frames, shift, decoded);
        Activity activity;
        activity.add(shift, decoded.activity);
        std::string text;
        for (const ActivitySlot& slot : activity.filledSlots())
            text += std::to_string(slot.number) + ":" + std::to_string(slot.frames[0]) + "," +
                    std::to_string(slot.frames[1]) + "," + std::to_string(slot.frames[5]) + " ";
        QCOMPARE(text,
            std::string(shift == 0 ? "-2:0,0,1 -1:1,0,0 0:1,1,0 1:1,0,0 " : "-1:1,0,1 0:2,1,0 "));
    }
}

QTEST_APPLESS_MAIN(TestActivity)
#include "tst_activity.moc"
