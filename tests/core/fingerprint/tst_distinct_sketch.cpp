// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/sketch_pair.h"
#include "support/random_traffic.h"

#include <QTest>

#include <array>
#include <cmath>
#include <set>
#include <vector>

using namespace sweepscope;
using tests::Random;

namespace {

std::vector<std::uint32_t> randomValues(std::uint64_t seed, std::size_t count) {
    Random random(seed);
    std::vector<std::uint32_t> values(count);
    for (std::uint32_t& value : values)
        value = static_cast<std::uint32_t>(random.next());
    return values;
}

template <std::size_t size>
DistinctSketch<size> sketchOf(const std::vector<std::uint32_t>& values) {
    DistinctSketch<size> sketch;
    for (const std::uint32_t value : values)
        sketch.add(sketchHash(value));
    return sketch;
}

} // namespace

class TestDistinctSketch : public QObject {
    Q_OBJECT

private slots:
    void isExactBelowItsSize();
    void repeatsChangeNothing();
    void orderChangesNothing();
    void mergingIsUniting();
    void estimates_data();
    void estimates();
    void neverSaysLessThanItHolds();
    void zeroIsAValue();
    void twoAtOnceAreOneByOne();
    void mergingIsAddingOneByOne();
};

void TestDistinctSketch::isExactBelowItsSize() {
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        DistinctSketch<8> sketch;
        std::set<std::uint16_t> hashes; // two values may share one
        QCOMPARE(sketch.distinct(), 0.0);
        for (const std::uint32_t value : randomValues(seed, 7)) {
            sketch.add(sketchHash(value));
            hashes.insert(sketchHash(value).value);
            QCOMPARE(sketch.distinct(), static_cast<double>(hashes.size()));
        }
    }
    QCOMPARE(sketchOf<4>({1, 2, 3}).distinct(), 3.0);
}

void TestDistinctSketch::repeatsChangeNothing() {
    const std::vector<std::uint32_t> values = randomValues(1, 50);
    DistinctSketch<8> sketch = sketchOf<8>(values);
    const DistinctSketch<8> once = sketch;
    for (int round = 0; round < 10; ++round) {
        for (const std::uint32_t value : values)
            sketch.add(sketchHash(value));
    }
    QVERIFY(sketch == once);
    DistinctSketch<8> one;
    for (int i = 0; i < 1'000; ++i)
        one.add(sketchHash(77));
    QCOMPARE(one.distinct(), 1.0);
}

void TestDistinctSketch::orderChangesNothing() {
    Random random(2);
    std::vector<std::uint32_t> values = randomValues(3, 200);
    const DistinctSketch<8> expected = sketchOf<8>(values);
    for (int round = 0; round < 50; ++round) {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[random.below(i)]);
        QVERIFY(sketchOf<8>(values) == expected);
    }
}

void TestDistinctSketch::mergingIsUniting() {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const std::vector<std::uint32_t> a = randomValues(seed, seed % 13);
        const std::vector<std::uint32_t> b = randomValues(1'000 + seed / 2, seed % 29);
        const std::vector<std::uint32_t> c = randomValues(seed, seed % 7); // a part of a
        std::vector<std::uint32_t> all = a;
        all.insert(all.end(), b.begin(), b.end());
        all.insert(all.end(), c.begin(), c.end());
        const DistinctSketch<8> expected = sketchOf<8>(all);
        DistinctSketch<8> left = sketchOf<8>(a);
        left.add(sketchOf<8>(b));
        left.add(sketchOf<8>(c));
        QVERIFY(left == expected);
        DistinctSketch<8> inner = sketchOf<8>(c);
        inner.add(sketchOf<8>(b));
        DistinctSketch<8> right = inner;
        right.add(sketchOf<8>(a));
        QVERIFY(right == expected);
        left.add(DistinctSketch<8>());
        QVERIFY(left == expected);
    }
}

