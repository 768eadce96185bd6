// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/index_parts.h"

#include "base/count_text.h"
#include "base/version.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace sweepscope {

namespace {

/// What tells one capture from another: its bytes, or where they are not known all else.
std::string identityOf(const FileReport& file, const std::string& hash) {
    if (!hash.empty())
        return hash;
    return fmt::format("{}|{}|{}|{}|{}", file.path, file.bytes, file.frames,
        file.time.first.nanoseconds, file.time.last.nanoseconds);
}

/// Of the captures that gave something.
std::set<std::string> identitiesOf(const IndexFileFacts& facts) {
    std::set<std::string> identities;
    for (std::size_t i = 0; i < facts.captures.files.size(); ++i) {
        if (!facts.captures.files[i].isSkipped)
            identities.insert(identityOf(facts.captures.files[i], facts.hashes[i]));
    }
    return identities;
}

/// In the order in which a single reading would have had them.
void sortCaptures(IndexFileFacts& facts) {
    std::vector<std::size_t> order(facts.captures.files.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const FileReport& x = facts.captures.files[a];
        const FileReport& y = facts.captures.files[b];
        return std::tie(x.time.first, x.path) < std::tie(y.time.first, y.path);
    });
    std::vector<FileReport> files;
    std::vector<std::string> hashes;
    for (const std::size_t place : order) {
        files.push_back(std::move(facts.captures.files[place]));
        hashes.push_back(std::move(facts.hashes[place]));
    }
    facts.captures.files = std::move(files);
    facts.hashes = std::move(hashes);
}

/// Captures are behind the others then, and not sorted yet.
void addFacts(IndexFileFacts& into, const IndexFileFacts& facts) {
    into.baseGap = std::max(into.baseGap, facts.baseGap);
    const CaptureReport& captures = facts.captures;
    into.captures.files.insert(
        into.captures.files.end(), captures.files.begin(), captures.files.end());
    into.hashes.insert(into.hashes.end(), facts.hashes.begin(), facts.hashes.end());
    into.captures.isStopped = into.captures.isStopped || captures.isStopped;
    into.captures.ignoredFiles += captures.ignoredFiles;
    into.captures.memoryOverrun = std::max(into.captures.memoryOverrun, captures.memoryOverrun);
    into.counts.add(facts.counts);
    into.activity.add(facts.activity);
}

Sentence nameOf(const std::string& path) {
    return path.empty() ? say("the new captures") : verbatim(path);
}

Sentence nameOf(const Shard& shard) {
    return shard.of == 1 ? say("whole") : say("shard %1/%2", {{shard.number + 1}, {shard.of}});
}

} // namespace

IndexFileFacts factsOf(const BurstIndex& index, const CaptureReport& report,
    const PrefixSet& telescope, std::optional<double> telescopeAddresses,
    std::vector<std::string> hashes) {
    // Every field of an index is stored. This no longer compiles where one is added.
    const auto& [baseGap, segments, counts, activity, userRules, probeTargets, probeSources] =
        index;
    (void)segments;
    hashes.resize(report.files.size());
    return {fmt::format("{} {}", kProgramName, kProgramVersion), baseGap, telescope,
        telescopeAddresses, report, std::move(hashes), counts, activity, probeTargets, probeSources,
        {}, false, userRules == nullptr ? std::nullopt : std::optional(*userRules)};
}

Result<IndexParts> IndexParts::open(
    const std::vector<std::string>& paths, std::optional<FreshPart> fresh) {
    IndexParts parts;
    parts.m_fresh = std::move(fresh);
    for (const std::string& path : paths) {
        const Status added = parts.addFile(path);
        if (!added.ok())
            return added.error();
    }
    const Status decided = parts.decide();
    if (!decided.ok())
        return decided.error();
    if (parts.m_rulesDiffer)
        parts.forgetUserRules();
    return parts;
}

IndexParts::Part IndexParts::partOf(
    const std::string& path, const IndexFileFacts& facts, ColumnReading reading) {
    return {path, facts.shard, facts.baseGap, facts.isAnonymised, identitiesOf(facts),
        std::move(reading)};
}

