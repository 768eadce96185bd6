// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/snapshots.h"

#include "analysis/index_facts.h"
#include "export/json_report.h"
#include "support/packet_script.h"

#include <stdexcept>

namespace sweepscope::tests {

namespace {

template <typename T>
T valueOf(Result<T> result) {
    if (!result.ok())
        throw std::runtime_error(result.error().message());
    return std::move(result).value();
}

} // namespace

std::shared_ptr<const Snapshot> snapshotOf(
    const std::vector<std::string>& captures, const Asked& asked, const GeoDatabases& databases) {
    const PrefixSet prefixes = valueOf(parsePrefixes(asked.telescope));
    ReadOptions options;
    options.telescope = prefixes;
    options.threads = asked.threads;
    options.baseGap = asked.baseGap;
    Progress progress;
    const IndexedCaptures indexed = valueOf(indexCaptures(captures, options, progress, {}));
    Question question;
    question.profile = asked.profile;
    question.telescope = telescopeOf(*indexed.index, prefixes, asked.addresses);
    question.thresholds =
        valueOf(findProfile(asked.profile, question.telescope.addresses)).thresholds;
    asked.change(question.thresholds);
    question.keepsDependentPorts = asked.keepsDependentPorts;
    const Material material{indexed.index, lookUpOrigins(*indexed.index, databases),
        std::make_shared<const CaptureReport>(indexed.report), prefixes, nullptr,
        factsAbout(*indexed.index, prefixes, nullptr), labelSources(*indexed.index, asked.known)};
    return SnapshotMaker(asked.threads).make(material, question, {});
}

std::shared_ptr<const Snapshot> snapshotOfScript(const TemporaryFolder& folder,
    const std::string& script, const Asked& asked, const GeoDatabases& databases) {
    return snapshotOf(
        {folder.write("script.pcap", pcapFile(packetScript(script)))}, asked, databases);
}

GeoDatabases databasesOf(const TemporaryFolder& folder, const Bytes& content) {
    std::vector<GeoDatabase> databases;
    databases.push_back(valueOf(GeoDatabase::open(folder.write("test.mmdb", content))));
    return GeoDatabases(std::move(databases));
}

std::string reportOf(const Snapshot& snapshot) {
    std::string text;
    writeJsonReport(snapshot, Provenance(), true, [&](std::string_view piece) { text += piece; });
    return text;
}

} // namespace sweepscope::tests
