// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved_index.h"

#include "base/atomic_file.h"
#include "base/passing_folder.h"
#include "base/team.h"
#include "base/version.h"
#include "bursts/probe_tally.h"
#include "capture/capture_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <new>
#include <utility>

namespace sweepscope {

namespace {

using SharedSegment = std::shared_ptr<const IndexSegment>;

/// Makes a segment on the thread of a member.
using SegmentMaker = std::function<Result<SharedSegment>(unsigned member, unsigned number)>;

/// The segments of a shard that a member of a team makes: every so-manieth, ascending.
std::vector<unsigned> shareOf(unsigned member, unsigned members, const Shard& shard) {
    std::vector<unsigned> share;
    unsigned place = 0;
    for (unsigned number = 0; number < kSegments; ++number) {
        if (shard.has(number) && place++ % members == member)
            share.push_back(number);
    }
    return share;
}

/// A segment on its way into a file.
struct Outgoing {
    unsigned number = 0;
    SharedSegment segment;
    PackedColumns packed;
    Status status;
};

/// Each member makes and packs a segment, then all are written; so memory holds one for each.
class SegmentRounds {
public:
    SegmentRounds(unsigned threads, std::size_t userRules, std::stop_token stop)
        : m_team(threadCount(threads))
        , m_userRules(userRules)
        , m_stop(std::move(stop))
        , m_probes(m_team.size()) {}

    Status write(IndexFileWriter& writer, const Shard& shard, const SegmentMaker& make) {
        const std::vector<unsigned> wanted = shareOf(0, 1, shard);
        for (std::size_t at = 0; at < wanted.size(); at += m_team.size()) {
            std::vector<Outgoing> round(std::min<std::size_t>(m_team.size(), wanted.size() - at));
            for (std::size_t i = 0; i < round.size(); ++i)
                round[i].number = wanted[at + i];
            Status status = writeRound(writer, round, make);
            if (!status.ok())
                return status;
        }
        return {};
    }

    ProbeTally& probes() { return m_probes; }

private:
    Status writeRound(
        IndexFileWriter& writer, std::vector<Outgoing>& round, const SegmentMaker& make) {
        m_team.run([&](unsigned member) {
            if (member < round.size())
                prepare(member, round[member], make);
        });
        if (m_stop.stop_requested())
            return Error{say("stopped, and nothing was written")};
        for (const Outgoing& each : round) {
            if (!each.status.ok())
                return each.status;
            Status added = writer.add(each.number, each.packed, *each.segment);
            if (!added.ok())
                return added;
        }
        return {};
    }

    void prepare(unsigned member, Outgoing& outgoing, const SegmentMaker& make) {
        Result<SharedSegment> made = make(member, outgoing.number);
        if (!made.ok()) {
            outgoing.status = made.error();
            return;
        }
        outgoing.segment = std::move(made).value();
        outgoing.packed = packSegment(*outgoing.segment, m_userRules);
        m_probes.add(member, *outgoing.segment);
    }

    Team m_team;
    std::size_t m_userRules;
    std::stop_token m_stop;
    ProbeTally m_probes;
};

/// `path`: for messages; `temporary`: the name to write under.
Status writeFile(const std::string& temporary, const std::string& path, IndexFileFacts facts,
    const SessionFacts* session, const SaveOptions& options, const std::stop_token& stop,
    const SegmentMaker& make, std::uint64_t segmentBytes) {
    try {
        Result<IndexFileWriter> writer =
            IndexFileWriter::create(temporary, path, options.hasTable, segmentBytes);
        if (!writer.ok())
            return writer.error();
        SegmentRounds rounds(options.threads, facts.userRuleCount(), stop);
        Status written = rounds.write(writer.value(), options.shard, make);
        if (!written.ok())
            return written;
        facts.program = fmt::format("{} {}", kProgramName, kProgramVersion);
        facts.shard = options.shard;
        rounds.probes().finish(facts.probeTargets, facts.probeSources);
        return writer.value().finish(facts, session, options.origins, options.report);
    } catch (const std::bad_alloc&) {
        return Error{about(path, say("there is not enough memory to write it"))};
    }
}

Status writeIndexFile(const std::string& path, const IndexFileFacts& facts,
    const SessionFacts* session, const SaveOptions& options, const std::stop_token& stop,
    const SegmentMaker& make, std::uint64_t segmentBytes) {
    return replaceFileAtomically(path, [&](const std::string& temporary) {
        return writeFile(temporary, path, facts, session, options, stop, make, segmentBytes);
    });
}

/// Segments merged out of parts, each member of a team reading its own.
class PartsMaker {
public:
    PartsMaker(const IndexParts& parts, const SaveOptions& options) {
        const unsigned members = threadCount(options.threads);
        for (unsigned member = 0; member < members; ++member)
            m_readers.emplace_back(parts, shareOf(member, members, options.shard), members);
    }

