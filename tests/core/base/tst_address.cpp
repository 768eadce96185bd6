// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/address.h"
#include "support/random_traffic.h"
#include "support/show.h"

#include <QTest>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace sweepscope;
using tests::Random;

namespace {

/// RFC 5952, section 4, said once more: lower case, no leading zeros, "::" for the first longest
/// run of at least two zero groups.
std::string naiveText(const Ipv6& address) {
    std::vector<unsigned> groups;
    for (const std::uint64_t half : {address.high, address.low}) {
        for (unsigned shift = 64; shift > 0; shift -= 16)
            groups.push_back(static_cast<unsigned>(half >> (shift - 16) & 0xffff));
    }
    std::size_t bestBegin = 8;
    std::size_t bestLength = 1;
    for (std::size_t begin = 0; begin < 8; ++begin) {
        std::size_t end = begin;
        while (end < 8 && groups[end] == 0)
            ++end;
        if (end - begin > bestLength) {
            bestBegin = begin;
            bestLength = end - begin;
        }
    }
    std::string text;
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == bestBegin) {
            text += "::";
            i += bestLength - 1;
            continue;
        }
        text += text.empty() || text.back() == ':' ? "" : ":";
        text += fmt::format("{:x}", groups[i]);
    }
    return text;
}

/// Many groups of zeros; the first is none, so that no dotted form is due.
Ipv6 randomIpv6(Random& random) {
    Ipv6 address{0x2001, 0};
    for (int i = 1; i < 4; ++i)
        address.high = address.high << 16 | (random.oneIn(2) ? 0 : random.below(0x10000));
    for (int i = 0; i < 4; ++i)
        address.low = address.low << 16 | (random.oneIn(2) ? 0 : random.below(0x10000));
    return address;
}

/// A prefix holds an address that agrees with it in the first `length` bits, bit by bit.
bool naiveContains(const Prefix& prefix, const Address& address) {
    if (prefix.network.family() != address.family())
        return false;
    const auto bit = [](const Address& from, int place) {
        if (from.isV4())
            return from.v4().value >> (31 - place) & 1U;
        const Ipv6 bits = from.v6();
        const std::uint64_t half = place < 64 ? bits.high : bits.low;
        return static_cast<std::uint32_t>(half >> (63 - place % 64) & 1U);
    };
    for (int place = 0; place < prefix.length; ++place) {
        if (bit(prefix.network, place) != bit(address, place))
            return false;
    }
    return true;
}

/// In a corner of the address space, so that prefixes and addresses meet.
Address randomNear(Random& random) {
    if (random.oneIn(3))
        return Ipv6{0x20010db800000000 | random.below(4) << 14, random.below(16) << 60};
    return Ipv4{0xc6120000U + static_cast<std::uint32_t>(random.below(2048))};
}

Prefix randomPrefix(Random& random) {
    const Address address = randomNear(random);
    const int least = address.isV4() ? 21 : 48;
    const auto more = static_cast<int>(random.below(address.isV4() ? 12 : 30));
    return Prefix::around(address, least + more);
}

} // namespace

class TestAddress : public QObject {
    Q_OBJECT

private slots:
    void parsesAndPrints_data();
    void parsesAndPrints();
    void holdsTheNumberThatTheTextSpells();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void printsAsRfc5952Says();
    void parsesWhatItPrints();
    void ordersIpv4BeforeIpv6();
    void parsesPrefixes_data();
    void parsesPrefixes();
    void refusesPrefixes_data();
    void refusesPrefixes();
    void prefixHoldsWhatAgreesWithIt();
    void setsOfOneNetworkEndWhereItEnds();
    void setAnswersAsItsPrefixesDo_data();
    void setAnswersAsItsPrefixesDo();
    void setDropsWhatAWiderPrefixHolds();
    void setCountsDistinctAddresses();
    void readsListsOfPrefixes_data();
    void readsListsOfPrefixes();
};