/// The fast way against the plain one, with few values that repeat and with many, none among them.
void TestDistinctSketch::twoAtOnceAreOneByOne() {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        Random random(seed);
        const std::uint64_t values = 1U << seed % 17; // to 65,536: all hashes, and none
        DistinctSketch<4> first;
        DistinctSketch<4> second;
        DistinctSketch<4> fastFirst;
        DistinctSketch<4> fastSecond;
        for (int i = 0; i < 60; ++i) {
            const SketchHash one{static_cast<std::uint16_t>(0xffff - random.below(values))};
            const SketchHash other{static_cast<std::uint16_t>(random.below(values))};
            first.add(one);
            second.add(other);
            addToBoth(fastFirst, one, fastSecond, other);
            QVERIFY(fastFirst == first);
            QVERIFY(fastSecond == second);
        }
    }
}

/// Merging without a branch against hash after hash: young sketches and old ones, values shared.
void TestDistinctSketch::mergingIsAddingOneByOne() {
    for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
        Random random(seed);
        const std::uint64_t values = 1U << seed % 17;
        const auto draw = [&](auto& sketch) {
            for (std::uint64_t left = random.below(14); left > 0; --left)
                sketch.add(SketchHash{static_cast<std::uint16_t>(random.below(values))});
        };
        const auto plainly = [](auto sketch, const auto& other) {
            for (const std::uint16_t hash : other.kept())
                sketch.add(SketchHash{hash});
            return sketch;
        };
        std::array<DistinctSketch<8>, 2> eights;
        std::array<DistinctSketch<4>, 4> fours;
        for (auto& sketch : eights)
            draw(sketch);
        for (auto& sketch : fours)
            draw(sketch);
        const auto eight = plainly(eights[0], eights[1]);
        eights[0].add(eights[1]);
        QVERIFY2(eights[0] == eight, qPrintable(QString::number(seed)));
        const auto one = plainly(fours[0], fours[1]);
        const auto other = plainly(fours[2], fours[3]);
        addToBoth(fours[0], fours[1], fours[2], fours[3]);
        QVERIFY(fours[0] == one);
        QVERIFY(fours[2] == other);
    }
}

void TestDistinctSketch::estimates_data() {
    QTest::addColumn<std::size_t>("distinct");
    for (const std::size_t distinct : {20U, 100U, 1'000U, 8'000U})
        QTest::addRow("%zu", distinct) << distinct;
}

/// One estimate from k smallest hashes is off by about 1 / sqrt(k - 2), 41 % for eight; the mean of
/// many is not. Hashes of 16 bits meet: n values fill 65,535 (1 - exp(-n / 65,535)) of them.
void TestDistinctSketch::estimates() {
    QFETCH(std::size_t, distinct);
    constexpr int kRuns = 400;
    const double hashes = 65'535 * -std::expm1(-static_cast<double>(distinct) / 65'535);
    double sum = 0;
    int far = 0;
    for (std::uint64_t run = 0; run < kRuns; ++run) {
        const double estimate =
            sketchOf<8>(randomValues(distinct * 1'000 + run, distinct)).distinct();
        sum += estimate;
        far += estimate < hashes / 4 || estimate > hashes * 6 ? 1 : 0;
    }
    const double mean = sum / kRuns;
    QVERIFY2(std::abs(mean / hashes - 1) < 0.1, std::to_string(mean / hashes).c_str());
    QVERIFY2(far <= 4, std::to_string(far).c_str()); // one in a hundred at most
}

void TestDistinctSketch::neverSaysLessThanItHolds() {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        QVERIFY(sketchOf<8>(randomValues(seed, 40)).distinct() >= 8);
        QVERIFY(sketchOf<4>(randomValues(seed, 40)).distinct() >= 4);
    }
}

void TestDistinctSketch::zeroIsAValue() {
    DistinctSketch<4> sketch;
    sketch.add(sketchHash(0));
    QCOMPARE(sketch.distinct(), 1.0);
    sketch.add(sketchHash(0xffffffff));
    QCOMPARE(sketch.distinct(), 2.0);
}

QTEST_APPLESS_MAIN(TestDistinctSketch)
#include "tst_distinct_sketch.moc"