    Result<SharedSegment> operator()(unsigned member, unsigned number) {
        auto segment = m_readers[member].read(number);
        if (!segment.ok())
            return segment.error();
        return SharedSegment(std::move(segment).value());
    }

private:
    std::vector<IndexParts::Reader> m_readers;
};

std::string fileNumbered(const PassingFolder& folder, std::size_t number) {
    return (std::filesystem::path(folder.path()) / std::to_string(number)).string();
}

/// Of many small parts most time would go into opening each again and again, and most memory into
/// what is read ahead of each. Groups of so many are merged first.
constexpr std::size_t kGroupFiles = 128;
constexpr std::uint64_t kSmallFile = 1 << 20;

bool areManyAndSmall(const IndexParts& parts) {
    return parts.fileCount() > 2 * kGroupFiles && parts.bytes() / parts.fileCount() < kSmallFile;
}

/// Merges each group into a file of the folder.
Result<IndexParts> mergeGroups(const PassingFolder& folder, const std::string& path,
    const IndexParts& parts, const SaveOptions& options, const std::stop_token& stop) {
    const SaveOptions without{false, options.shard, options.threads};
    std::vector<std::string> files;
    for (std::size_t first = 0; first < parts.fileCount(); first += kGroupFiles) {
        const std::size_t count = std::min(kGroupFiles, parts.fileCount() - first);
        const IndexParts group = parts.filesFrom(first, count);
        files.push_back(fileNumbered(folder, files.size()));
        PartsMaker maker(group, without);
        const Status written = writeFile(files.back(), path, group.facts(), nullptr, without, stop,
            std::ref(maker), group.bytes());
        if (!written.ok())
            return written.error();
    }
    return parts.inFiles(files);
}

/// Index files directly in the folder, by name; nothing where it holds captures.
std::vector<std::string> indexFilesIn(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        if (isIndexFile(entry->path().string()))
            files.push_back(entry->path().string());
    }
    std::sort(files.begin(), files.end());
    if (!files.empty() && !listCaptures({folder}).files.empty())
        files.clear();
    return files;
}

/// As many origins as sources, segment by segment.
bool fits(const SourceOrigins& origins, const BurstIndex& index) {
    for (std::size_t i = 0; i < kSegments; ++i) {
        if (origins.segments.size() != kSegments ||
            origins.segments[i].countries.size() != index.segments[i].sources.size())
            return false;
    }
    return true;
}

Status takeOrigins(const IndexParts& parts, SavedIndex& saved) {
    auto origins = parts.readOrigins();
    if (!origins.ok())
        return origins.error();
    saved.origins = std::move(origins).value();
    if (saved.origins == nullptr)
        return {};
    if (!fits(*saved.origins, *saved.captures.index))
        return Error{say("damaged: its origins do not fit its sources")};
    saved.notes.push_back(
        say("the addresses are anonymised; countries and networks are those of the real ones"));
    return {};
}

} // namespace

Material materialOf(const SavedIndex& saved, const GeoDatabases& databases,
    const KnownScanners& known, unsigned threads) {
    const bool isAnonymised = saved.origins != nullptr;
    Material material = makeMaterial(saved.captures, databases, saved.facts.telescope,
        isAnonymised ? KnownScanners() : known, threads);
    if (saved.origins != nullptr)
        material.origins = saved.origins;
    return material;
}

