// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/address_set.h"
#include "support/random_traffic.h"

#include <QTest>

#include <set>

using namespace sweepscope;
using tests::Random;

/// Beside std::set.
class TestAddressSet : public QObject {
    Q_OBJECT

private slots:
    void holdsWhatWasInserted();
    void holdsTheEndsOfNetworks();
    void refusesOneNetworkTooMany();
    void knowsWholeNetworks();

private:
    static std::set<std::uint32_t> contentOf(const AddressSet& addresses) {
        std::set<std::uint32_t> content;
        addresses.forEach([&](std::uint32_t address) { content.insert(address); });
        return content;
    }
};

void TestAddressSet::holdsWhatWasInserted() {
    Random random(5);
    AddressSet addresses;
    AddressSet::Inserter inserter(addresses);
    std::set<std::uint32_t> twin;
    QCOMPARE(addresses.count(), std::uint64_t{0});
    for (int i = 0; i < 20'000; ++i) {
        const auto address = static_cast<std::uint32_t>(0xc6000000 + random.below(0x80000) * 7);
        QVERIFY(inserter.insert(address));
        twin.insert(address);
    }
    QCOMPARE(addresses.count(), std::uint64_t{twin.size()});
    QVERIFY(contentOf(addresses) == twin);
}

void TestAddressSet::holdsTheEndsOfNetworks() {
    const std::set<std::uint32_t> ends = {0, 63, 64, 0xffff, 0x10000, 0xffff0000, 0xffffffff};
    AddressSet addresses;
    AddressSet::Inserter inserter(addresses);
    for (const std::uint32_t address : ends)
        QVERIFY(inserter.insert(address));
    QVERIFY(contentOf(addresses) == ends);
}

void TestAddressSet::refusesOneNetworkTooMany() {
    AddressSet addresses;
    AddressSet::Inserter inserter(addresses);
    for (std::uint32_t network = 0; network < AddressSet::kMostNetworks; ++network)
        QVERIFY(inserter.insert(network << 16 | 7));
    QVERIFY(!inserter.insert(0xfff00000));
    QVERIFY(inserter.insert(8)); // of a network that is there
    QCOMPARE(addresses.count(), std::uint64_t{AddressSet::kMostNetworks + 1});
}

void TestAddressSet::knowsWholeNetworks() {
    constexpr std::uint32_t kNetwork = 0xc633;
    AddressSet addresses;
    AddressSet::Inserter inserter(addresses);
    QVERIFY(!addresses.hasWhole(kNetwork));
    for (std::uint32_t low = 0; low < 0x10000; ++low) {
        if (low != 0x8040)
            inserter.insert(kNetwork << 16 | low);
    }
    addresses.findWhole();
    QVERIFY(!addresses.hasWhole(kNetwork)); // one is missing
    inserter.insert(kNetwork << 16 | 0x8040);
    inserter.insert((kNetwork + 1) << 16);
    QVERIFY(!addresses.hasWhole(kNetwork)); // nobody has looked
    addresses.findWhole();
    QVERIFY(addresses.hasWhole(kNetwork));
    QVERIFY(!addresses.hasWhole(kNetwork + 1));
    QVERIFY(!addresses.hasWhole(kNetwork + 2));
    QCOMPARE(addresses.count(), std::uint64_t{0x10001});
}

QTEST_GUILESS_MAIN(TestAddressSet)
#include "tst_address_set.moc"
