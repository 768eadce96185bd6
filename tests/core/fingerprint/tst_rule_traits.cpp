// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/evidence.h"
#include "fingerprint/rules.h"
#include "support/examine_line.h"
#include "support/hex.h"

#include <QTest>

#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// The rules behind those that name a tool, by their names.
std::string traitsOf(const std::string& line) {
    const PacketEvidence evidence = examineLine(line);
    std::string text;
    for (auto rule = static_cast<std::size_t>(Rule::zmapNoOptions); rule < kRuleCount; ++rule) {
        if (evidence.rules.has(static_cast<Rule>(rule)))
            text += (text.empty() ? "" : " ") + std::string(nameOf(static_cast<Rule>(rule)));
    }
    return text;
}

} // namespace

/// What a packet tells besides its tool: version, family, stack, layout, and what it shares with
/// others.
class TestRuleTraits : public QObject {
    Q_OBJECT

private slots:
    void traits_data();
    void traits();
    void layouts_data();
    void layouts();
    void sharesFields_data();
    void sharesFields();
};

/// Versions, families and stacks, each from both sides.
void TestRuleTraits::traits_data() {
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("traits");
    const auto row = [](const char* name, const std::string& fields, const char* traits) {
        QTest::newRow(name) << "0 9.9.9.9:40000 > 35.66.1.2:80 SYN " + fields
                            << std::string(traits);
    };
    row("ZMap to 2.1.1", "id=54321 ttl=240 win=65535", "zmap-no-options irregular-syn");
    row("ZMap 3", "id=54321 ttl=240 win=65535 opts=020405b4", "zmap-segment-size irregular-syn");
    row("54321 by chance", "id=54321 ttl=50 win=1000", "irregular-syn");
    row("ZMap 4.1 windows", "ttl=50 win=65535 opts=020405b40103030801010402", "zmap-4.1-windows");
    row("ZMap 4.1 bsd", "ttl=50 win=65535 opts=020405b4010303060101080a5b8d80000000000004020000",
        "zmap-4.1-bsd");
    row("ZMap 4.1 linux", "ttl=50 win=65535 opts=020405b40402080a5b8d80000000000001030307",
        "zmap-4.1-linux");
    row("ZMap 4.1 smallest", "ttl=50 win=65535 opts=020405b4", "zmap-4.1-smallest");
    row("ZMap 4.1 candidate", "ttl=250 win=65535 opts=020405b40402080a5b8d80000000000001030307",
        "zmap-4.1-candidate irregular-syn");
    const std::string masscan = "seq=0x01020304 id=0x0256 "; // 0x0102 ^ 0x0050 ^ 0x0304
    row("Masscan 1.0", masscan + "ttl=250 win=0", "masscan-window-0 irregular-syn");
    row("Masscan 1.3", masscan + "ttl=250 win=1024",
        "masscan-window-1024 nmap-window-1024 irregular-syn");
    row("Masscan of 2023-11", masscan + "ttl=250 win=0x0401 opts=020405b4",
        "masscan-window-1025 irregular-syn");
    row("Xtate", masscan + "ttl=120 win=64240 opts=020405b4", "xtate-fields");
    row("Xtate's template from another TTL", masscan + "ttl=60 win=64240 opts=020405b4", "");
    row("Masscan's window without its relation", "id=7 ttl=60 win=1025 opts=020405b4", "");
    row("Nmap", "seq=0x81020304 ttl=50 win=1024 opts=020405b4", "nmap-window-1024");
    row("Nmap before 2011", "seq=0x81020304 ttl=50 win=3072 opts=020405b4", "nmap-window-older");
    row("Naabu", "seq=77 ttl=250 win=1024 opts=020405b4",
        "nmap-window-1024 naabu-fields irregular-syn");
    row("not Naabu: a large number", "seq=0x01000000 ttl=190 win=1024 opts=020405b4",
        "nmap-window-1024");
    row("Unicornscan", "seq=0x81020304 ttl=190 win=4128 opts=020405b4", "unicornscan-profile");
    row("Linux", "df=1 ttl=50 win=64240 opts=020405b40402080a5b8d80000000000001030307",
        "linux-stack");
    row("Linux without DF", "ttl=50 win=64240 opts=020405b40402080a5b8d80000000000001030307", "");
    row("Linux without time stamps", "df=1 ttl=50 win=64240 opts=020405b40101040201030307",
        "linux-stack");
    row("Windows", "df=1 ttl=120 win=64240 opts=020405b40103030801010402", "windows-stack");
    row("Windows XP", "df=1 ttl=120 win=65535 opts=020405b401010402", "windows-stack");
    row("Windows' options from TTL 64", "df=1 ttl=50 win=64240 opts=020405b40103030801010402", "");
    row("Angry IP", "df=1 ttl=120 win=32 opts=020405b40103030001010402",
        "angry-ip-fields windows-stack");
    row("macOS", "df=1 ttl=60 win=65535 opts=020405b4010303060101080a5b8d80000000000004020000",
        "bsd-stack");
    row("FreeBSD", "df=1 ttl=60 win=65535 opts=020405b4010303060402080a5b8d800000000000",
        "bsd-stack");
    row("OpenBSD", "df=1 ttl=60 win=16384 opts=020405b401010402010303030101080a5b8d800000000000",
        "bsd-stack");
    row("no options", "ttl=50 win=1000", "irregular-syn");
    row("TTL 199", "ttl=199 win=1000 opts=020405b4", "");
    row("TTL 200", "ttl=200 win=1000 opts=020405b4", "irregular-syn");
    row("header cut", "df=1 ttl=50 win=64240 opts=020405b40402080a5b8d80000000000001030307 cut=60",
        "");
}

