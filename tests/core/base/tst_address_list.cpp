// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/address_list.h"
#include "support/random_traffic.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// Some of either family, ascending and each once.
std::vector<Address> randomAddresses(std::uint64_t seed, int count4, int count6) {
    Random random(seed);
    std::set<Address> addresses;
    for (int i = 0; i < count4; ++i)
        addresses.insert(Ipv4{static_cast<std::uint32_t>(random.below(1000))});
    for (int i = 0; i < count6; ++i)
        addresses.insert(Ipv6{random.below(3), random.below(100)});
    return {addresses.begin(), addresses.end()};
}

} // namespace

/// Against a plain vector.
class TestAddressList : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheTwin_data();
    void agreesWithTheTwin();
};

void TestAddressList::agreesWithTheTwin_data() {
    QTest::addColumn<int>("count4");
    QTest::addColumn<int>("count6");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("IPv4 alone") << 100 << 0;
    QTest::newRow("IPv6 alone") << 0 << 100;
    QTest::newRow("both") << 200 << 50;
}

void TestAddressList::agreesWithTheTwin() {
    QFETCH(int, count4);
    QFETCH(int, count6);
    const std::vector<Address> twin = randomAddresses(1, count4, count6);
    const AddressList list(twin);
    QCOMPARE(list.size(), twin.size());
    QCOMPARE(list.empty(), twin.empty());
    QVERIFY(std::vector<Address>(list.begin(), list.end()) == twin);
    QCOMPARE(list.addresses4().size() + list.addresses6().size(), twin.size());
    for (std::size_t i = 0; i < twin.size(); ++i)
        QVERIFY(list[i] == twin[i]);
    std::vector<Address> asked = randomAddresses(2, 300, 300);
    asked.insert(asked.end(), twin.begin(), twin.end());
    for (const Address& address : asked) {
        const auto found = std::find(twin.begin(), twin.end(), address);
        const auto place = list.find(address);
        QCOMPARE(place.has_value(), found != twin.end());
        if (place)
            QCOMPARE(*place, static_cast<std::size_t>(found - twin.begin()));
    }
}

QTEST_APPLESS_MAIN(TestAddressList)
#include "tst_address_list.moc"
