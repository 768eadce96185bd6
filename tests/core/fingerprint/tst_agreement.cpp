// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/agreement.h"
#include "support/random_traffic.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <vector>

using namespace sweepscope;
using tests::Random;

namespace {

struct Fields {
    std::uint32_t first;
    std::uint16_t port;
    std::uint16_t id;
    std::uint16_t narrow;

    [[nodiscard]] SharedFields shared() const {
        return {SharedFields::wideOf(first, port, id), narrow};
    }
};

Agreement agreementOf(const std::vector<Fields>& all) {
    Agreement agreement(all.front().shared());
    for (const Fields& each : all)
        agreement.add(each.shared());
    return agreement;
}

/// The naive twin: a value where all have it.
template <typename Get>
auto commonOf(const std::vector<Fields>& all, Get get) {
    using Value = decltype(get(all.front()));
    const bool agrees = std::all_of(
        all.begin(), all.end(), [&](const Fields& each) { return get(each) == get(all.front()); });
    return agrees ? std::optional<Value>(get(all.front())) : std::nullopt;
}

/// Few values, so that fields often agree.
std::vector<Fields> someFields(Random& random) {
    std::vector<Fields> all(1 + random.below(5));
    const std::uint64_t varies = random.below(16);
    for (Fields& each : all) {
        each.first = (varies & 1) != 0 ? static_cast<std::uint32_t>(random.below(3)) : 7;
        each.port = static_cast<std::uint16_t>((varies & 2) != 0 ? random.below(3) : 0);
        each.id = static_cast<std::uint16_t>((varies & 4) != 0 ? random.below(3) : 54'321);
        each.narrow = static_cast<std::uint16_t>((varies & 8) != 0 ? random.below(3) : 1'024);
    }
    return all;
}

} // namespace

class TestAgreement : public QObject {
    Q_OBJECT

private slots:
    void findsWhatAllShare();
    void orderAndSplitChangeNothing();
    void staysApart();
    void goesThroughParts();
};

void TestAgreement::findsWhatAllShare() {
    Random random(1);
    for (int round = 0; round < 5'000; ++round) {
        const std::vector<Fields> all = someFields(random);
        const Agreement agreement = agreementOf(all);
        const auto first = commonOf(all, [](const Fields& each) { return each.first; });
        const auto port = commonOf(all, [](const Fields& each) { return each.port; });
        const auto id = commonOf(all, [](const Fields& each) { return each.id; });
        const auto narrow = commonOf(all, [](const Fields& each) { return each.narrow; });
        QCOMPARE(agreement.onFirst(), first.has_value());
        QCOMPARE(agreement.onSourcePort(), port.has_value());
        QCOMPARE(agreement.onIpId(), id.has_value());
        QCOMPARE(agreement.onNarrow(), narrow.has_value());
        QCOMPARE(agreement.first(), first.value_or(0));
        QCOMPARE(agreement.sourcePort(), port.value_or(0));
        QCOMPARE(agreement.ipId(), id.value_or(0));
        QCOMPARE(agreement.narrow(), narrow.value_or(0));
    }
}

void TestAgreement::orderAndSplitChangeNothing() {
    Random random(2);
    for (int round = 0; round < 5'000; ++round) {
        std::vector<Fields> all = someFields(random);
        const Agreement expected = agreementOf(all);
        for (std::size_t i = all.size(); i > 1; --i)
            std::swap(all[i - 1], all[random.below(i)]);
        QVERIFY(agreementOf(all) == expected);
        if (all.size() < 2)
            continue;
        const auto cut = static_cast<std::ptrdiff_t>(1 + random.below(all.size() - 1));
        Agreement left = agreementOf({all.begin(), all.begin() + cut});
        const Agreement right = agreementOf({all.begin() + cut, all.end()});
        Agreement swapped = right;
        swapped.add(left);
        left.add(right);
        QVERIFY(left == expected);
        QVERIFY(swapped == expected);
    }
}

/// A field that differed and comes back to the value it is kept as.
void TestAgreement::staysApart() {
    Agreement agreement = agreementOf({{1, 1, 1, 1}, {2, 2, 2, 2}, {0, 0, 0, 0}, {0, 0, 0, 0}});
    QVERIFY(!agreement.onFirst() && !agreement.onSourcePort());
    QVERIFY(!agreement.onIpId() && !agreement.onNarrow());
    agreement.add(agreementOf({{0, 0, 0, 0}}));
    QVERIFY(!agreement.onFirst() && !agreement.onSourcePort());
}

void TestAgreement::goesThroughParts() {
    Random random(3);
    for (int round = 0; round < 1'000; ++round) {
        const Agreement agreement = agreementOf(someFields(random));
        QVERIFY(Agreement::from(agreement.parts()) == agreement);
    }
    // What a file may hold and no packets give is brought in order.
    QVERIFY(Agreement::from({0xffff, 7, 0xf0}) == Agreement());
}

QTEST_APPLESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
