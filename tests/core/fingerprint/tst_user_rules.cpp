// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/user_rules.h"
#include "packets/decoder.h"
#include "support/packet_script.h"
#include "support/test_files.h"

#include <QTest>

#include <random>
#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr const char* kHead = "format = \"sweepscope-rules/1\"\n";
constexpr const char* kRule = "[[rule]]\nname = \"a\"\nversions = \"b\"\nsource = \"c\"\n";

UserRules rulesOf(const TemporaryFolder& folder, const std::string& conditions) {
    const auto rules = readUserRules(folder.write("rules.toml", kHead + (kRule + conditions)));
    if (!rules.ok())
        throw std::runtime_error(rules.error().message());
    return rules.value();
}

/// "tested", "fits" (which is tested, too) or nothing, of the first rule.
std::string answerOf(const UserRules& rules, const std::string& line) {
    const auto frames = packetScript(line);
    const FrameBatch batch = batchOf(frames);
    DecodedFrames decoded;
    Decoder({PrefixSet(), false}).decode(batch.frames, 0, decoded);
    const Packet& packet =
        decoded.packets.empty() ? decoded.packets6.at(0).packet : decoded.packets.at(0);
    const std::uint64_t bits = rules.examine(packet).bits >> kFirstUserBit;
    if ((bits >> UserRules::fitsPlace(0) & 1) != 0)
        return "fits";
    return (bits >> UserRules::testedPlace(0) & 1) != 0 ? "tested" : "";
}

void addExampleColumns() {
    QTest::addColumn<std::string>("conditions");
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("answer");
}

/// What a rule of these conditions says to a packet of these fields.
void addExample(const char* conditions, const std::string& fields, const char* answer) {
    static int number = 0;
    QTest::addRow("%d: %s", ++number, conditions)
        << std::string(conditions) << "0 9.9.9.9:7 > 35.66.1.2:80 " + fields << std::string(answer);
}

} // namespace

class TestUserRules : public QObject {
    Q_OBJECT

private slots:
    void readsTheExampleOfTheManual();
    void comesBackAsText();
    void examines_data();
    void examines();
    void examinesOptionsAndRelations_data();
    void examinesOptionsAndRelations();
    void comparesPorts();
    void passesOverIpv6();
    void readsTheLargestValues();
    void refuses_data();
    void refuses();
    void refusesTooMany();
    void refusesWhatIsNoFile();
    void survivesAnyText();

private:
    TemporaryFolder m_folder;
};

/// The block of TOML in docs/rules.md.
void TestUserRules::readsTheExampleOfTheManual() {
    const std::string manual = readText(sourceFile("docs/rules.md"));
    const std::size_t begin = manual.find("```toml\n") + 8;
    const std::string example = manual.substr(begin, manual.find("```", begin) - begin);
    const auto rules = readUserRules(m_folder.write("example.toml", example));
    QVERIFY2(rules.ok(), rules.ok() ? "" : rules.error().message().c_str());
    QCOMPARE(rules.value().rules.size(), std::size_t{4});
    QCOMPARE(answerOf(rules.value(),
                 "0 9.9.9.9:6000 > 35.66.1.2:3389 SYN seq=0x48230000 id=256 win=16384 ttl=110"),
        std::string("fits"));
    for (const std::string& name : relationNames())
        QVERIFY2(manual.find("`" + name + "`") != std::string::npos, name.c_str());
}

void TestUserRules::comesBackAsText() {
    const std::string manual = readText(sourceFile("docs/rules.md"));
    const std::size_t begin = manual.find("```toml\n") + 8;
    std::string text = manual.substr(begin, manual.find("```", begin) - begin);
    text += R"(
[[rule]]
name = "quoted \"name\", with \\ and\ttab"
versions = "\u00e4"
source = "x"
flags = "SYN+ECE+CWR"
options = "none"
ttl = ["1-9", 12, "200-255"]
acknowledgement = 0xffffffff
relations = ["ip_id = port", "sequence = target"]
[[rule]]
name = "no flags"
versions = "x"
source = "x"
kind = "null"
flags = "none"
[[rule]]
name = "ping"
versions = "x"
source = "x"
kind = "icmp-request"
df = true
)";
    const auto rules = parseUserRules(text, "text");
    QVERIFY2(rules.ok(), rules.ok() ? "" : rules.error().message().c_str());
    const auto again = parseUserRules(toText(rules.value()), "again");
    QVERIFY2(again.ok(), again.ok() ? "" : again.error().message().c_str());
    QVERIFY(again.value() == rules.value());
    QVERIFY(parseUserRules(toText(UserRules()), "none").value() == UserRules());
    QVERIFY(!parseUserRules(text + std::string(2'000'000, '\n'), "long").ok());
}

