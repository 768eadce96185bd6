// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/rules.h"
#include "fingerprint/syn_rule_table.h"
#include "support/hex.h"
#include "support/random_traffic.h"

#include <QTest>

#include <array>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

/// The table that answers all rules at once, against the predicates it was made of.
class TestSynRuleTable : public QObject {
    Q_OBJECT

private slots:
    void saysWhatThePredicatesSay();
};

/// Every layout, window, TTL and DF, with fields near and far from what the rules ask for.
void TestSynRuleTable::saysWhatThePredicatesSay() {
    const std::vector<Bytes> options = {{}, fromHex("020405b4"), fromHex("01010101"),
        fromHex("020405b401010402"), fromHex("020405b4 01 030308 01 01 0402"),
        fromHex("020405b401010402010303 07"),
        fromHex("020405b4 0402 080a5b8d800000000000 01 030307"),
        fromHex("020405b4 01 030306 0402 080a5b8d800000000000"),
        fromHex("020405b4 01 030306 01 01 080a5b8d800000000000 0402 00 00"),
        fromHex("020405b4 0101 0402 01 030306 0101 080a5b8d800000000000"),
        fromHex("020405b4 020405b4 020405b4")};
    constexpr std::array<std::uint32_t, 6> kNumbers = {
        0, 1, 0xffffff, 0x1000000, 54321, 0xfedcba98};
    constexpr std::array<std::uint16_t, 6> kPorts = {1, 32767, 32768, 61000, 61001, 65535};
    const SynRuleTable table;
    std::vector<std::uint16_t> windows;
    for (const std::uint16_t telling : std::to_array<std::uint16_t>(
             {0, 32, 512, 1024, 1025, 2048, 3072, 4096, 4128, 8192, 64240, 65535}))
        windows.insert(windows.end(), 1'000, telling);
    for (std::uint32_t window = 0; window < 65'536; ++window)
        windows.push_back(static_cast<std::uint16_t>(window));
    Random random(7);
    std::size_t rules = 0;
    for (const std::uint16_t window : windows) {
        for (const Bytes& each : options) {
            SynFields syn;
            syn.window = window;
            syn.options = each.data();
            syn.optionBytes = static_cast<std::uint32_t>(each.size());
            syn.ttl = static_cast<std::uint8_t>(random.next());
            syn.doNotFragment = random.oneIn(2);
            syn.target = kNumbers[random.below(kNumbers.size())];
            syn.sequence = kNumbers[random.below(kNumbers.size())];
            syn.acknowledgement = kNumbers[random.below(kNumbers.size())];
            syn.sourcePort = kPorts[random.below(kPorts.size())];
            syn.targetPort = static_cast<std::uint16_t>(random.below(100));
            syn.ipId = static_cast<std::uint16_t>(random.oneIn(3)
                                                      ? syn.target ^ syn.targetPort ^ syn.sequence
                                                      : kNumbers[random.below(kNumbers.size())]);
            const RuleSet expected =
                testEachRule(syn, optionLayoutOf(syn.options, syn.optionBytes));
            QCOMPARE(table.rulesOf(syn).bits, expected.bits);
            rules |= expected.bits;
        }
    }
    // That no rule was left out: hping3, Scapy and Naabu need several fields at once.
    QCOMPARE(rules, (std::size_t{1} << kRuleCount) - 1);
}

QTEST_APPLESS_MAIN(TestSynRuleTable)
#include "tst_syn_rule_table.moc"
