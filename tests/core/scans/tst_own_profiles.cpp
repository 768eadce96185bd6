// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/own_profiles.h"
#include "support/test_files.h"

#include <QTest>

#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr const char* kHead = "format = \"sweepscope-profiles/1\"\n";
constexpr const char* kProfile = "[[profile]]\nname = \"a\"\norigin = \"b\"\n"; // lines 2 to 4

} // namespace

class TestOwnProfiles : public QObject {
    Q_OBJECT

private slots:
    void readsTheExampleOfTheManual();
    void readsBackWhatItWrites();
    void namesAreMadeOfTitles();
    void findsOneByName();
    void controlCharactersBecomeSpaces();
    void acceptsItsLimits_data();
    void acceptsItsLimits();
    void aNumberOfTargetsHasNoFloor();
    void acceptsTheLongestName();
    void refuses_data();
    void refuses();

private:
    TemporaryFolder m_folder;
};

/// The block of TOML in docs/profiles.md.
void TestOwnProfiles::readsTheExampleOfTheManual() {
    const std::string manual = readText(sourceFile("docs/profiles.md"));
    const std::size_t begin = manual.find("```toml\n") + 8;
    const std::string example = manual.substr(begin, manual.find("```", begin) - begin);
    const auto read = readOwnProfiles(m_folder.write("example.toml", example));
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
    QCOMPARE(read.value().size(), std::size_t{2});
    const OwnProfile& slow = read.value()[0];
    QCOMPARE(slow.name, std::string("orion-slow"));
    QCOMPARE(slow.title, std::string("ORION, slow scans"));
    QCOMPARE(slow.thresholds.expiry.inSeconds(), 6244.0);
    QCOMPARE(slow.thresholds.minTargets.value, 10.0); // as merit has it
    QCOMPARE(slow.thresholds.minRate, 10.0);
    const OwnProfile& half = read.value()[1];
    QCOMPARE(half.title, std::string("half-of-my-24"));
    QVERIFY(half.thresholds.minTargets.isPercent);
    QCOMPARE(half.thresholds.minTargets.value, 50.0);
    QCOMPARE(half.thresholds.minTargets.floor, std::uint64_t{2}); // as small-telescope has it
    QVERIFY(half.thresholds.by == Grouping::source);
}

void TestOwnProfiles::readsBackWhatItWrites() {
    std::vector<OwnProfile> written;
    for (const Profile& each : profiles())
        written.push_back({"my-" + std::string(each.name), R"("My" \ )" + std::string(each.title),
            std::string(each.origin), each.thresholds});
    OwnProfile odd = written.front();
    odd.name = "odd";
    odd.thresholds.expiry = Duration::fromSeconds(0.001);
    odd.thresholds.minRate = 1.5e-7;
    odd.thresholds.largeCoverage = 0.1 + 0.2;
    odd.thresholds.minTargets = {0.3, true, 7};
    odd.thresholds.by = Grouping::source;
    written.push_back(odd);
    const std::string path = m_folder.path("own.toml");
    QVERIFY(writeOwnProfiles(path, written).ok());
    const auto read = readOwnProfiles(path);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
    QVERIFY(read.value() == written);
    QVERIFY(writeOwnProfiles(path, {}).ok());
    QVERIFY(readOwnProfiles(path).value().empty());
    QVERIFY(!writeOwnProfiles(m_folder.path("no/such/folder.toml"), written).ok());
}

void TestOwnProfiles::namesAreMadeOfTitles() {
    QCOMPARE(profileNameOf("My /24, slow"), std::string("my-24-slow"));
    QCOMPARE(profileNameOf("  v1.2  "), std::string("v1.2"));
    QCOMPARE(profileNameOf("…"), std::string());
    QCOMPARE(profileNameOf(std::string(100, 'x')).size(), std::size_t{64});
    QCOMPARE(profileNameOf("a  b--c"), std::string("a-b--c"));
    QVERIFY(isShippedProfile("auto"));
    QVERIFY(isShippedProfile("merit"));
    QVERIFY(!isShippedProfile("mine"));
}

void TestOwnProfiles::findsOneByName() {
    std::vector<OwnProfile> own(2);
    own[0].name = "a";
    own[1].name = "b";
    QCOMPARE(findOwnProfile(own, "b"), &own[1]);
    QVERIFY(findOwnProfile(own, "c") == nullptr);
}

/// They would end the line of text that they stand in.
void TestOwnProfiles::controlCharactersBecomeSpaces() {
    OwnProfile profile{"a", "t\x1f\ni\x7ft", "o o", {}};
    const std::string path = m_folder.path("control.toml");
    QVERIFY(writeOwnProfiles(path, {profile}).ok());
    const auto read = readOwnProfiles(path);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
    QCOMPARE(read.value().at(0).title, std::string("t  i t"));
    QCOMPARE(read.value().at(0).origin, std::string("o o"));
}