void TestUserRules::examines_data() {
    addExampleColumns();
    const auto row = addExample;
    row("ip_id = 5", "SYN id=5", "fits");
    row("ip_id = 5", "SYN id=6", "tested");
    row("ip_id = [5, \"7-9\"]", "SYN id=9", "fits");
    row("ip_id = [5, \"7-9\"]", "SYN id=6", "tested");
    row("ip_id = 5\nwindow = 9", "SYN id=5 win=9", "fits");
    row("ip_id = 5\nwindow = 9", "SYN id=5 win=8", "tested");
    row("ip_id = 5", "SYN+ACK id=5", "");
    row("ip_id = 5", "UDP id=5", "");
    row("kind = \"udp\"\nip_id = 5", "UDP id=5", "fits");
    row("kind = \"fin\"\nip_id = 5", "FIN id=5", "fits");
    row("ttl_initial = 64", "SYN ttl=33", "fits");
    row("ttl_initial = 64", "SYN ttl=32", "tested");
    row("ttl_initial = 255", "SYN ttl=129", "fits");
    row("ttl = 33", "SYN ttl=33", "fits");
    row("df = true", "SYN df=1", "fits");
    row("df = false", "SYN df=1", "tested");
    row("length = 40", "SYN", "fits");
    row("length = 44", "SYN opts=020405b4", "fits");
    row("kind = \"udp\"\nlength = 58", "UDP len=30", "fits");
    row("source_port = 7\nport = 80", "SYN", "fits");
    row("sequence = 0xffffffff", "SYN seq=0xffffffff", "fits");
    row("acknowledgement = \"1-9\"", "SYN ack=9", "fits");
    row("flags = \"SYN+ECE+CWR\"", "SYN+ECE+CWR", "fits");
    row("flags = \"SYN+ECE+CWR\"", "SYN", "tested");
    row("kind = \"null\"\nflags = \"none\"", "NONE", "fits");
    row("window = 7", "SYN win=7 cut=49", "");
    row("window = 7", "SYN win=7 cut=50", "fits");
    row("ip_id = 5", "SYN id=5 cut=48", "fits");
    row("ip_id = \"5-5\"", "SYN id=5", "fits");
    row("ip_id = \"5-7\"", "SYN id=4", "tested");
    row("ip_id = \"5-7\"", "SYN id=8", "tested");
    row("ttl_initial = 32", "SYN ttl=32", "fits");
    row("ttl_initial = 64", "SYN ttl=64", "fits");
    row("ttl_initial = 128", "SYN ttl=65", "fits");
    row("ttl_initial = 128", "SYN ttl=128", "fits");
    row("df = 1", "SYN df=1", "fits");
    row("df = true", "SYN", "tested");
    row("kind = \"xmas\"\nflags = \"FIN + PSH + URG\"", "FIN+PSH+URG", "fits");
    row("kind = \"xmas\"\nflags = \"FIN+URG\"", "FIN+PSH+URG", "tested");
    row("kind = \"icmp-request\"\nlength = 28", "ICMP 8", "fits");
    row("flags = \"none\"", "SYN", "tested");
}

void TestUserRules::examines() {
    QFETCH(std::string, conditions);
    QFETCH(std::string, line);
    QFETCH(std::string, answer);
    QCOMPARE(answerOf(rulesOf(m_folder, conditions), line), answer);
}

