// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/make_snapshot.h"
#include "session/database.h"
#include "session/saved_index.h"
#include "support/indexes.h"
#include "support/random_traffic.h"
#include "support/test_files.h"

#include <QTest>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

IndexFileFacts someFacts() {
    CaptureReport report;
    report.filter = "tcp or udp";
    FileReport file;
    file.path = "some/day.pcap";
    file.bytes = 123'456;
    file.frames = 789;
    file.time = {Timestamp{1'540'857'600'000'000'000}, Timestamp{1'540'857'700'000'000'000}};
    report.files = {file, file};
    report.files[1].path = "some/\"other\".pcap";
    report.rulesPath = "my/rules.toml";
    BurstIndex index = indexOf(randomTraffic(3, 300));
    const UserRule rule{"a \"rule\"", "any", "own", Kind::syn,
        {{PacketField::flags, {{2, 2}}}, {PacketField::ttl, {{1, 64}, {255, 255}}}}, {1},
        std::vector<std::uint8_t>{2, 1}};
    index.userRules = std::make_shared<const UserRules>(UserRules{{rule}});
    return factsOf(index, report, parsePrefixes("198.51.100.0/24,2001:db8::/48").value(), 256.5,
        {"0123", "4567"});
}

SessionFacts someSession() {
    SessionFacts session;
    session.question.profile = "merit";
    session.notes.text = "a text\nof two lines";
    session.notes.setOf(parseAddress("198.51.100.7").value(), "ours");
    session.question.narrowing.only = parseTerms("port=23,source=198.51.100.0/24").value();
    return session;
}

/// One thing changed: a byte, a stretch left out or said twice, or a number become another.
std::string mutated(std::string text, Random& random) {
    constexpr std::array<std::string_view, 8> kValues = {
        "-1", "18446744073709551616", "1e999", "null", "{}", "[[]]", "\"\"", "0.5"};
    const std::size_t at = random.below(text.size());
    const std::size_t count = 1 + random.below(std::min<std::size_t>(40, text.size() - at));
    const auto isValue = [](char c) { return (c >= '0' && c <= '9') || c == 't' || c == 'f'; };
    switch (random.below(4)) {
    case 0:
        text[at] = static_cast<char>(random.below(256));
        break;
    case 1:
        text.erase(at, count);
        break;
    case 2:
        text.insert(at, text.substr(at, count));
        break;
    default: {
        const auto begin =
            std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), isValue);
        const auto end = std::find_if_not(begin, text.end(), isValue);
        text.replace(begin, end, kValues[random.below(kValues.size())]);
    }
    }
    return text;
}

bool putDocument(Database& database, const std::string& name, const std::string& content) {
    Result<Statement> update =
        database.prepare("UPDATE document SET content = ?, crc32 = ? WHERE name = ?");
    if (!update.ok())
        return false;
    const auto* const bytes = reinterpret_cast<const Bytef*>(content.data());
    update.value().bind(1, content);
    update.value().bind(2, static_cast<std::int64_t>(::crc32_z(0, bytes, content.size())));
    update.value().bind(3, name);
    return update.value().step().ok();
}

} // namespace

/// The texts of an index file behind fitting checksums: whoever forges one writes these anew.
class TestDocuments : public QObject {
    Q_OBJECT

private slots:
    void factsAreReadAsTheyAreSaidOrRefused();
    void sessionsAreReadAsTheyAreSaidOrRefused();
    void sessionsWithoutSourceNotesOpen();
    void notesStayInParts();
    void reportsAreReadAsTheyAreSaidOrRefused();
    void aFullDiskIsNamed();
    void brokenSourceNotesAreRefused();
    void whatIsNoJsonIsRefused();
    void forgedFilesAreAnsweredOrRefused();
};

void TestDocuments::factsAreReadAsTheyAreSaidOrRefused() {
    const std::string text = toJson(someFacts());
    Random random(1);
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::vector<std::string> rules;
        const Result<IndexFileFacts> facts = parseIndexFileFacts(mutated(text, random), rules);
        refused += facts.ok() ? 0 : 1;
        if (!facts.ok())
            continue;
        const std::string said = toJson(facts.value());
        const Result<IndexFileFacts> again = parseIndexFileFacts(said, rules);
        QVERIFY2(again.ok(), said.c_str());
        QCOMPARE(toJson(again.value()), said);
    }
    QVERIFY(refused > 1'000);
}

void TestDocuments::sessionsAreReadAsTheyAreSaidOrRefused() {
    const std::string text = toJson(someSession());
    Random random(2);
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Result<SessionFacts> facts = parseSessionFacts(mutated(text, random));
        refused += facts.ok() ? 0 : 1;
        if (!facts.ok())
            continue;
        const std::string said = toJson(facts.value());
        const Result<SessionFacts> again = parseSessionFacts(said);
        QVERIFY2(again.ok(), said.c_str());
        QCOMPARE(toJson(again.value()), said);
    }
    QVERIFY(refused > 1'000);
}

/// As files of before had it.
void TestDocuments::sessionsWithoutSourceNotesOpen() {
    const Result<SessionFacts> facts = parseSessionFacts(R"({"profile": "merit", "notes": "old"})");
    QVERIFY(facts.ok());
    QCOMPARE(facts.value().notes.text, std::string("old"));
    QVERIFY(facts.value().notes.ofSources.empty());
}