void TestOwnProfiles::acceptsItsLimits_data() {
    QTest::addColumn<std::string>("line");
    QTest::addColumn<bool>("isAccepted");
    const auto row = [](const char* line, bool isAccepted) {
        QTest::newRow(line) << std::string(line) << isAccepted;
    };
    row("expiry_s = 0.001", true);
    row("expiry_s = 0.0009", false);
    row("expiry_s = 1000000000", true);
    row("expiry_s = 1000000001", false);
    row("min_rate_pps = 0", true);
    row("min_rate_pps = 1e12", true);
    row("min_rate_pps = 1.001e12", false);
    row("internet_size = 1", true);
    row("internet_size = 1e18", true);
    row("internet_size = 1.001e18", false);
    row("large_percent = 0", true);
    row("large_percent = 100", true);
    row("large_percent = 100.5", false);
    row("min_targets = \"5%\"\nmin_targets_floor = 1", true);
    row("min_targets = \"5%\"\nmin_targets_floor = 0", false);
    row("min_targets = \"5%\"\nmin_targets_floor = 1000000000", true);
    row("min_targets = \"5%\"\nmin_targets_floor = 1000000001", false);
    row("by = 7", false);
    row("title = \"\"", false);
}

void TestOwnProfiles::acceptsItsLimits() {
    QFETCH(std::string, line);
    QFETCH(bool, isAccepted);
    const std::string text = std::string(kHead) + kProfile + line + '\n';
    QCOMPARE(readOwnProfiles(m_folder.write("limits.toml", text)).ok(), isAccepted);
}

void TestOwnProfiles::aNumberOfTargetsHasNoFloor() {
    const std::string text = std::string(kHead) + kProfile + "based_on = \"small-telescope\"\n";
    const auto share =
        readOwnProfiles(m_folder.write("share.toml", text + "min_targets = \"5%\"\n"));
    QVERIFY(share.value().at(0).thresholds.minTargets == (MinTargets{5, true, 2}));
    const auto number = readOwnProfiles(m_folder.write("number.toml", text + "min_targets = 5\n"));
    QVERIFY(number.value().at(0).thresholds.minTargets == (MinTargets{5, false, 1}));
}

void TestOwnProfiles::acceptsTheLongestName() {
    const std::string name(64, 'a');
    const std::string text = kHead + ("[[profile]]\nname = \"" + name + "\"\norigin = \"b\"\n");
    QCOMPARE(readOwnProfiles(m_folder.write("long.toml", text)).value().at(0).name, name);
}

void TestOwnProfiles::refuses_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("problem");
    const auto row = [](const std::string& text, const char* problem) {
        QTest::newRow(problem) << text << std::string(problem);
    };
    const std::string head(kHead);
    const std::string profile = head + kProfile;
    row("format = \"sweepscope-rules/1\"\n", ":1: the file must begin with: format = ");
    row(head + "[[profile]]\norigin = \"b\"\n", ":2: the profile has no 'name'");
    row(head + "[[profile]]\nname = \"a\"\n", ":2: the profile has no 'origin'");
    row(head + "[[profile]]\nname = \"A B\"\norigin = \"b\"\n",
        ":3: 'name' may have small letters");
    row(head + "[[profile]]\nname = \"merit\"\norigin = \"b\"\n", ":3: 'merit' is the name of");
    row(head + "[[profile]]\nname = \"auto\"\norigin = \"b\"\n", ":3: 'auto' is the name of");
    row(profile + "based_on = \"none\"\n", ":5: 'based_on' must be a profile");
    row(profile + "based_on = \"auto\"\n", ":5: 'based_on' must be a profile that is shipped");
    row(profile + "based_on = 7\n", ":5: 'based_on' must be text");
    row(head + "[[profile]]\nname = \"" + std::string(65, 'a') + "\"\norigin = \"b\"\n",
        ":3: 'name' may have small letters, digits");
    row(profile + "expirs = 5\nexpiry = 5\n", ":5: there is no threshold 'expirs'"); // the first
    row(profile + "expiry = 5\n", ":5: there is no threshold 'expiry'");
    row(profile + "\nexpiry_s = 0\n", ":6: 'expiry_s' must be a number of seconds");
    row(profile + "expiry_s = nan\n", ":5: 'expiry_s' must be");
    row(profile + "expiry_s = \"480\"\n", ":5: 'expiry_s' must");
    row(profile + "min_targets = 1.5\n", ":5: 'min_targets' must be a number of targets, or");
    row(profile + "min_targets = \"101%\"\n", ":5: 'min_targets' must be a number of targets");
    row(profile + "min_targets = true\n", ":5: 'min_targets' must be a number of");
    row(profile + "min_targets_floor = 2\n", ":5: 'min_targets_floor' is for a share");
    row(profile + "min_rate_pps = -1\n", ":5: 'min_rate_pps' must be packets a second");
    row(profile + "rate_scope = \"world\"\n", ":5: 'rate_scope' must be telescope or internet");
    row(profile + "by = \"port\"\n", ":5: 'by' must be source-port or source");
    row(profile + "internet_size = 0\n", ":5: 'internet_size' must be a number");
    row(profile + "large_percent = 101\n", ":5: 'large_percent' must be from 0 to 100");
    row(profile + kProfile, ":5: there are two profiles 'a'");
}

void TestOwnProfiles::refuses() {
    QFETCH(std::string, text);
    QFETCH(std::string, problem);
    const std::string path = m_folder.write("bad.toml", text);
    const auto read = readOwnProfiles(path);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message().rfind(path + problem, 0) == 0, read.error().message().c_str());
}

QTEST_APPLESS_MAIN(TestOwnProfiles)
#include "tst_own_profiles.moc"
