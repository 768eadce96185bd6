// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved_index.h"
#include "support/indexes.h"
#include "support/limits.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

IndexFileFacts factsFor(const BurstIndex& index, const std::string& capture) {
    CaptureReport report;
    FileReport& file = report.files.emplace_back();
    file.path = capture;
    file.format = "pcap";
    file.link = "ethernet";
    file.frames = index.counts.frames;
    file.bytes = 12'345;
    file.snapLength = 96;
    file.time = index.counts.range;
    file.isTruncated = true;
    file.note = say("cut at byte %1: %2", {7U, about("a \"name\"", say("is gone"))});
    file.order.backwards = 3;
    file.order.duplicates = 2;
    file.order.largestStepBack = {-5};
    report.filter = "tcp or udp";
    report.entersTunnels = true;
    report.memoryOverrun = 1'234'567'890'123;
    return factsOf(index, report, parsePrefixes("192.0.2.0/24,2001:db8::/32").value(), 77.5,
        {std::string(64, capture.empty() ? '0' : capture[0])});
}

SessionFacts someSession() {
    SessionFacts session;
    session.question.profile = "merit";
    session.question.thresholds.expiry = {123'456'789'012};
    session.question.thresholds.minTargets = {33.3, true, 4};
    session.question.thresholds.minRate = 0.1;
    session.question.thresholds.rateScope = RateScope::telescope;
    session.question.thresholds.internetSize = kPublicIpv4In2014;
    session.question.thresholds.largeCoverage = 0.29;
    session.question.thresholds.by = Grouping::source;
    session.question.telescope = {4096, false};
    session.notes.text = "what I thought: \xc3\xa4\nsecond line";
    session.notes.setOf(parseAddress("198.51.100.7").value(), "a \"friend\"\n</script>");
    session.notes.setOf(parseAddress("2001:db8::7").value(), "another");
    session.question.narrowing.only = parseTerms("port=23,source=198.51.100.0/24").value();
    return session;
}

/// Saves what these packets make, as a file of a capture of this name.
std::string saved(const TemporaryFolder& folder, const std::string& name,
    const std::vector<RandomPacket>& packets, Duration gap = kBaseGap) {
    const BurstIndex index = indexOf(packets, gap);
    std::string path = folder.path(name);
    if (!saveIndex(path, index, factsFor(index, name), nullptr, {true, {}, 2}).ok())
        throw std::runtime_error("cannot save " + path);
    return path;
}

std::vector<std::string> contentOfFile(const std::vector<std::string>& paths) {
    const Result<SavedIndex> loaded = loadIndex(paths, 2);
    if (!loaded.ok())
        return {loaded.error().message()};
    return contentOf(*loaded.value().captures.index);
}

std::vector<RandomPacket> slice(
    const std::vector<RandomPacket>& packets, std::size_t part, std::size_t parts) {
    std::vector<RandomPacket> some;
    for (std::size_t i = packets.size() * part / parts; i < packets.size() * (part + 1) / parts;
         ++i)
        some.push_back(packets[i]);
    return some;
}

} // namespace

class TestIndexFile : public QObject {
    Q_OBJECT

private slots:
    void everythingComesBack();
    void mergingIsReadingAtOnce_data();
    void mergingIsReadingAtOnce();
    void activitiesOfPartsAddUp();
    void gapsOfPartsMayDiffer();
    void shardsStandSideBySide();
    void freshCapturesAreAppended();
    void doublesAreLeftOut();
    void partialOverlapIsRefused();
    void otherTelescopesAreRefused();
    void newerFilesAreRefused();
    void otherFilesAreNone();
    void cutFilesAreRefused();
    void flippedBitsNeverLie();
    void fullDiskKeepsTheOldFile();
    void killKeepsTheOldFile();
};

void TestIndexFile::everythingComesBack() {
    const TemporaryFolder folder;
    const std::vector<RandomPacket> packets = randomTraffic(1, 20'000);
    BurstIndex index = indexOf(packets);
    index.counts.countLink({1}, 7);
    index.counts.count(Reason::snapped);
    std::vector<ActivitySlot> intervals(3);
    intervals[0].number = -5;
    intervals[1].number = 1'540'857'600;
    intervals[2].number = 1'540'857'700;
    intervals[1].frames[2] = 1'000'000'000'000;
    index.activity.add(0, intervals);
    const IndexFileFacts facts = factsFor(index, "a.pcap");
    const SessionFacts session = someSession();
    const std::string path = folder.path("s.sweepscope");
    QVERIFY(saveIndex(path, index, facts, &session, {true, {}, 2}).ok());
    QVERIFY(isIndexFile(path));
    const Result<SavedIndex> loaded = loadIndex({path}, 2);
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().message().c_str());
    const SavedIndex& got = loaded.value();
    QVERIFY(got.facts == facts);
    QVERIFY(got.captures.report == facts.captures);
    QVERIFY(got.captures.index->counts == index.counts);
    QVERIFY(got.captures.index->activity == index.activity);
    QVERIFY(got.session.has_value());
    QVERIFY(*got.session == session);
    QCOMPARE(differenceOf(contentOf(*got.captures.index), contentOf(index)), std::string());
}