/// Counts are added up as they come, so that memory never holds those of all parts.
Status IndexParts::addFile(const std::string& path) {
    Result<IndexFile> file = IndexFile::open(path);
    if (!file.ok())
        return file.error();
    const IndexFileFacts& facts = file.value().facts();
    Status alike = demandAlike(path, facts);
    if (!alike.ok())
        return alike;
    if (!m_session)
        m_session = file.value().session();
    else if (file.value().session())
        m_session->notes.add(file.value().session()->notes);
    m_files.push_back(partOf(path, facts, file.value().reading()));
    std::error_code problem;
    const std::uintmax_t bytes = std::filesystem::file_size(path, problem);
    m_bytes += problem ? 0 : bytes;
    addUp(facts);
    return {};
}

Status IndexParts::demandAlike(const std::string& path, const IndexFileFacts& facts) const {
    const bool isAlike =
        !m_hasFacts || (facts.telescope == m_facts.telescope &&
                           facts.telescopeAddresses == m_facts.telescopeAddresses &&
                           facts.captures.filter == m_facts.captures.filter &&
                           facts.captures.entersTunnels == m_facts.captures.entersTunnels);
    if (!isAlike)
        return Error{say("%1 was read with another telescope, filter or tunnels than %2: "
                         "read both alike",
            {{nameOf(path)}, {nameOf(m_files.front().path)}})};
    return {};
}

Status IndexParts::decide() {
    std::vector<Part> parts = m_files;
    if (m_fresh) {
        Status alike = demandAlike({}, m_fresh->facts);
        if (!alike.ok())
            return alike;
        parts.push_back(partOf({}, m_fresh->facts, {}));
    }
    if (parts.empty())
        return Error{say("no index was given")};
    const Part& first = parts.front();
    for (const Part& part : parts) {
        if (part.isAnonymised && parts.size() > 1)
            return Error{about(
                part.path, say("its addresses are anonymised: merge first, and anonymise then"))};
    }
    const bool isOneShard = std::all_of(
        parts.begin(), parts.end(), [&](const Part& part) { return part.shard == first.shard; });
    if (!isOneShard)
        return checkShards(parts);
    const std::size_t given = m_files.size();
    Status left = leaveOutDoubles();
    if (!left.ok())
        return left;
    return m_files.size() == given ? finishSum() : addUpAnew();
}

Result<IndexFile> IndexParts::Part::open() const {
    return IndexFile::openSegments(path, reading);
}

/// Counts of two different files of rules mean nothing together.
void IndexParts::forgetUserRules() {
    m_facts.userRules.reset();
    m_facts.captures.rulesPath.clear();
    for (Part& part : m_files)
        part.reading.forgetUserRules();
    m_notes.push_back(say("what came of rules of one's own was left out, because not all parts "
                          "were read with the same rules"));
}

void IndexParts::addUp(const IndexFileFacts& facts) {
    m_rulesDiffer = m_rulesDiffer || (m_hasFacts && facts.userRules != m_facts.userRules);
    if (m_hasFacts)
        addFacts(m_facts, facts);
    else
        m_facts = facts;
    m_hasFacts = true;
}

/// Where not all files that were opened are parts of the whole.
Status IndexParts::addUpAnew() {
    m_hasFacts = false;
    m_rulesDiffer = false;
    for (const Part& part : m_files) {
        const Result<IndexFile> file = IndexFile::open(part.path);
        if (!file.ok())
            return file.error();
        addUp(file.value().facts());
    }
    return finishSum();
}

Status IndexParts::finishSum() {
    if (m_fresh)
        addUp(m_fresh->facts);
    if (m_files.size() + (m_fresh ? 1 : 0) > 1)
        sortCaptures(m_facts);
    return {};
}