/// So that a window says them in its language; whatever says another text than the note is no such.
void TestDocuments::notesStayInParts() {
    IndexFileFacts facts = someFacts();
    Sentence& note = facts.captures.files[0].note;
    note = sayCounted(1, "%1 frame of %2", "%1 frames of %2", {about("x", say("gone"))});
    std::vector<std::string> rules;
    const std::string said = toJson(facts);
    const auto noteOf = [&](const std::string& json) {
        return parseIndexFileFacts(json, rules).value().captures.files[0].note;
    };
    QVERIFY(noteOf(said) == note);
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string json = said;
        const std::size_t place = json.find(from);
        return place == std::string::npos ? json : json.replace(place, from.size(), to);
    };
    const Sentence words = verbatim(note.text());
    for (const std::string& json :
        {changed("%1 frame of", "%1 frame off"), changed("%1 frame of %2", "%1 frame of %2%2"),
            changed("note_said", "note_seid"), changed("\"x\"", "[]"), changed("\"x\"", "-1")}) {
        QVERIFY(json != said);
        QVERIFY(noteOf(json) == words);
    }
}

void TestDocuments::reportsAreReadAsTheyAreSaidOrRefused() {
    const KeptReport report{"Sweepscope 0.1.0\n/a \"b\".mmdb: 7 bytes", "{\n  \"scans\": 7\n}\n",
        "7 scans\n", {"The telescope's size is inferred", ""}};
    const std::string text = toJson(report);
    const Result<KeptReport> same = parseKeptReport(text);
    QVERIFY(same.ok());
    QVERIFY(same.value() == report);
    Random random(3);
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Result<KeptReport> parsed = parseKeptReport(mutated(text, random));
        refused += parsed.ok() ? 0 : 1;
        if (parsed.ok())
            QVERIFY(parseKeptReport(toJson(parsed.value())).value() == parsed.value());
    }
    QVERIFY(refused > 1'000);
    KeptReport forged = report;
    forged.summary = "\x1b[31mred";
    QVERIFY(!parseKeptReport(toJson(forged)).ok());
    forged = report;
    forged.warnings = {"\x07"};
    QVERIFY(!parseKeptReport(toJson(forged)).ok());
    forged = report;
    forged.json = "\x1b[31m";
    QVERIFY(!parseKeptReport(toJson(forged)).ok());
}

void TestDocuments::brokenSourceNotesAreRefused() {
    for (const char* const broken : {R"([{"source": "here", "note": "x"}])", R"([{"note": "x"}])",
             R"([{"source": "192.0.2.1", "note": 7}])", R"(["192.0.2.1"])"}) {
        const Result<SessionFacts> facts =
            parseSessionFacts(std::string(R"({"source_notes": )") + broken + "}");
        QVERIFY2(!facts.ok(), broken);
    }
}

/// A session of nothing would else be taken for one without any wishes.
void TestDocuments::whatIsNoJsonIsRefused() {
    for (const char* const text : {"", "not JSON", "[1, 2]", "7", "{\"notes\": \"\xff\"}", "{"}) {
        std::vector<std::string> rules;
        QVERIFY2(!parseSessionFacts(text).ok(), text);
        QVERIFY2(!parseIndexFileFacts(text, rules).ok(), text);
    }
}

void TestDocuments::forgedFilesAreAnsweredOrRefused() {
    const TemporaryFolder folder;
    const std::string path = folder.path("forged");
    const BurstIndex index = indexOf(randomTraffic(3, 300));
    const IndexFileFacts facts = factsOf(index, {}, {}, std::nullopt, {});
    const SessionFacts session = someSession();
    QVERIFY(saveIndex(path, index, facts, &session, {false, {}, 1}).ok());
    Random random(3);
    int answered = 0;
    for (int i = 0; i < 400; ++i) {
        const bool isSession = random.oneIn(2);
        Result<Database> database = Database::create(path, path); // opens what is there
        QVERIFY(database.ok());
        const std::string indexText = isSession ? toJson(facts) : mutated(toJson(facts), random);
        const std::string sessionText =
            isSession ? mutated(toJson(session), random) : toJson(session);
        QVERIFY(putDocument(database.value(), "index", indexText));
        QVERIFY(putDocument(database.value(), "session", sessionText));
        QVERIFY(database.value().close().ok());
        const Result<SavedIndex> loaded = loadIndex({path}, 1);
        if (!loaded.ok())
            continue;
        const SavedIndex& saved = loaded.value();
        const Material material = materialOf(saved, GeoDatabases(), {}, 1);
        const auto snapshot = SnapshotMaker(1).make(material, saved.session->question, {});
        answered += snapshot != nullptr ? 1 : 0;
    }
    QVERIFY(answered > 10);
}

/// SQLite says the same where a file may not grow.
void TestDocuments::aFullDiskIsNamed() {
    const TemporaryFolder folder;
    Result<Database> database = Database::create(folder.path("x.part"), "x");
    QVERIFY(database.ok());
    const Status full = database.value().run(
        "PRAGMA max_page_count = 4; CREATE TABLE t(a); INSERT INTO t VALUES (zeroblob(100000))");
    QVERIFY(!full.ok());
    QCOMPARE(full.error().message(),
        std::string("x: cannot be written: the disk is full: make room, and try again"));
}

QTEST_APPLESS_MAIN(TestDocuments)
#include "tst_documents.moc"