void TestIndexFile::mergingIsReadingAtOnce_data() {
    QTest::addColumn<int>("parts");
    for (const int parts : {1, 2, 3, 7, 24})
        QTest::addRow("%d parts", parts) << parts;
}

/// The naive twin: one index of all packets, read in one pass.
void TestIndexFile::mergingIsReadingAtOnce() {
    QFETCH(int, parts);
    const TemporaryFolder folder;
    const std::vector<RandomPacket> packets = randomTraffic(7, 20'000);
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < static_cast<std::size_t>(parts); ++i)
        paths.push_back(saved(folder, std::string(1, static_cast<char>('a' + i)),
            slice(packets, i, static_cast<std::size_t>(parts))));
    std::reverse(paths.begin() + parts / 2, paths.end());
    const std::vector<std::string> whole = contentOf(indexOf(packets));
    QCOMPARE(differenceOf(contentOfFile(paths), whole), std::string());
    const std::string merged = folder.path("merged");
    QVERIFY(mergeParts(merged, IndexParts::open(paths).value(), {true, {}, 2}).ok());
    QCOMPARE(differenceOf(contentOfFile({merged}), whole), std::string());
}

/// Of many parts, more than are held open at once, with a double in front and with new captures.
void TestIndexFile::activitiesOfPartsAddUp() {
    const TemporaryFolder folder;
    constexpr int kParts = 30;
    Activity all;
    std::vector<std::string> paths;
    std::vector<RandomPacket> packets;
    BurstIndex index;
    for (int i = 0; i < kParts; ++i) {
        const auto some = randomTraffic(static_cast<std::uint64_t>(i), 50);
        packets.insert(packets.end(), some.begin(), some.end());
        index = indexOf(some);
        std::vector<ActivitySlot> moments(2);
        moments[0].number = i;
        moments[1].number = i + 1;
        moments[0].frames[0] = 10;
        moments[1].frames[1] = 7;
        index.activity.add(0, moments);
        all.add(0, moments);
        const std::string name = std::string(1, static_cast<char>('A' + i));
        const IndexFileFacts facts = factsFor(index, name);
        if (i + 1 == kParts)
            break;
        paths.push_back(folder.path("part" + name));
        QVERIFY(saveIndex(paths.back(), index, facts, nullptr, {false, {}, 1}).ok());
    }
    const auto fresh = std::make_shared<const BurstIndex>(std::move(index));
    paths.insert(paths.begin(), paths[3]);
    const auto parts = IndexParts::open(paths, FreshPart{fresh, factsFor(*fresh, "fresh.pcap")});
    QVERIFY(parts.ok());
    QVERIFY(parts.value().facts().activity == all);
    const std::string merged = folder.path("merged");
    QVERIFY(mergeParts(merged, parts.value(), {false, {}, 3}).ok());
    const Result<SavedIndex> loaded = loadIndex({merged}, 2);
    QVERIFY(loaded.ok());
    QVERIFY(loaded.value().captures.index->activity == all);
    QCOMPARE(differenceOf(contentOf(*loaded.value().captures.index), contentOf(indexOf(packets))),
        std::string());
    // Shards have the activity of all, once.
    std::vector<std::string> shards;
    for (unsigned i = 0; i < 3; ++i) {
        shards.push_back(folder.path("shard" + std::to_string(i)));
        QVERIFY(
            mergeParts(shards.back(), IndexParts::open({merged}).value(), {false, {i, 3}, 1}).ok());
    }
    QVERIFY(loadIndex(shards, 1).value().facts.activity == all);
}