void TestUserRules::examinesOptionsAndRelations_data() {
    addExampleColumns();
    const auto row = addExample;
    row("options = \"none\"", "SYN", "fits");
    row("options = \"none\"", "SYN opts=020405b4", "tested");
    row("options = \"MSS\"", "SYN opts=020405b4", "fits");
    row("options = \"MSS, NOP, WS, NOP, NOP, SACK\"", "SYN opts=020405b40103030801010402", "fits");
    row("options = \"MSS, NOP, WS, NOP, NOP\"", "SYN opts=020405b40103030801010402", "tested");
    row("options = \"MSS, EOL\"", "SYN opts=020405b400000000", "fits");
    row("options = \"MSS\"", "SYN opts=020905b4", "tested");
    row("options = \"MSS\"", "SYN opts=020405b4 cut=54", "");
    row("relations = [\"sequence = target\"]", "SYN seq=0x23420102", "fits");
    row("relations = [\"sequence = swapped target\"]", "SYN seq=0x02014223", "fits");
    row("relations = [\"ip_id = target\"]", "SYN id=0x0102", "fits");
    row("relations = [\"ip_id = target ^ port ^ sequence\"]", "SYN seq=0x01020304 id=0x0256",
        "fits");
    row("relations = [\"sequence high = sequence low\"]", "SYN seq=0x12341234", "fits");
    row(R"(relations = ["sequence = target", "ip_id = port"])", "SYN seq=0x23420102 id=81",
        "tested");
    row("relations = [\"ip_id = port\"]\nkind = \"udp\"", "UDP id=80", "fits");
    row("relations = [\"sequence = target\"]", "SYN seq=0x23420103", "tested");
    row("relations = [\"sequence = swapped target\"]", "SYN seq=0x23420102", "tested");
    row("relations = [\"sequence high = sequence low\"]", "SYN seq=0x12341235", "tested");
    row("relations = [\"ip_id = target ^ port ^ sequence\"]", "SYN seq=0x01020304 id=0x0257",
        "tested");
    row("relations = [\"ip_id = target\"]", "SYN id=0x0103", "tested");
    row("relations = [\"ip_id = sequence\"]", "SYN seq=0x00050102 id=0x0102", "fits");
    row("relations = [\"ip_id = sequence\"]", "SYN seq=0x00050102 id=5", "tested");
    row("relations = [\"source_port = port\"]", "SYN", "tested");
    row("relations = [\"source_port = target\"]", "SYN", "tested");
    row("options = \"NOP, NOP, TS\"", "SYN opts=0101080a0000000100000002", "fits");
    row("options = \"NOP, TS, NOP\"", "SYN opts=0101080a0000000100000002", "tested");
    row("options = \"EOL, MSS\"", "SYN opts=00000000", "tested");
    row("options = \"MSS, NOP\"", "SYN opts=020405b4", "tested");  // behind the header's end
    row("options = \"MSS, SACK\"", "SYN opts=02000402", "tested"); // a length of nothing
    row("options = \"MSS, SACK, NOP\"", "SYN opts=02010402", "tested");
    row("options = \"NOP, NOP, NOP, MSS\"", "SYN opts=01010102", "tested"); // no room for a length
}

void TestUserRules::examinesOptionsAndRelations() {
    examines();
}

void TestUserRules::comparesPorts() {
    const UserRules same = rulesOf(m_folder, "relations = [\"source_port = port\"]");
    QCOMPARE(answerOf(same, "0 9.9.9.9:80 > 35.66.1.2:80 SYN"), std::string("fits"));
    const UserRules ofTarget = rulesOf(m_folder, "relations = [\"source_port = target\"]");
    QCOMPARE(answerOf(ofTarget, "0 9.9.9.9:258 > 35.66.1.2:80 SYN"), std::string("fits"));
}

void TestUserRules::passesOverIpv6() {
    const UserRules rules = rulesOf(m_folder, "port = 80");
    QCOMPARE(answerOf(rules, "0 [2001:db8::7]:7 > [2001:db8::1]:80 SYN"), std::string());
    QCOMPARE(answerOf(rules, "0 9.9.9.9:7 > 35.66.1.2:80 SYN"), std::string("fits"));
}

void TestUserRules::readsTheLargestValues() {
    const UserRules rules = rulesOf(m_folder,
        "ip_id = 65535\nttl = 255\nlength = 65535\nsource_port = 65535\nport = 65535\n"
        "sequence = 4294967295\nacknowledgement = 4294967295\nwindow = \"0-65535\"\n");
    QCOMPARE(rules.rules.at(0).conditions.size(), std::size_t{8});
}