std::optional<std::vector<std::string>> indexFilesAmong(const std::vector<std::string>& paths) {
    std::vector<std::string> all;
    for (const std::string& path : paths) {
        std::error_code problem;
        std::vector<std::string> files;
        if (path != "-" && std::filesystem::is_directory(path, problem))
            files = indexFilesIn(path);
        else if (isIndexFile(path))
            files.push_back(path);
        if (files.empty())
            return std::nullopt;
        all.insert(all.end(), files.begin(), files.end());
    }
    return all.empty() ? std::nullopt : std::optional(std::move(all));
}

Result<SavedIndex> loadIndex(const std::vector<std::string>& files, unsigned threads) {
    try {
        const Result<IndexParts> opened = IndexParts::open(files);
        if (!opened.ok())
            return opened.error();
        const IndexParts& parts = opened.value();
        auto index = std::make_shared<BurstIndex>();
        Team team(threadCount(threads));
        ProbeTally probes(team.size());
        std::vector<Status> statuses(team.size());
        team.run([&](unsigned member) {
            const std::vector<unsigned> numbers = shareOf(member, team.size(), Shard());
            IndexParts::Reader reader(parts, numbers, team.size());
            for (const unsigned i : numbers) {
                auto segment = reader.read(i);
                if (!segment.ok()) {
                    statuses[member] = segment.error();
                    break;
                }
                if (!parts.isOneFile())
                    probes.add(member, *segment.value());
                index->segments[i] = std::move(*segment.value());
            }
        });
        for (const Status& status : statuses) {
            if (!status.ok())
                return status.error();
        }
        SavedIndex saved;
        saved.facts = parts.facts();
        if (!parts.isOneFile())
            probes.finish(saved.facts.probeTargets, saved.facts.probeSources);
        index->baseGap = saved.facts.baseGap;
        if (saved.facts.userRules)
            index->userRules = std::make_shared<const UserRules>(*saved.facts.userRules);
        index->counts = saved.facts.counts;
        index->activity = saved.facts.activity;
        index->probeTargets = saved.facts.probeTargets;
        index->probeSources = saved.facts.probeSources;
        saved.captures = {std::move(index), saved.facts.captures};
        saved.session = parts.session();
        saved.notes = parts.notes();
        const Status origins = takeOrigins(parts, saved);
        if (!origins.ok())
            return origins.error();
        return saved;
    } catch (const std::bad_alloc&) {
        return Error{about(files.front(), say("there is not enough memory for it"))};
    }
}

Status saveIndex(const std::string& path, const BurstIndex& index, const IndexFileFacts& facts,
    const SessionFacts* session, const SaveOptions& options, const std::stop_token& stop) {
    return writeIndexFile(
        path, facts, session, options, stop,
        [&](unsigned, unsigned number) -> Result<SharedSegment> {
            return SharedSegment(SharedSegment(), &index.segments[number]); // not owned
        },
        segmentBytesOf(index));
}

Status mergeParts(const std::string& path, const IndexParts& parts, const SaveOptions& options,
    const std::stop_token& stop) {
    SaveOptions all = options;
    if (options.shard == Shard{})
        all.shard = parts.facts().shard;
    else if (parts.facts().shard != Shard{} && parts.facts().shard != options.shard)
        return Error{about(path, say("the parts are a shard of another division already"))};
    const SessionFacts* const session = parts.session() ? &*parts.session() : nullptr;
    const auto write = [&](const IndexParts& whole) {
        PartsMaker maker(whole, all);
        return writeIndexFile(
            path, whole.facts(), session, all, stop, std::ref(maker), parts.bytes());
    };
    if (!areManyAndSmall(parts))
        return write(parts);
    const PassingFolder folder(path);
    Status made = folder.make();
    if (!made.ok())
        return made;
    const Result<IndexParts> grouped = mergeGroups(folder, path, parts, all, stop);
    if (!grouped.ok())
        return grouped.error();
    return write(grouped.value());
}

} // namespace sweepscope