void TestRuleTraits::traits() {
    QFETCH(std::string, line);
    QFETCH(std::string, traits);
    QCOMPARE(traitsOf(line), traits);
}

void TestRuleTraits::layouts_data() {
    QTest::addColumn<std::string>("options");
    QTest::addColumn<int>("layout");
    const auto row = [](const char* name, const char* options, OptionLayout layout) {
        QTest::newRow(name) << std::string(options) << static_cast<int>(layout);
    };
    row("none", "", OptionLayout::none);
    row("M", "02040218", OptionLayout::segmentSize);
    row("four NOPs", "01010101", OptionLayout::other);
    row("M of another length", "02060218", OptionLayout::other);
    row("M N N S", "020405b4 01010402", OptionLayout::oldWindows);
    row("M N N W", "020405b4 01010403", OptionLayout::other);
    row("M N W N N S", "020405b4 01 030302 0101 0402", OptionLayout::windows);
    row("M N N S N W", "020405b4 0101 0402 01 030307", OptionLayout::plainLinux);
    row("M S T N W", "020405b4 0402 080affffffff00000000 01 030307", OptionLayout::stampedLinux);
    row("M N W S T", "020405b4 01 030306 0402 080a0123456789abcdef", OptionLayout::freeBsd);
    row("T first", "080a0123456789abcdef 020405b4 01 030306 0402", OptionLayout::other);
    row("M N W N N T S E", "020405b4 01 030306 0101 080a0123456789abcdef 0402 0000",
        OptionLayout::macOs);
    row("M N N S N W N N T", "020405b4 0101 0402 01 030303 0101 080a0123456789abcdef",
        OptionLayout::openBsd);
    row("sixteen bytes", "020405b4 01010101 01010101 01010101", OptionLayout::other);
}

void TestRuleTraits::layouts() {
    QFETCH(std::string, options);
    QFETCH(int, layout);
    const Bytes bytes = fromHex(options.c_str());
    QCOMPARE(
        static_cast<int>(optionLayoutOf(bytes.data(), static_cast<std::uint32_t>(bytes.size()))),
        layout);
}

void TestRuleTraits::sharesFields_data() {
    QTest::addColumn<std::string>("line");
    QTest::addColumn<quint64>("wide");
    QTest::addColumn<int>("narrow");
    QTest::newRow("SYN") << std::string(
                                "0 9.9.9.9:6000 > 35.66.1.2:80 SYN seq=0x48230000 id=256 win=16384")
                         << quint64{0x4823000017700100} << 16384;
    QTest::newRow("ZMap's time stamp")
        << std::string("0 9.9.9.9:40000 > 35.66.1.2:80 SYN seq=1 id=2 ttl=50 win=65535 "
                       "opts=020405b40402080a5b8d80000000000001030307")
        << quint64{0x5b8d80009c400002} << 65535;
    QTest::newRow("the BSD set's")
        << std::string("0 9.9.9.9:40000 > 35.66.1.2:80 SYN seq=1 id=2 ttl=50 win=65535 "
                       "opts=020405b4010303060101080a5b8d80000000000004020000")
        << quint64{0x5b8d80009c400002} << 65535;
    QTest::newRow("UDP") << std::string("0 9.9.9.9:53 > 35.66.1.2:53 UDP id=1 len=6")
                         << quint64{0x0000002200350001} << 0;
    QTest::newRow("IPv6") << std::string("0 [2001:db8::7]:1 > [2001:db8::1]:80 SYN") << quint64{0}
                          << 0;
}

void TestRuleTraits::sharesFields() {
    QFETCH(std::string, line);
    QFETCH(quint64, wide);
    QFETCH(int, narrow);
    const PacketEvidence evidence = examineLine(line);
    QCOMPARE(quint64{evidence.wide}, wide);
    QCOMPARE(int{evidence.narrow}, narrow);
}

QTEST_APPLESS_MAIN(TestRuleTraits)
#include "tst_rule_traits.moc"
