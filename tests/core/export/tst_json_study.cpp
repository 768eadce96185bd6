// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_study.h"
#include "support/show.h"
#include "support/snapshots.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <map>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

using Json = nlohmann::json;

std::string textOf(const Json& scan) {
    return scan["protocol"].get<std::string>() + "/" + std::to_string(scan["port"].get<int>());
}

} // namespace

/// The study's numbers against those of the ordinary report, which lists every scan: counted again
/// from that list in plain maps.
class TestJsonStudy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void portsByCountry();
    void portsBySize();
    void countries();
    void services();
    void tools();
    void besideStudies();

private:
    Json m_report;
    Json m_study;
};

void TestJsonStudy::initTestCase() {
    Asked asked;
    asked.telescope = "203.0.112.0/20";
    std::vector<GeoDatabase> databases;
    auto shipped = GeoDatabase::open(sourceFile("resources/geo/sweepscope-geo.mmdb"));
    QVERIFY(shipped.ok());
    databases.push_back(std::move(shipped).value());
    const auto snapshot = snapshotOf({sourceFile("resources/sample/telescope-day.pcap.gz")}, asked,
        GeoDatabases(std::move(databases)));
    m_report = Json::parse(reportOf(*snapshot));
    std::string text;
    writeJsonStudy(
        makeStudyReport(*snapshot), *snapshot, {}, [&](std::string_view piece) { text += piece; });
    m_study = Json::parse(text);
    QCOMPARE(m_report["scans"].size(), std::size_t{295});
}

void TestJsonStudy::portsByCountry() {
    const Json& figure = m_study["ports_by_country"];
    std::map<std::string, std::map<std::string, int>> counts;
    for (const Json& scan : m_report["scans"])
        ++counts[textOf(scan)][scan["country"].get<std::string>()];
    QCOMPARE(figure["ports"].size(), std::size_t{10});
    for (const Json& row : figure["ports"]) {
        auto rest = counts[row["port"].get<std::string>()];
        for (std::size_t i = 0; i < figure["countries"].size(); ++i) {
            const auto code = figure["countries"][i].get<std::string>();
            QCOMPARE(row["scans"][i].get<int>(), rest[code]);
            rest.erase(code);
        }
        int others = 0;
        for (const auto& [code, scans] : rest)
            others += scans;
        QCOMPARE(row["others"].get<int>(), others);
    }
}

void TestJsonStudy::portsBySize() {
    const Json& figure = m_study["ports_by_size"];
    for (std::size_t i = 0; i < figure["classes"].size(); ++i) {
        const double from = figure["classes"][i]["from"];
        const double to = figure["classes"][i]["to"];
        std::map<std::string, int> counts;
        int all = 0;
        for (const Json& scan : m_report["scans"]) {
            const double coverage = scan["coverage"];
            if (coverage < from || (coverage >= to && to < 1))
                continue;
            ++counts[textOf(scan)];
            ++all;
        }
        QCOMPARE(figure["classes"][i]["scans"].get<int>(), all);
        for (const Json& row : figure["ports"])
            QCOMPARE(row["scans"][i].get<int>(), counts[row["port"].get<std::string>()]);
    }
}

void TestJsonStudy::countries() {
    const Json& mine = m_study["countries"]["countries"];
    const Json& theirs = m_report["countries"];
    QCOMPARE(mine.size(), theirs.size());
    for (std::size_t i = 0; i < mine.size(); ++i) {
        for (const char* field : {"code", "scans", "share", "cumulative"})
            QVERIFY(mine[i][field] == theirs[i][field]);
    }
    QCOMPARE(m_study["countries"]["top_five"]["share"].get<double>(),
        theirs[4]["cumulative"].get<double>());
}

void TestJsonStudy::services() {
    for (const std::string size : {"small", "large"}) {
        std::map<std::string, int> counts;
        int all = 0;
        for (const Json& scan : m_report["scans"]) {
            if (scan["size"] != size)
                continue;
            ++counts[textOf(scan)];
            ++all;
        }
        const Json& table = m_study[size];
        QCOMPARE(table["scans"].get<int>(), all);
        QCOMPARE(m_report["totals"][size].get<int>(), all);
        QCOMPARE(table["services"].size(), std::size_t{23});
        int listed = 0;
        int before = all;
        for (const Json& row : table["services"]) {
            const int scans = row["scans"];
            QCOMPARE(scans, counts[row["port"].get<std::string>()]);
            QVERIFY(scans <= before);
            QCOMPARE(row["share"].get<double>(), scans / static_cast<double>(all));
            before = scans;
            listed += scans;
            counts.erase(row["port"].get<std::string>());
        }
        for (const auto& [port, scans] : counts)
            QVERIFY(scans <= before);
        QCOMPARE(table["others"]["scans"].get<int>(), all - listed);
        QCOMPARE(table["others"]["of"].get<int>(), all);
    }
}

void TestJsonStudy::tools() {
    const auto check = [&](const Json& tools) {
        std::map<std::string, int> counts;
        int all = 0;
        for (const Json& scan : m_report["scans"]) {
            if (scan["coverage"] <= tools["above"])
                continue;
            ++counts[scan["tool"].get<std::string>()];
            ++all;
        }
        QCOMPARE(tools["scans"].get<int>(), all);
        for (const char* tool : {"zmap", "zmap-4.1-like", "masscan"})
            QCOMPARE(tools[tool].get<int>(), counts[tool]);
    };
    check(m_study["tools_above_tenth"]);
    QVERIFY(m_study["tools_above_half"].is_null()); // four scans
    QVERIFY(m_study["tools_by_coverage"].size() > 3);
    for (const Json& each : m_study["tools_by_coverage"])
        check(each);
}

/// Shares beside those of studies, counted again from the list of scans.
void TestJsonStudy::besideStudies() {
    const auto here = [&](const char* metric, const char* key) {
        for (const Json& each : m_study["baselines"]) {
            if (each["metric"] == metric && each["key"] == key)
                return each["here"].get<double>();
        }
        return -1.0;
    };
    double all = 0;
    double smb = 0;
    double small = 0;
    double smallTelnet = 0;
    double wide = 0;
    for (const Json& scan : m_report["scans"]) {
        const bool isSmall = scan["size"] == "small";
        ++all;
        smb += textOf(scan) == "tcp/445" ? 1 : 0;
        small += isSmall ? 1 : 0;
        smallTelnet += isSmall && textOf(scan) == "tcp/23" ? 1 : 0;
        wide += scan["coverage"] > 0.1 ? 1 : 0;
    }
    QCOMPARE(here("scan-port-share", "tcp/445"), smb / all);
    QCOMPARE(here("small-scan-port-share", "tcp/23"), smallTelnet / small);
    QCOMPARE(here("scan-share-above-tenth", ""), wide / all);
}

QTEST_APPLESS_MAIN(TestJsonStudy)
#include "tst_json_study.moc"