/// The largest parts first, so that a day makes its hours superfluous and not the other way round.
Status IndexParts::leaveOutDoubles() {
    std::vector<std::size_t> order(m_files.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return m_files[a].captures.size() > m_files[b].captures.size();
    });
    std::set<std::string> seen;
    if (m_fresh)
        seen = identitiesOf(m_fresh->facts);
    std::vector<bool> isKept(m_files.size(), true);
    for (const std::size_t i : order) {
        const std::set<std::string>& own = m_files[i].captures;
        const auto known = static_cast<std::size_t>(std::count_if(
            own.begin(), own.end(), [&](const std::string& id) { return seen.contains(id); }));
        if (known > 0 && known < own.size())
            return Error{
                about(m_files[i].path, sayCounted(known,
                                           "%1 of its %2 captures is in the other parts too, and "
                                           "bursts cannot be taken apart "
                                           "again: leave it out, or read the captures anew",
                                           "%1 of its %2 captures are in the other parts too, and "
                                           "bursts cannot be taken apart "
                                           "again: leave it out, or read the captures anew",
                                           {{own.size()}}))};
        isKept[i] = own.empty() || known == 0;
        if (!isKept[i])
            m_notes.push_back(about(
                m_files[i].path, say("left out, because its captures are in the other parts")));
        seen.insert(own.begin(), own.end());
    }
    std::vector<Part> kept;
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        if (isKept[i])
            kept.push_back(std::move(m_files[i]));
    }
    m_files = std::move(kept);
    return {};
}

/// Shards must be all shards of one and the same index.
Status IndexParts::checkShards(const std::vector<Part>& group) {
    const Part& first = group.front();
    std::vector<bool> isThere(first.shard.of);
    std::vector<Part> kept;
    for (const Part& part : group) {
        if (part.path.empty() || part.shard.of != first.shard.of || part.baseGap != first.baseGap ||
            part.captures != first.captures)
            return Error{
                say("%1 (%2) and %3 (%4) are parts of different indexes: give all shards of one "
                    "index, or the same shard of several",
                    {{nameOf(group.front().path)}, {nameOf(first.shard)}, {nameOf(part.path)},
                        {nameOf(part.shard)}})};
        if (isThere[part.shard.number]) {
            m_notes.push_back(about(
                part.path, say("left out, because %1 is there already", {{nameOf(part.shard)}})));
            continue;
        }
        isThere[part.shard.number] = true;
        kept.push_back(part);
    }
    for (unsigned i = 0; i < first.shard.of; ++i) {
        if (!isThere[i])
            return Error{about(group.front().path,
                say("%1 of the same index is missing", {{nameOf(Shard{i, first.shard.of})}}))};
    }
    const bool rulesDiffer = m_rulesDiffer;
    m_files = {kept.front()};
    Status added = addUpAnew(); // each shard has the facts of all
    m_facts.shard = {};
    m_rulesDiffer = rulesDiffer;
    m_files = std::move(kept);
    return added;
}

Result<std::shared_ptr<const SourceOrigins>> IndexParts::readOrigins() const {
    if (!m_facts.isAnonymised)
        return std::shared_ptr<const SourceOrigins>();
    Result<IndexFile> file = IndexFile::open(m_files.front().path);
    if (!file.ok())
        return file.error();
    return file.value().readOrigins();
}

IndexParts IndexParts::filesFrom(std::size_t first, std::size_t count) const {
    IndexParts some;
    some.m_files.assign(m_files.begin() + static_cast<std::ptrdiff_t>(first),
        m_files.begin() + static_cast<std::ptrdiff_t>(first + count));
    some.m_bytes = m_bytes / m_files.size() * count;
    some.m_facts.baseGap = m_facts.baseGap;
    some.m_facts.shard = m_facts.shard;
    some.m_facts.userRules = m_facts.userRules;
    return some;
}

IndexParts IndexParts::inFiles(const std::vector<std::string>& paths) const {
    ColumnReading reading;
    reading.gap = m_facts.baseGap;
    for (const std::string& name : storedRuleNames(m_facts.userRuleCount()))
        reading.rules.push_back(bitOfStoredName(name));
    IndexParts parts = *this;
    parts.m_files.clear();
    for (const std::string& path : paths)
        parts.m_files.push_back({path, m_facts.shard, m_facts.baseGap, false, {}, reading});
    return parts;
}

} // namespace sweepscope