void TestAddress::parsesAndPrints_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("printed");
    const auto row = [](const char* text, const char* printed) {
        QTest::newRow(text) << std::string(text) << std::string(printed);
    };
    for (const char* const same : {"0.0.0.0", "35.66.1.2", "255.255.255.255", "198.51.100.7", "::",
             "::1", "1::", "2001:db8::1", "ff02::1:2", "2001:db8:1:2:3:4:5:6", "::ffff:192.0.2.1"})
        row(same, same);
    // The examples of RFC 5952, sections 4.1 to 4.3.
    row("2001:0db8::0001", "2001:db8::1");
    row("2001:db8:0:0:0:0:2:1", "2001:db8::2:1");
    row("2001:db8::0:1", "2001:db8::1");
    row("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
    row("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
    row("2001:0:0:1:0:0:0:1", "2001:0:0:1::1");
    row("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
    row("2001:DB8::AAAA", "2001:db8::aaaa");
    row("64:ff9b::192.0.2.33", "64:ff9b::c000:221");
}

void TestAddress::parsesAndPrints() {
    QFETCH(std::string, text);
    QFETCH(std::string, printed);
    const auto address = parseAddress(text);
    QVERIFY(address.has_value());
    QCOMPARE(toText(*address), printed);
}

void TestAddress::holdsTheNumberThatTheTextSpells() {
    QCOMPARE(parseAddress("35.66.1.2")->v4().value, 0x23420102U);
    QCOMPARE(parseAddress("0.0.0.1")->v4().value, 1U);
    QVERIFY(parseAddress("2001:db8::1")->v6() == (Ipv6{0x20010db800000000, 1}));
    QVERIFY(
        parseAddress("1:2:3:4:5:6:7:8")->v6() == (Ipv6{0x0001000200030004, 0x0005000600070008}));
    QCOMPARE(parseAddress("::1.2.3.4")->family(), Family::v6);
    QCOMPARE(toText(Ipv4{0x01020304}), std::string("1.2.3.4"));
}

void TestAddress::refusesWhatIsNoAddress_data() {
    QTest::addColumn<std::string>("text");
    for (const char* const text : {"", " ", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.-4",
             "01.2.3.4", "1.2.3.4 ", " 1.2.3.4", "1.2.3.4/8", "1.2.3.4:80", "a.b.c.d", ":",
             ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
             "12345::", "g::", "fe80::1%eth0", "[::1]", "::1.2.3", "localhost"})
        QTest::newRow(text) << std::string(text);
    QTest::newRow("a zero byte and more behind an address") << std::string("1.2.3.4\0.5", 10);
    QTest::newRow("a zero byte behind an address") << std::string("::1\0", 4);
}

void TestAddress::refusesWhatIsNoAddress() {
    QFETCH(std::string, text);
    QVERIFY(!parseAddress(text).has_value());
}

void TestAddress::printsAsRfc5952Says() {
    Random random(1);
    for (int i = 0; i < 5'000; ++i) {
        const Ipv6 address = randomIpv6(random);
        QCOMPARE(toText(Address(address)), naiveText(address));
    }
}

void TestAddress::parsesWhatItPrints() {
    Random random(2);
    for (int i = 0; i < 5'000; ++i) {
        const Address four = Ipv4{static_cast<std::uint32_t>(random.next())};
        const Address six = random.oneIn(2) ? Address(randomIpv6(random))
                                            : Address(Ipv6{random.next(), random.next()});
        QVERIFY(parseAddress(toText(four)) == four);
        QVERIFY(parseAddress(toText(six)) == six);
    }
}

void TestAddress::ordersIpv4BeforeIpv6() {
    std::vector<Address> addresses;
    for (const char* const text :
        {"ff::", "::2", "255.255.255.255", "9.0.0.0", "::", "10.0.0.0", "1::", "0.0.0.0"})
        addresses.push_back(*parseAddress(text));
    std::sort(addresses.begin(), addresses.end());
    std::string order;
    for (const Address& address : addresses)
        order += toText(address) + " ";
    QCOMPARE(order, std::string("0.0.0.0 9.0.0.0 10.0.0.0 255.255.255.255 :: ::2 1:: ff:: "));
}

void TestAddress::parsesPrefixes_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("printed");
    QTest::addColumn<double>("size");
    const auto row = [](const char* text, const char* printed, double size) {
        QTest::newRow(text) << std::string(text) << std::string(printed) << size;
    };
    row("198.18.0.0/16", "198.18.0.0/16", 65536);
    row("0.0.0.0/0", "0.0.0.0/0", 4294967296.0);
    row("128.0.0.0/1", "128.0.0.0/1", 2147483648.0);
    row("192.0.2.7", "192.0.2.7/32", 1);
    row("192.0.2.6/31", "192.0.2.6/31", 2);
    row("2001:db8::/32", "2001:db8::/32", 79228162514264337593543950336.0); // 2^96
    row("2001:db8:8000::/33", "2001:db8:8000::/33", 39614081257132168796771975168.0);
    row("2001:db8::5", "2001:db8::5/128", 1);
    row("::/0", "::/0", 340282366920938463463374607431768211456.0);
    row("2001:db8::/64", "2001:db8::/64", 18446744073709551616.0);
    row("2001:db8:0:0:8000::/65", "2001:db8:0:0:8000::/65", 9223372036854775808.0);
}

void TestAddress::parsesPrefixes() {
    QFETCH(std::string, text);
    QFETCH(std::string, printed);
    QFETCH(double, size);
    const Result<Prefix> prefix = parsePrefix(text);
    QVERIFY2(prefix.ok(), prefix.ok() ? "" : prefix.error().message().c_str());
    QCOMPARE(toText(prefix.value()), printed);
    QCOMPARE(prefix.value().size(), size);
}

void TestAddress::refusesPrefixes_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("said");
    const auto row = [](const char* text, const char* said) {
        QTest::newRow(text) << std::string(text) << std::string(said);
    };
    row("", "''");
    row("/8", "'/8'");
    row("198.18.0.0/", "0 to 32");
    row("198.18.0.0/33", "0 to 32");
    row("198.18.0.0/-1", "0 to 32");
    row("198.18.0.0/-0", "0 to 32");
    row("198.18.0.0/16x", "0 to 32");
    row("198.18.0.0/ 16", "0 to 32");
    row("198.18.0.0/99999999999", "0 to 32");
    row("2001:db8::/129", "0 to 128");
    row("198.18.0.1/16", "198.18.0.0/16"); // what was perhaps meant
    row("198.18.0.0/8", "198.0.0.0/8");
    row("2001:db8::1/64", "2001:db8::/64");
    row("198.18/16", "'198.18/16'");
    row("198.18.0.0/255.255.0.0", "0 to 32");
}