void TestIndexFile::gapsOfPartsMayDiffer() {
    const TemporaryFolder folder;
    const std::vector<RandomPacket> packets = randomTraffic(9, 10'000);
    const Duration longer = Duration::seconds(480);
    for (const int first : {0, 1}) {
        const std::vector<std::string> paths = {
            saved(folder, "a", slice(packets, 0, 2), first == 0 ? longer : kBaseGap),
            saved(folder, "b", slice(packets, 1, 2), first == 0 ? kBaseGap : longer)};
        QCOMPARE(
            differenceOf(contentOfFile(paths), contentOf(indexOf(packets, longer))), std::string());
    }
}

void TestIndexFile::shardsStandSideBySide() {
    const TemporaryFolder folder;
    const std::vector<RandomPacket> packets = randomTraffic(8, 10'000);
    const std::string whole = saved(folder, "whole", packets);
    std::vector<std::string> shards;
    for (unsigned i = 0; i < 3; ++i) {
        shards.push_back(folder.path("shard" + std::to_string(i)));
        QVERIFY(
            mergeParts(shards.back(), IndexParts::open({whole}).value(), {false, {i, 3}, 1}).ok());
    }
    std::swap(shards[0], shards[2]);
    QCOMPARE(differenceOf(contentOfFile(shards), contentOf(indexOf(packets))), std::string());
    QVERIFY(loadIndex(shards, 1).value().facts.counts == indexOf(packets).counts);
    const Result<SavedIndex> two = loadIndex({shards[0], shards[1]}, 1);
    QVERIFY(!two.ok());
    QVERIFY(
        two.error().message().find("shard 1/3 of the same index is missing") != std::string::npos);
    QVERIFY(!loadIndex({shards[0], whole}, 1).ok());
}

void TestIndexFile::freshCapturesAreAppended() {
    const TemporaryFolder folder;
    const std::vector<RandomPacket> packets = randomTraffic(5, 10'000);
    const std::string old = saved(folder, "a", slice(packets, 0, 2));
    auto fresh = std::make_shared<const BurstIndex>(indexOf(slice(packets, 1, 2)));
    const auto parts = IndexParts::open({old}, FreshPart{fresh, factsFor(*fresh, "b")});
    QVERIFY(parts.ok());
    QVERIFY(mergeParts(old, parts.value(), {true, {}, 2}).ok());
    QCOMPARE(differenceOf(contentOfFile({old}), contentOf(indexOf(packets))), std::string());
    QCOMPARE(loadIndex({old}, 1).value().facts.captures.files.size(), std::size_t{2});
}

void TestIndexFile::doublesAreLeftOut() {
    const TemporaryFolder folder;
    const std::vector<RandomPacket> packets = randomTraffic(5, 10'000);
    const std::string a = saved(folder, "a", slice(packets, 0, 2));
    const std::string b = saved(folder, "b", slice(packets, 1, 2));
    const std::string both = folder.path("both");
    QVERIFY(mergeParts(both, IndexParts::open({a, b}).value(), {true, {}, 2}).ok());
    for (const auto& paths :
        {std::vector{a, b, both}, std::vector{both, a}, std::vector{a, both, both}}) {
        const Result<SavedIndex> loaded = loadIndex(paths, 2);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().message().c_str());
        QCOMPARE(
            differenceOf(contentOf(*loaded.value().captures.index), contentOf(indexOf(packets))),
            std::string());
        QCOMPARE(loaded.value().notes.size(), paths.size() - 1);
    }
}

void TestIndexFile::partialOverlapIsRefused() {
    const TemporaryFolder folder;
    const std::string a = saved(folder, "a", randomTraffic(1, 500));
    const std::string b = saved(folder, "b", randomTraffic(2, 500));
    const std::string c = saved(folder, "c", randomTraffic(3, 500));
    const std::string ab = folder.path("ab");
    const std::string bc = folder.path("bc");
    QVERIFY(mergeParts(ab, IndexParts::open({a, b}).value(), {true, {}, 2}).ok());
    QVERIFY(mergeParts(bc, IndexParts::open({b, c}).value(), {true, {}, 2}).ok());
    const Result<IndexParts> overlap = IndexParts::open({ab, bc});
    QVERIFY(!overlap.ok());
    QVERIFY(overlap.error().message().find("1 of its 2 captures") != std::string::npos);
}

void TestIndexFile::otherTelescopesAreRefused() {
    const TemporaryFolder folder;
    const std::string a = saved(folder, "a", randomTraffic(1, 500));
    const BurstIndex index = indexOf(randomTraffic(2, 500));
    IndexFileFacts facts = factsFor(index, "b");
    facts.telescope = parsePrefixes("192.0.2.0/25").value();
    const std::string b = folder.path("b");
    QVERIFY(saveIndex(b, index, facts, nullptr, {}).ok());
    const Result<IndexParts> parts = IndexParts::open({a, b});
    QVERIFY(!parts.ok());
    QVERIFY(parts.error().message().find("another telescope") != std::string::npos);
}

void TestIndexFile::newerFilesAreRefused() {
    const TemporaryFolder folder;
    const std::string path = saved(folder, "a", randomTraffic(1, 500));
    std::vector<std::uint8_t> bytes = readBytes(path);
    bytes[63] = 2; // the user version, https://www.sqlite.org/fileformat.html 1.3
    const Result<SavedIndex> newer = loadIndex({folder.write("newer", bytes)}, 1);
    QVERIFY(!newer.ok());
    QVERIFY(newer.error().message().find("newer Sweepscope (format 2") != std::string::npos);
    bytes[63] = 0;
    QVERIFY(!loadIndex({folder.write("none", bytes)}, 1).ok());
}

void TestIndexFile::otherFilesAreNone() {
    const TemporaryFolder folder;
    QVERIFY(!isIndexFile(folder.write("empty", std::string_view())));
    QVERIFY(!isIndexFile(folder.write("text", std::string(1000, 'x'))));
    QVERIFY(!isIndexFile(folder.path("missing")));
    QVERIFY(!isIndexFile(folder.path("")));
    QVERIFY(!isIndexFile("-"));
    QVERIFY(!loadIndex({folder.path("missing")}, 1).ok());
}

void TestIndexFile::cutFilesAreRefused() {
    const TemporaryFolder folder;
    const std::string path = saved(folder, "a", randomTraffic(1, 3'000));
    const std::vector<std::uint8_t> bytes = readBytes(path);
    for (std::size_t cut = 0; cut < bytes.size(); cut += 1 + bytes.size() / 199) {
        const std::string shorter =
            folder.write("cut", std::vector<std::uint8_t>(bytes.begin(),
                                    bytes.begin() + static_cast<std::ptrdiff_t>(cut)));
        QVERIFY2(!loadIndex({shorter}, 2).ok(), std::to_string(cut).c_str());
    }
}

/// A flipped bit is found, or lies where the program does not look; what opens is the same.
void TestIndexFile::flippedBitsNeverLie() {
    const TemporaryFolder folder;
    const std::vector<RandomPacket> packets = randomTraffic(1, 1'000);
    const std::string path = saved(folder, "a", packets);
    const std::vector<std::uint8_t> bytes = readBytes(path);
    const std::vector<std::string> whole = contentOf(indexOf(packets));
    Random random(2);
    int refused = 0;
    for (int i = 0; i < 2'000; ++i) {
        std::vector<std::uint8_t> flipped = bytes;
        flipped[random.below(bytes.size())] ^= static_cast<std::uint8_t>(1U << random.below(8));
        const Result<SavedIndex> loaded = loadIndex({folder.write("flipped", flipped)}, 1);
        refused += loaded.ok() ? 0 : 1;
        if (loaded.ok())
            QCOMPARE(differenceOf(contentOf(*loaded.value().captures.index), whole), std::string());
    }
    QVERIFY(refused > 200);
}

void TestIndexFile::fullDiskKeepsTheOldFile() {
    const TemporaryFolder folder;
    const std::string path = saved(folder, "a", randomTraffic(1, 500));
    const std::vector<std::uint8_t> before = readBytes(path);
    const BurstIndex large = indexOf(randomTraffic(2, 50'000));
    for (const rlim_t bytes : {0U, 1'000U, 10'000U, 100'000U}) {
        Status written;
        {
            const FileSizeLimit limit(bytes);
            written = saveIndex(path, large, factsFor(large, "b"), nullptr, {});
        }
        QVERIFY(!written.ok());
        QVERIFY(written.error().message().find(path) != std::string::npos);
        QVERIFY(readBytes(path) == before);
        QCOMPARE(std::distance(std::filesystem::directory_iterator(folder.path("")), {}), 1);
    }
}

/// Killed at many moments of the writing: the name holds the old file or the new one, whole.
void TestIndexFile::killKeepsTheOldFile() {
    const TemporaryFolder folder;
    const std::vector<RandomPacket> packets = randomTraffic(1, 500);
    const std::string path = saved(folder, "a", packets);
    const std::vector<std::string> before = contentOf(indexOf(packets));
    const BurstIndex large = indexOf(randomTraffic(2, 50'000));
    const std::vector<std::string> after = contentOf(large);
    for (useconds_t delay = 200; delay < 200'000; delay = delay * 3 / 2) {
        const pid_t child = ::fork();
        if (child == 0) {
            (void)saveIndex(path, large, factsFor(large, "b"), nullptr, {true, {}, 1});
            ::_exit(0);
        }
        ::usleep(delay);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const std::vector<std::string> now = contentOfFile({path});
        QVERIFY2(now == before || now == after, now.front().c_str());
        if (now == after)
            break;
    }
}

QTEST_APPLESS_MAIN(TestIndexFile)
#include "tst_index_file.moc"