void TestUserRules::refuses_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("problem");
    const auto row = [](const std::string& text, const char* problem) {
        QTest::newRow(problem) << text << std::string(problem);
    };
    const std::string head(kHead);
    const std::string rule = head + kRule; // the conditions begin in line 6
    row("", ":1: the file must begin with");
    row("format = \"sweepscope-rules/2\"\n", ":1: the file must begin with");
    row(head + "[[rules]]\nname = \"a\"\n", ":2: 'rules' is unknown here");
    row(head + "rule = 7\n", ":2: 'rule' is unknown here");
    row(head + "[[rule]]\nname = \"a\n", ":3: ");
    row(head + "[[rule]]\nname = \"a\"\nsource = \"b\"\nip_id = 5\n",
        ":2: the rule has no 'versions'");
    row(head + "[[rule]]\nname = 7\nversions = \"b\"\nsource = \"c\"\nip_id = 5\n",
        ":3: 'name' must be text");
    row(rule, ":2: a rule needs at least one condition");
    row(rule + "ipid = 5\n", ":6: there is no field 'ipid'");
    row(rule + "\nip_id = 65536\n", ":7: 'ip_id' must be a number from 0 to 65535");
    row(rule + "ip_id = -1\n", ":6: 'ip_id' must be a number");
    row(rule + "ip_id = 1.5\n", ":6: 'ip_id' must be");
    row(rule + "window = \"9-1\"\n", ":6: 'window' must be a number from 0 to 65535, a range");
    row(rule + "ttl = \"1-\"\n", ":6: 'ttl' must be");
    row(rule + "port = []\n", ":6: 'port' needs a value");
    row(rule + "port = true\n", ":6: 'port' must be");
    row(rule + "kind = \"rst\"\nip_id = 5\n", ":6: 'kind' must be one of syn, null");
    row(rule + "kind = \"udp\"\nwindow = 5\n", ":7: 'window' is a field of TCP");
    row(rule + "flags = \"SIN\"\n", ":6: 'flags' must be those");
    row(rule + "options = \"MSS NOP\"\n", ":6: 'options' must be the options");
    row(rule + "relations = [\"a = b\"]\n", ":6: the relations are: sequence = target");
    row(rule + "ttl = 256\n", ":6: 'ttl' must be a number from 0 to 255");
    row(rule + "df = 2\n", ":6: 'df' must be a number from 0 to 1");
    row(rule + "sequence = 4294967296\n", ":6: 'sequence' must be a number from 0 to 4294967295");
    row(rule + "port = \"1-2-3\"\n", ":6: 'port' must be a number from 0 to 65535");
    row(rule + "kind = \"udp\"\nflags = \"SYN\"\n", ":7: 'flags' must be those of a TCP packet");
    row(rule + "flags = \"SYN+none\"\n", ":6: 'flags' must be those of a TCP");
    row(rule + "kind = \"udp\"\noptions = \"MSS\"\n", ":7: 'options' must be the options");
    row(rule + "options = 7\n", ":6: 'options' must be");
    row(rule + "relations = []\n", ":6: 'relations' must be a list of text");
    row(rule + "relations = \"ip_id = port\"\n", ":6: 'relations' must be a list");
    row(rule + "relations = [7]\n", ":6: the relations are");
    row(rule + "kind = \"udp\"\nrelations = [\"ip_id = sequence\"]\n",
        ":7: a sequence number is a field of TCP");
    row(rule + "ipid = 5\nipidd = 6\n", ":6: there is no field 'ipid'"); // the first fault is named
    row(rule + "kind = 7\n", ":6: 'kind' must be one of syn, null, fin, xmas, udp");
    row(rule + "when = 1979-05-27\n", ":6: 'when' is neither text");
    row(rule + "ip_id = 5\n" + kRule + "ip_id = 5\n", ":7: there are two rules 'a'");
}

void TestUserRules::refuses() {
    QFETCH(std::string, text);
    QFETCH(std::string, problem);
    const std::string path = m_folder.write("bad.toml", text);
    const auto rules = readUserRules(path);
    QVERIFY(!rules.ok());
    QVERIFY2(
        rules.error().message().rfind(path + problem, 0) == 0, rules.error().message().c_str());
}

void TestUserRules::refusesTooMany() {
    std::string text = kHead;
    for (std::size_t i = 0; i <= kMostUserRules; ++i) {
        const auto read = readUserRules(m_folder.write("many.toml", text));
        QVERIFY(read.ok());
        QCOMPARE(read.value().rules.size(), i);
        text += "[[rule]]\nname = \"r" + std::to_string(i) +
                "\"\nversions = \"b\"\nsource = \"c\"\nip_id = 5\n";
    }
    QVERIFY(!readUserRules(m_folder.write("many.toml", text)).ok());
}

void TestUserRules::refusesWhatIsNoFile() {
    QVERIFY(!readUserRules(m_folder.path("missing.toml")).ok());
    QVERIFY(!readUserRules(m_folder.write("large.toml", std::string(2'000'000, '#'))).ok());
    for (const char* const junk : {"\xff\xfe", "[[[[", "a=[[[[[[[[[", R"(""")", "= = ="})
        QVERIFY(!readUserRules(m_folder.write("junk.toml", std::string_view(junk))).ok());
}

/// Whatever stands in a file, reading it ends with rules or with a reason.
void TestUserRules::survivesAnyText() {
    constexpr std::string_view kSigns = "[]=\"'.\n a1#,{}-_\\t:+e\xff";
    std::mt19937 random(7);
    const auto pick = [&](std::size_t count) { return random() % count; };
    for (int round = 0; round < 5'000; ++round) {
        std::string text = round % 2 == 0 ? std::string() : std::string(kHead) + kRule;
        const std::size_t at = text.empty() ? 0 : pick(text.size());
        std::string signs;
        for (std::size_t i = pick(30); i > 0; --i)
            signs += kSigns[pick(kSigns.size())];
        const auto rules = readUserRules(m_folder.write("any.toml", text.insert(at, signs)));
        QVERIFY(rules.ok() || !rules.error().message().empty());
    }
}

QTEST_APPLESS_MAIN(TestUserRules)
#include "tst_user_rules.moc"