void TestAddress::refusesPrefixes() {
    QFETCH(std::string, text);
    QFETCH(std::string, said);
    const Result<Prefix> prefix = parsePrefix(text);
    QVERIFY(!prefix.ok());
    const std::string& message = prefix.error().message();
    QVERIFY2(message.find(said) != std::string::npos, message.c_str());
    QVERIFY2(message.find("'" + text + "'") != std::string::npos, message.c_str());
}

void TestAddress::prefixHoldsWhatAgreesWithIt() {
    Random random(3);
    for (int i = 0; i < 20'000; ++i) {
        const Prefix prefix = randomPrefix(random);
        const Address address = randomNear(random);
        QCOMPARE(prefix.contains(address), naiveContains(prefix, address));
        QVERIFY(prefix.contains(prefix.network));
    }
    const Prefix all4 = Prefix::around(Ipv4{0x01020304}, 0);
    QVERIFY(all4.contains(Ipv4{0xffffffff}) && all4.contains(Ipv4{0}));
    QVERIFY(!all4.contains(Ipv6{0, 0}));
    QVERIFY(Prefix::around(Ipv6{1, 2}, 0).contains(Ipv6{~0ULL, ~0ULL}));
    QVERIFY(!Prefix::around(Ipv6{1, 2}, 128).contains(Ipv6{1, 3}));
}

void TestAddress::setAnswersAsItsPrefixesDo_data() {
    QTest::addColumn<std::size_t>("prefixes");
    for (const std::size_t prefixes : {0U, 1U, 2U, 5U, 20U, 100U})
        QTest::addRow("%zu prefixes", prefixes) << prefixes;
}

void TestAddress::setsOfOneNetworkEndWhereItEnds() {
    const PrefixSet one({parsePrefix("203.0.113.0/24").value()});
    QVERIFY(one.contains(Ipv4{0xcb007100}) && one.contains(Ipv4{0xcb0071ff}));
    QVERIFY(!one.contains(Ipv4{0xcb0070ff}) && !one.contains(Ipv4{0xcb007200}));
    QVERIFY(!one.contains(Ipv4{0}) && !one.contains(Ipv4{0xffffffff}));
    const PrefixSet all({parsePrefix("0.0.0.0/0").value()});
    QVERIFY(all.contains(Ipv4{0}) && all.contains(Ipv4{0xffffffff}));
    const PrefixSet last({parsePrefix("255.255.255.255/32").value()});
    QVERIFY(last.contains(Ipv4{0xffffffff}) && !last.contains(Ipv4{0xfffffffe}));
    QVERIFY(!last.contains(Ipv4{0}));
    QVERIFY(!PrefixSet().contains(Ipv4{0}));
}

