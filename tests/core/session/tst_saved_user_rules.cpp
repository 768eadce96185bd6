// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved_index.h"
#include "support/indexes.h"
#include "support/test_files.h"

#include <QTest>

#include <map>
#include <tuple>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

UserRules rulesNamed(const std::vector<std::string>& names) {
    UserRules rules;
    for (const std::string& name : names)
        rules.rules.push_back(
            {name, "b", "c", Kind::syn, {{PacketField::ttl, {{0, 255}}}}, {}, {}});
    return rules;
}

/// Packets of which some could be tested on each rule, and some fit: all of a port, or some.
BurstIndex indexWith(const UserRules& rules, std::uint64_t seed) {
    std::vector<RandomPacket> traffic = randomTraffic(seed, 3'000);
    Random random(seed);
    for (RandomPacket& each : traffic) {
        for (std::size_t rule = 0; rule < rules.rules.size(); ++rule) {
            std::uint64_t& bits = each.packet.evidence.rules.bits;
            bits |= std::uint64_t{1} << (kFirstUserBit + UserRules::testedPlace(rule));
            if (each.packet.port % (rule + 2) == 0 || random.oneIn(5))
                bits |= std::uint64_t{1} << (kFirstUserBit + UserRules::fitsPlace(rule));
        }
    }
    BurstIndex index = indexOf(traffic);
    index.userRules = std::make_shared<const UserRules>(rules);
    return index;
}

using Key = std::tuple<Address, Kind, std::uint16_t, Timestamp, std::size_t>;
using Counts = std::map<Key, std::uint64_t>;

Counts countsOf(const BurstIndex& index) {
    Counts counts;
    for (const IndexSegment& segment : index.segments) {
        for (const Burst& burst : segment.bursts) {
            for (std::size_t bit = 0; bit < kUserBits; ++bit) {
                if (const std::uint64_t matches = segment.userMatches(burst, bit))
                    counts[{segment.sources[burst.source], burst.kind, burst.port, burst.time.first,
                        bit}] += matches;
            }
        }
    }
    return counts;
}

std::string saved(const TemporaryFolder& folder, const std::string& name, const BurstIndex& index) {
    CaptureReport report;
    report.rulesPath = "my/rules.toml";
    report.files.emplace_back().path = name;
    const std::string path = folder.path(name);
    const IndexFileFacts facts =
        factsOf(index, report, {}, std::nullopt, {std::string(64, name[0])});
    if (!saveIndex(path, index, facts, nullptr, {true, {}, 2}).ok())
        throw std::runtime_error("cannot save " + path);
    return path;
}

} // namespace

/// What came of a user's rules, through files.
class TestSavedUserRules : public QObject {
    Q_OBJECT

private slots:
    void comeBack_data();
    void comeBack();
    void stayWhereAllPartsHaveThem();
    void otherRulesAreForgotten();
    void manySmallPartsKeepThem();
};

void TestSavedUserRules::comeBack_data() {
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 3, 16})
        QTest::addRow("%d rules", count) << count;
}

void TestSavedUserRules::comeBack() {
    QFETCH(int, count);
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.push_back("rule " + std::to_string(i));
    const TemporaryFolder folder;
    const BurstIndex index = indexWith(rulesNamed(names), 5);
    const auto loaded = loadIndex({saved(folder, "a", index)}, 2);
    QVERIFY(loaded.ok());
    const BurstIndex& read = *loaded.value().captures.index;
    QVERIFY(read.userRules != nullptr && *read.userRules == rulesNamed(names));
    QCOMPARE(loaded.value().captures.report.rulesPath, std::string("my/rules.toml"));
    QCOMPARE(countsOf(read).empty(), count == 0);
    QVERIFY(countsOf(read) == countsOf(index));
    QVERIFY(contentOf(read) == contentOf(index));
}

void TestSavedUserRules::stayWhereAllPartsHaveThem() {
    const TemporaryFolder folder;
    const UserRules rules = rulesNamed({"x", "y"});
    const std::vector<std::string> files = {
        saved(folder, "a", indexWith(rules, 1)), saved(folder, "b", indexWith(rules, 2))};
    const auto merged = loadIndex(files, 2);
    QVERIFY(merged.ok());
    const BurstIndex expected = mergeIndexes(indexWith(rules, 1), indexWith(rules, 2));
    QVERIFY(merged.value().captures.index->userRules != nullptr);
    QVERIFY(countsOf(*merged.value().captures.index) == countsOf(expected));
    QVERIFY(merged.value().notes.empty());
}

/// Counts of two different files of rules mean nothing together.
void TestSavedUserRules::otherRulesAreForgotten() {
    const TemporaryFolder folder;
    const std::string first = saved(folder, "a", indexWith(rulesNamed({"x"}), 1));
    for (const UserRules& others : {rulesNamed({"y"}), rulesNamed({})}) {
        const std::string second = saved(folder, "b", indexWith(others, 2));
        const auto merged = loadIndex({first, second}, 2);
        QVERIFY(merged.ok());
        QVERIFY(merged.value().captures.index->userRules == nullptr);
        QVERIFY(merged.value().captures.report.rulesPath.empty());
        QVERIFY(countsOf(*merged.value().captures.index).empty());
        QCOMPARE(merged.value().notes.size(), std::size_t{1});
    }
}

/// They are merged in groups first, through files of their own.
void TestSavedUserRules::manySmallPartsKeepThem() {
    const TemporaryFolder folder;
    const UserRules rules = rulesNamed({"x"});
    std::vector<std::string> files;
    BurstIndex expected = indexWith(rules, 0);
    files.push_back(saved(folder, "first", expected));
    BurstIndex empty = indexOf({});
    empty.userRules = std::make_shared<const UserRules>(rules);
    CaptureReport report;
    for (int i = 0; i < 260; ++i) {
        files.push_back(folder.path(std::to_string(i)));
        const IndexFileFacts facts = factsOf(empty, report, {}, std::nullopt, {});
        QVERIFY(saveIndex(files.back(), empty, facts, nullptr, {false, {}, 1}).ok());
    }
    const auto parts = IndexParts::open(files);
    QVERIFY(parts.ok());
    const std::string whole = folder.path("whole");
    QVERIFY(mergeParts(whole, parts.value(), {false, {}, 2}).ok());
    const auto merged = loadIndex({whole}, 2);
    QVERIFY(merged.ok());
    QVERIFY(countsOf(*merged.value().captures.index) == countsOf(expected));
}

QTEST_APPLESS_MAIN(TestSavedUserRules)
#include "tst_saved_user_rules.moc"
