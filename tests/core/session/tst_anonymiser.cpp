// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/anonymiser.h"
#include "support/indexes.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// The key of the authors' sample program.
constexpr std::array<std::uint8_t, 32> kSampleKey = {21, 34, 23, 141, 51, 164, 207, 128, 19, 10, 91,
    22, 73, 144, 125, 16, 216, 152, 143, 131, 121, 121, 101, 39, 98, 87, 76, 45, 42, 132, 34, 2};

Address address(const char* text) {
    return parseAddress(text).value();
}

int commonBits(std::uint32_t a, std::uint32_t b) {
    return a == b ? 32 : __builtin_clz(a ^ b);
}

int commonBits(const Ipv6& a, const Ipv6& b) {
    if (a.high != b.high)
        return __builtin_clzll(a.high ^ b.high);
    return a.low == b.low ? 128 : 64 + __builtin_clzll(a.low ^ b.low);
}

/// Everything of an index that is no address, sorted.
std::vector<std::string> numbersOf(const BurstIndex& index) {
    std::vector<std::string> lines;
    for (const IndexSegment& segment : index.segments) {
        for (const Burst& burst : segment.bursts)
            lines.push_back(std::string(nameOf(burst.kind)) + " " + std::to_string(burst.port) +
                            " " + std::to_string(burst.time.first.nanoseconds) + " " +
                            std::to_string(burst.packets) + " " +
                            std::to_string(burst.targets.count) + " " +
                            std::to_string(segment.matches(burst, Rule::masscanRelation)));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

class TestAnonymiser : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheAuthors();
    void prefixesStayPrefixes();
    void differentStaysDifferent();
    void indexesKeepTheirNumbers();
    void sessionsNameNobody();
    void badKeysAreNamed();
};

/// Pairs of the trace that comes with the authors' program.
void TestAnonymiser::agreesWithTheAuthors() {
    const Anonymiser anonymiser(kSampleKey);
    QCOMPARE(toText(anonymiser.map(address("128.11.68.132"))), std::string("135.242.180.132"));
    QCOMPARE(toText(anonymiser.map(address("129.118.74.4"))), std::string("134.136.186.123"));
    QCOMPARE(toText(anonymiser.map(address("130.132.252.244"))), std::string("133.68.164.234"));
}

void TestAnonymiser::prefixesStayPrefixes() {
    const Anonymiser anonymiser(kSampleKey);
    Random random(3);
    for (int i = 0; i < 3'000; ++i) {
        const auto a = static_cast<std::uint32_t>(random.next());
        const std::uint32_t b = a ^ static_cast<std::uint32_t>(random.next() >> random.below(64));
        QCOMPARE(commonBits(anonymiser.map(Ipv4{a}).v4().value, anonymiser.map(Ipv4{b}).v4().value),
            commonBits(a, b));
        const Ipv6 c{random.next(), random.next()};
        const Ipv6 d = random.oneIn(2) ? Ipv6{c.high, c.low ^ random.next() >> random.below(64)}
                                       : Ipv6{c.high ^ random.next() >> random.below(64), c.low};
        QCOMPARE(commonBits(anonymiser.map(c).v6(), anonymiser.map(d).v6()), commonBits(c, d));
        const Prefix prefix = Prefix::around(Ipv4{a}, static_cast<int>(random.below(33)));
        QVERIFY(anonymiser.map(prefix).contains(anonymiser.map(Ipv4{a})));
    }
}

void TestAnonymiser::differentStaysDifferent() {
    const Anonymiser anonymiser(kSampleKey);
    std::set<Address> seen;
    for (std::uint32_t i = 0; i < 20'000; ++i)
        seen.insert(anonymiser.map(Ipv4{0xc6120000 + i}));
    QCOMPARE(seen.size(), std::size_t{20'000});
}

void TestAnonymiser::indexesKeepTheirNumbers() {
    const TemporaryFolder folder;
    SavedIndex saved;
    auto index = std::make_shared<const BurstIndex>(indexOf(randomTraffic(4, 10'000)));
    CaptureReport report;
    report.files.emplace_back().path = "/secret/place/hour.pcap";
    report.filter = "net 192.0.2.0/24";
    saved.captures = {index, report};
    saved.facts = factsOf(*index, report, parsePrefixes("192.0.2.0/24").value(), std::nullopt, {});
    const auto origins = lookUpOrigins(*index, {});
    const Anonymiser anonymiser(kSampleKey);
    const SavedIndex made = anonymise(saved, *origins, anonymiser);
    QVERIFY(numbersOf(*made.captures.index) == numbersOf(*index));
    QCOMPARE(made.captures.report.files.front().path, std::string("hour.pcap"));
    QVERIFY(made.captures.report.filter.empty());
    QCOMPARE(made.facts.telescope.size(), 256.0);

    // Through a file, which keeps the origins.
    const std::string path = folder.path("anonymous");
    QVERIFY(saveIndex(
        path, *made.captures.index, made.facts, nullptr, {true, {}, 1, made.origins.get()})
                .ok());
    const Result<SavedIndex> loaded = loadIndex({path}, 1);
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().message().c_str());
    QCOMPARE(
        differenceOf(contentOf(*loaded.value().captures.index), contentOf(*made.captures.index)),
        std::string());
    QVERIFY(loaded.value().facts.isAnonymised);
    QVERIFY(loaded.value().origins != nullptr);
    QCOMPARE(loaded.value().notes.size(), std::size_t{1});
}

/// Neither what the user wrote nor what was looked at tells an address.
void TestAnonymiser::sessionsNameNobody() {
    SavedIndex saved;
    const auto index = std::make_shared<const BurstIndex>(indexOf(randomTraffic(5, 1'000)));
    saved.captures = {index, {}};
    saved.facts = factsOf(*index, {}, {}, std::nullopt, {});
    SessionFacts session;
    session.notes.text = "198.51.100.7 is ours";
    session.notes.setOf(address("198.51.100.7"), "ours");
    session.question.narrowing.only = parseTerms("port=23,source=198.51.100.0/24").value();
    session.question.narrowing.without = parseTerms("source=198.51.100.7").value();
    saved.session = session;
    const Anonymiser anonymiser(kSampleKey);
    const SavedIndex made = anonymise(saved, *lookUpOrigins(*index, {}), anonymiser);
    QVERIFY(made.session->notes.isEmpty());
    QVERIFY(toJson(*made.session).find("198.51.100") == std::string::npos);
    const Narrowing& narrowing = made.session->question.narrowing;
    QCOMPARE(toText(narrowing.only.front()), std::string("port=23"));
    const Prefix network = std::get<Prefix>(narrowing.only.back());
    QVERIFY(network.contains(anonymiser.map(address("198.51.100.200"))));
}

void TestAnonymiser::badKeysAreNamed() {
    const TemporaryFolder folder;
    const std::string good(64, 'a');
    QVERIFY(Anonymiser::withKeyFrom(folder.write("good", good + "\n")).ok());
    for (const std::string& text :
        {std::string(), std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'x')}) {
        const Result<Anonymiser> bad = Anonymiser::withKeyFrom(folder.write("bad", text));
        QVERIFY(!bad.ok());
        QVERIFY(bad.error().message().find("openssl rand -hex 32") != std::string::npos);
    }
    QVERIFY(!Anonymiser::withKeyFrom(folder.path("missing")).ok());
}

QTEST_APPLESS_MAIN(TestAnonymiser)
#include "tst_anonymiser.moc"
