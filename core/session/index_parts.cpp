// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/index_parts.h"

#include "base/count_text.h"
#include "base/version.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace sweepscope {

namespace {

/// Of one reader. A program may often have no more than 1024 open files, and there is a reader a
/// thread.
constexpr std::size_t kMostOpenFiles = 24;

/// Bytes that all readers together may read ahead, unless that is less than a few segments: these
/// take less than the merged one does.
constexpr std::uint64_t kMostAhead = 16U << 20;
constexpr std::size_t kLeastAhead = 4;

/// What tells one capture from another: its bytes, or where they are not known all else.
std::string identityOf(const FileReport& file, const std::string& hash) {
    if (!hash.empty())
        return hash;
    return fmt::format("{}|{}|{}|{}|{}", file.path, file.bytes, file.frames,
        file.time.first.nanoseconds, file.time.last.nanoseconds);
}

/// Of the captures that gave something.
std::set<std::string> identitiesOf(const IndexFacts& facts) {
    std::set<std::string> identities;
    for (std::size_t i = 0; i < facts.captures.files.size(); ++i) {
        if (!facts.captures.files[i].isSkipped)
            identities.insert(identityOf(facts.captures.files[i], facts.hashes[i]));
    }
    return identities;
}

/// In the order in which a single reading would have had them.
void sortCaptures(IndexFacts& facts) {
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
void addFacts(IndexFacts& into, const IndexFacts& facts) {
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

std::string nameOf(const std::string& path) {
    return path.empty() ? "the new captures" : path;
}

std::string textOf(const Shard& shard) {
    return shard.of == 1 ? "whole" : fmt::format("shard {}/{}", shard.number + 1, shard.of);
}

} // namespace

IndexFacts factsOf(const BurstIndex& index, const CaptureReport& report, const PrefixSet& telescope,
    std::optional<double> telescopeAddresses, std::vector<std::string> hashes) {
    // Every field of an index is stored, but for what came of a user's rules: their file may be
    // another when the index is read. This no longer compiles where one is added.
    const auto& [baseGap, segments, counts, activity, userRules, probeTargets, probeSources] =
        index;
    (void)segments;
    (void)userRules;
    hashes.resize(report.files.size());
    return {fmt::format("{} {}", kProgramName, kProgramVersion), baseGap, telescope,
        telescopeAddresses, report, std::move(hashes), counts, activity, probeTargets, probeSources,
        {}, false};
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
    return parts;
}

Status IndexParts::addFile(const std::string& path) {
    Result<IndexFile> file = IndexFile::open(path);
    if (!file.ok())
        return file.error();
    if (!m_session)
        m_session = file.value().session();
    else if (file.value().session())
        m_session->notes.add(file.value().session()->notes);
    m_files.push_back({path, file.value().facts(), file.value().reading()});
    m_files.back().facts.activity = {};
    m_files.back().facts.counts = {};
    std::error_code problem;
    const std::uintmax_t bytes = std::filesystem::file_size(path, problem);
    m_bytes += problem ? 0 : bytes;
    return {};
}

Status IndexParts::decide() {
    std::vector<Part> parts = m_files;
    if (m_fresh)
        parts.push_back({std::string(), m_fresh->facts, {}});
    if (parts.empty())
        return Error{"no index was given"};
    const Part& first = parts.front();
    for (const Part& part : parts) {
        if (part.facts.isAnonymised && parts.size() > 1)
            return Error{fmt::format(
                "{}: its addresses are anonymised: merge first, and anonymise then", part.path)};
        const bool isAlike =
            part.facts.telescope == first.facts.telescope &&
            part.facts.telescopeAddresses == first.facts.telescopeAddresses &&
            part.facts.captures.filter == first.facts.captures.filter &&
            part.facts.captures.entersTunnels == first.facts.captures.entersTunnels;
        if (!isAlike)
            return Error{fmt::format("{} was read with another telescope, filter or tunnels than "
                                     "{}: read both alike",
                nameOf(part.path), nameOf(first.path))};
    }
    const bool isOneShard = std::all_of(parts.begin(), parts.end(),
        [&](const Part& part) { return part.facts.shard == first.facts.shard; });
    if (!isOneShard)
        return checkShards(parts);
    const Status left = leaveOutDoubles();
    if (!left.ok())
        return left;
    return addUp();
}

Result<IndexFile> IndexParts::Part::open() const {
    return IndexFile::openSegments(path, reading);
}

/// Counts are read one after another, so that memory never holds those of all parts.
Status IndexParts::addUp() {
    bool isFirst = true;
    const auto add = [&](const IndexFacts& facts) {
        if (isFirst)
            m_facts = facts;
        else
            addFacts(m_facts, facts);
        isFirst = false;
    };
    for (const Part& part : m_files) {
        const Result<IndexFile> file = IndexFile::open(part.path);
        if (!file.ok())
            return file.error();
        add(file.value().facts());
    }
    if (m_fresh)
        add(m_fresh->facts);
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
        return m_files[a].facts.captures.files.size() > m_files[b].facts.captures.files.size();
    });
    std::set<std::string> seen;
    if (m_fresh)
        seen = identitiesOf(m_fresh->facts);
    std::vector<bool> isKept(m_files.size(), true);
    for (const std::size_t i : order) {
        const std::set<std::string> own = identitiesOf(m_files[i].facts);
        const auto known = static_cast<std::size_t>(std::count_if(
            own.begin(), own.end(), [&](const std::string& id) { return seen.count(id) > 0; }));
        if (known > 0 && known < own.size())
            return Error{fmt::format("{}: {} of its {} {} in the other parts too, and "
                                     "bursts cannot be taken apart again: leave it out, or read "
                                     "the captures anew",
                m_files[i].path, known, counted(own.size(), "capture"),
                agreeing(known, "is", "are"))};
        isKept[i] = own.empty() || known == 0;
        if (!isKept[i])
            m_notes.push_back(fmt::format(
                "{}: left out, because its captures are in the other parts", m_files[i].path));
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
    const IndexFacts& first = group.front().facts;
    std::vector<bool> isThere(first.shard.of);
    std::vector<Part> kept;
    for (const Part& part : group) {
        if (part.path.empty() || part.facts.shard.of != first.shard.of ||
            part.facts.baseGap != first.baseGap || identitiesOf(part.facts) != identitiesOf(first))
            return Error{fmt::format(
                "{} ({}) and {} ({}) are parts of different indexes: give all shards of one "
                "index, or the same shard of several",
                nameOf(group.front().path), textOf(first.shard), nameOf(part.path),
                textOf(part.facts.shard))};
        if (isThere[part.facts.shard.number]) {
            m_notes.push_back(fmt::format(
                "{}: left out, because {} is there already", part.path, textOf(part.facts.shard)));
            continue;
        }
        isThere[part.facts.shard.number] = true;
        kept.push_back(part);
    }
    for (unsigned i = 0; i < first.shard.of; ++i) {
        if (!isThere[i])
            return Error{fmt::format("{}: {} of the same index is missing", group.front().path,
                textOf({i, first.shard.of}))};
    }
    m_files = {kept.front()};
    const Status added = addUp(); // each shard has the facts of all
    m_facts.shard = {};
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

IndexParts::Reader::Reader(
    const IndexParts& parts, std::vector<unsigned> numbers, std::size_t readers)
    : m_parts(parts)
    , m_numbers(std::move(numbers)) {
    if (parts.m_files.size() <= kMostOpenFiles) {
        m_open.resize(parts.m_files.size());
        return;
    }
    const std::uint64_t segment = parts.m_bytes / kSegments + 1;
    m_atOnce = std::max<std::size_t>(kMostAhead / readers / segment, kLeastAhead);
    m_ahead.resize(parts.m_files.size());
}

Result<IndexSegment> IndexParts::Reader::readFrom(std::size_t part, unsigned number) {
    if (m_open.empty())
        return readAhead(part, number);
    std::optional<IndexFile>& file = m_open[part];
    if (!file) {
        Result<IndexFile> opened = m_parts.m_files[part].open();
        if (!opened.ok())
            return opened.error();
        file.emplace(std::move(opened).value());
    }
    return file->readSegment(number);
}

Result<IndexSegment> IndexParts::Reader::readAhead(std::size_t part, unsigned number) {
    const Part& from = m_parts.m_files[part];
    std::deque<Ahead>& ahead = m_ahead[part];
    while (!ahead.empty() && ahead.front().number != number)
        ahead.pop_front();
    if (ahead.empty()) {
        Result<IndexFile> file = from.open();
        if (!file.ok())
            return file.error();
        auto next = std::find(m_numbers.begin(), m_numbers.end(), number);
        for (; next != m_numbers.end() && ahead.size() < m_atOnce; ++next) {
            if (!from.facts.shard.has(*next))
                continue;
            Result<PackedColumns> packed = file.value().readPacked(*next);
            if (!packed.ok())
                return packed.error();
            ahead.push_back({*next, std::move(packed).value()});
        }
    }
    assert(!ahead.empty()); // it is asked for what it was made for
    Result<IndexSegment> segment =
        IndexFile::unpack(from.path, from.reading, number, ahead.front().packed);
    ahead.pop_front();
    return segment;
}

/// Parts are joined like the carries of a binary counter, so that each burst is moved only as often
/// as the number of parts can be halved.
Result<std::shared_ptr<IndexSegment>> IndexParts::Reader::read(unsigned number) {
    struct Heap {
        IndexSegment segment;
        std::size_t parts;
    };

    const Duration gap = m_parts.m_facts.baseGap;
    std::vector<Heap> heaps;
    const auto joinLast = [&] {
        Heap last = std::move(heaps.back());
        heaps.pop_back();
        heaps.back().segment = mergeSegments(std::move(heaps.back().segment), last.segment, gap);
        heaps.back().parts += last.parts;
    };
    for (std::size_t part = 0; part < m_parts.m_files.size(); ++part) {
        if (!m_parts.m_files[part].facts.shard.has(number))
            continue;
        Result<IndexSegment> segment = readFrom(part, number);
        if (!segment.ok())
            return segment.error();
        heaps.push_back({std::move(segment).value(), 1});
        if (m_parts.m_files[part].facts.baseGap < gap) // what its own gap kept apart may join now
            heaps.back().segment = mergeSegments(std::move(heaps.back().segment), {}, gap);
        while (heaps.size() > 1 && heaps[heaps.size() - 2].parts <= heaps.back().parts)
            joinLast();
    }
    if (heaps.empty())
        heaps.push_back({IndexSegment(), 0});
    while (heaps.size() > 1)
        joinLast();
    IndexSegment merged = std::move(heaps.front().segment);
    if (m_parts.m_fresh)
        merged = mergeSegments(std::move(merged), m_parts.m_fresh->index->segments[number], gap);
    return std::make_shared<IndexSegment>(std::move(merged));
}

} // namespace sweepscope