void TestAddress::setAnswersAsItsPrefixesDo() {
    QFETCH(std::size_t, prefixes);
    Random random(4 + prefixes);
    for (int round = 0; round < 20; ++round) {
        std::vector<Prefix> given;
        for (std::size_t i = 0; i < prefixes; ++i)
            given.push_back(randomPrefix(random));
        const PrefixSet set(given);
        QCOMPARE(set.isEmpty(), prefixes == 0);
        for (int i = 0; i < 500; ++i) {
            const Address address = randomNear(random);
            const bool expected = std::any_of(given.begin(), given.end(),
                [&](const Prefix& prefix) { return naiveContains(prefix, address); });
            QCOMPARE(
                address.isV4() ? set.contains(address.v4()) : set.contains(address.v6()), expected);
        }
    }
}

void TestAddress::setDropsWhatAWiderPrefixHolds() {
    const auto set = parsePrefixes("10.1.0.0/16 10.0.0.0/8 192.0.2.0/24 10.1.2.3 192.0.2.0/24 "
                                   "2001:db8::/32 2001:db8:1::/48 192.0.3.0/24");
    QVERIFY(set.ok());
    std::string kept;
    for (const Prefix& prefix : set.value().prefixes())
        kept += toText(prefix) + " ";
    QCOMPARE(kept, std::string("10.0.0.0/8 192.0.2.0/24 192.0.3.0/24 2001:db8::/32 "));
    QCOMPARE(set.value().size(), 16777216.0 + 256 + 256 + 79228162514264337593543950336.0);
}

void TestAddress::setCountsDistinctAddresses() {
    Random random(5);
    for (int round = 0; round < 50; ++round) {
        std::vector<Prefix> given;
        std::set<std::uint32_t> addresses;
        for (int i = 0; i < 6; ++i) {
            const auto at = static_cast<std::uint32_t>(0x0a000000 + random.below(512));
            const Prefix prefix = Prefix::around(Ipv4{at}, 24 + static_cast<int>(random.below(9)));
            given.push_back(prefix);
            for (std::uint32_t each = 0x0a000000; each < 0x0a000200; ++each) {
                if (naiveContains(prefix, Ipv4{each}))
                    addresses.insert(each);
            }
        }
        QCOMPARE(PrefixSet(given).size(), static_cast<double>(addresses.size()));
    }
}

void TestAddress::readsListsOfPrefixes_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("read"); ///< prefixes and blanks, or what the error names
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char* name, const char* text, const char* read, bool isGood) {
        QTest::newRow(name) << std::string(text) << std::string(read) << isGood;
    };
    row("nothing", "", "", true);
    row("blanks", " \t\r\n,, ", "", true);
    row("one", "192.0.2.0/24", "192.0.2.0/24 ", true);
    row("commas", "192.0.2.0/24,198.51.100.0/24", "192.0.2.0/24 198.51.100.0/24 ", true);
    row("lines and comments",
        "# ours\n192.0.2.0/24 # the first\r\n\n198.51.100.0/24#the second\n# 10.0.0.0/8\n",
        "192.0.2.0/24 198.51.100.0/24 ", true);
    row("a comment at the end", "192.0.2.1 # no line end", "192.0.2.1/32 ", true);
    row("both families", "2001:db8::/32 10.0.0.0/8", "10.0.0.0/8 2001:db8::/32 ", true);
    row("a slip in the second", "192.0.2.0/24, 192.0.2.1/24", "192.0.2.1/24", false);
    row("a word", "192.0.2.0/24 and 10.0.0.0/8", "'and'", false);
    row("semicolons", "192.0.2.0/24;10.0.0.0/8", "192.0.2.0/24;10.0.0.0/8", false);
}

void TestAddress::readsListsOfPrefixes() {
    QFETCH(std::string, text);
    QFETCH(std::string, read);
    QFETCH(bool, isGood);
    const Result<PrefixSet> set = parsePrefixes(text);
    QCOMPARE(set.ok(), isGood);
    if (!isGood) {
        QVERIFY2(
            set.error().message().find(read) != std::string::npos, set.error().message().c_str());
        return;
    }
    std::string printed;
    for (const Prefix& prefix : set.value().prefixes())
        printed += toText(prefix) + " ";
    QCOMPARE(printed, read);
}

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
