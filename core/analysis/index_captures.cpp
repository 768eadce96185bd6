// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_captures.h"

#include "analysis/memory_ceiling.h"
#include "analysis/packet_router.h"
#include "base/free_memory.h"
#include "base/team.h"
#include "bursts/burst_builder.h"
#include "bursts/probe_tally.h"
#include "capture/capture_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <new>
#include <utility>

namespace sweepscope {

namespace {

/// Batches that all threads together read before all of them turn to building.
///
/// The more there are, the more packets meet a segment whose bursts were just brought into the
/// cache; but the packets, too, have to stay in a cache until then. So rounds grow with the index:
/// one batch (256 KB of the file, 200 KB of packets) for each piece of so many bytes
/// (benchmarks/NOTES.md). Small captures need little memory, and the first picture comes soon. With
/// few batches for each thread the threads wait for one another at the end of each round.
constexpr std::size_t kLeastBatchesPerThread = 16;
constexpr std::size_t kMostBatches = 128;
constexpr std::size_t kIndexBytesPerBatch = std::size_t{1} << 20;
/// Nor is a round to take long where reading is slow: Stop and pictures wait for its end.
constexpr std::int64_t kMostOfRound = 50'000'000;

std::uint64_t sizeOfFile(const std::string& path) {
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(path, problem);
    return problem ? 0 : size;
}

/// Reads files one after another, each with all threads: in a round every thread takes some batches
/// apart, then, when their places are confirmed, every thread builds some segments of the index.
class Indexer {
public:
    Indexer(const ReadOptions& options, Progress& progress, std::stop_token stop)
        : m_team(threadCount(options.threads))
        , m_decoder({options.telescope, options.entersTunnels})
        , m_filter(options.filter)
        , m_userRules(options.userRules)
        , m_baseGap(options.baseGap)
        , m_ceiling(options.memoryCeiling)
        , m_progress(progress)
        , m_stop(std::move(stop))
        , m_scratch(m_team.size()) {
        const auto pages = std::make_shared<LargePages>();
        for (BurstBuilder& builder : m_builders)
            builder = BurstBuilder(options.baseGap, pages);
    }

    /// `showSoFar(report)` is called between rounds.
    template <typename ShowSoFar>
    FileReport read(const std::string& path, ShowSoFar showSoFar) {
        FileReport report;
        report.path = path;
        auto opened = openCapture(path, m_stop);
        if (!opened.ok()) {
            report.skip(opened.error());
            return report;
        }
        FrameSource& source = *opened.value();
        const std::uint64_t bytesBefore = m_progress.bytesDone;
        while (readRound(source, report)) {
            report.bytes = source.bytesTaken();
            m_progress.bytesDone = bytesBefore + report.bytes;
            showSoFar(report);
        }
        report.bytes = source.bytesTaken();
        m_progress.bytesDone = bytesBefore + report.bytes;
        report.format = source.format().name;
        report.link = toText(source.format().link);
        report.snapLength = source.format().snapLength;
        return report;
    }

    /// The index of what was read until now.
    std::shared_ptr<const BurstIndex> soFar() {
        return assemble([](const BurstBuilder& builder) { return builder.soFar(); });
    }

    /// The index; nothing is left here.
    std::shared_ptr<const BurstIndex> finish() {
        m_batches.clear(); // room for the copies that finishing makes
        auto index = assemble([](BurstBuilder& builder) { return builder.finish(); });
        giveBackFreeMemory();
        return index;
    }

    [[nodiscard]] std::size_t indexBytes() const { return MemoryCeiling::bytesOf(m_builders); }

    [[nodiscard]] bool allowsCopy() const { return m_ceiling.allowsCopy(indexBytes()); }

    [[nodiscard]] std::uint64_t memoryOverrun() const { return m_ceiling.overrun(); }

private:
    struct Scratch {
        FrameBatch frames;
        DecodedFrames decoded;
        std::vector<BurstBuilder::Run> runs;
    };

    /// What a round has read.
    struct Round {
        std::size_t batches = 0;
        bool isLast = false; ///< the file has ended
    };

    /// False when the file has ended, is cut, or the reading was stopped.
    bool readRound(FrameSource& source, FileReport& report) {
        if (m_stop.stop_requested())
            return false;
        const Round round = takeApart(source);
        const std::size_t good = confirm(source, round.batches, report);
        build(good);
        m_ceiling.keep(m_builders, m_counts.range, m_baseGap, m_team);
        return !round.isLast && good == round.batches && !report.isTruncated;
    }

    /// Each thread fills one batch after another until the round has enough or has taken long
    /// enough, or the file ends. They come in order of their places.
    Round takeApart(FrameSource& source) {
        std::atomic<std::size_t> begun{0};
        std::atomic<std::size_t> filled{0};
        std::atomic<bool> isLast{false};
        const std::size_t most = batchesOfRound();
        growBatches(most);
        const std::int64_t end = steadyNow() + kMostOfRound;
        m_team.run([&](unsigned member) {
            Scratch& scratch = m_scratch[member];
            for (bool isFirst = true; begun++ < most && (isFirst || steadyNow() <= end);
                 isFirst = false) {
                if (!source.next(scratch.frames)) {
                    isLast = true;
                    return;
                }
                route(scratch, *m_batches[filled++]);
            }
        });
        std::sort(m_batches.begin(), m_batches.begin() + static_cast<std::ptrdiff_t>(filled),
            [](const auto& a, const auto& b) { return a->place.sequence < b->place.sequence; });
        return {filled, isLast};
    }

    [[nodiscard]] std::size_t batchesOfRound() const {
        const std::size_t wanted = indexBytes() / kIndexBytesPerBatch;
        return std::max(
            std::min(wanted, kMostBatches), kLeastBatchesPerThread * std::size_t{m_team.size()});
    }

    void growBatches(std::size_t count) {
        while (m_batches.size() < count)
            m_batches.push_back(std::make_unique<RoutedBatch>());
    }

    void route(Scratch& scratch, RoutedBatch& batch) {
        routeBatch(scratch.frames,
            {m_decoder, m_filter.get(), m_activity.shift(), m_userRules.get()}, scratch.decoded,
            batch);
    }

    /// Holds each batch against the end of the one before; gives how many batches count.
    std::size_t confirm(FrameSource& source, std::size_t count, FileReport& report) {
        for (std::size_t i = 0; i < count; ++i) {
            RoutedBatch& batch = *m_batches[i];
            if (!source.confirm(batch.place)) {
                Scratch& scratch = m_scratch[0];
                scratch.frames.place = batch.place;
                source.reread(scratch.frames);
                route(scratch, batch);
            }
            addCounts(batch, report);
            if (batch.cut) {
                noteCut(*batch.cut, report);
                return i + 1;
            }
        }
        return count;
    }

    /// Where the reading is stopped, a pipe ends in the middle, which says nothing about it.
    void noteCut(const Cut& cut, FileReport& report) const {
        if (!m_stop.stop_requested())
            report.endAt(cut);
    }

    void addCounts(const RoutedBatch& batch, FileReport& report) {
        m_counts.add(batch.counts);
        m_activity.add(batch.activityShift, batch.activity);
        report.frames += batch.counts.frames;
        report.time.include(batch.counts.range);
        report.order.append(batch.order);
        m_progress.frames += batch.counts.frames;
    }

    /// The index of the segments that `take` gives for the builders.
    template <typename Take>
    std::shared_ptr<const BurstIndex> assemble(Take take) {
        auto index = std::make_shared<BurstIndex>();
        index->baseGap = m_baseGap;
        index->userRules = m_userRules;
        index->counts = m_counts;
        index->activity = m_activity;
        ProbeTally probes(m_team.size());
        forAll(&m_team, kSegments, [&](unsigned member, std::size_t i) {
            index->segments[i] = take(m_builders[i]);
            probes.add(member, index->segments[i]);
        });
        probes.finish(*index);
        return index;
    }

    void build(std::size_t count) {
        std::vector<const RoutedBatch*> with6; // in most rounds of most telescopes none
        for (std::size_t i = 0; i < count; ++i) {
            if (!m_batches[i]->packets6.isEmpty())
                with6.push_back(m_batches[i].get());
        }
        forAll(&m_team, kSegments, [&](unsigned member, std::size_t number) {
            const auto segment = static_cast<unsigned>(number);
            std::vector<BurstBuilder::Run>& runs = m_scratch[member].runs;
            runs.clear();
            for (std::size_t i = 0; i < count; ++i)
                runs.push_back(m_batches[i]->packets.of(segment));
            m_builders[segment].add(runs);
            for (const RoutedBatch* const batch : with6)
                m_builders[segment].add(batch->packets6.of(segment));
        });
    }

    Team m_team;
    Decoder m_decoder;
    std::shared_ptr<const FrameFilter> m_filter;
    std::shared_ptr<const UserRules> m_userRules;
    Duration m_baseGap;
    MemoryCeiling m_ceiling;
    Progress& m_progress;
    std::stop_token m_stop;
    std::vector<Scratch> m_scratch;
    std::vector<std::unique_ptr<RoutedBatch>> m_batches;
    std::array<BurstBuilder, kSegments> m_builders;
    DecodeCounts m_counts;
    Activity m_activity;
};

void sortByTime(std::vector<FileReport>& files) {
    std::stable_sort(files.begin(), files.end(), [](const FileReport& a, const FileReport& b) {
        return std::pair(a.time.first, a.path) < std::pair(b.time.first, b.path);
    });
}

/// One reading of all files.
class Reading {
public:
    Reading(const ReadOptions& options, Progress& progress, const std::stop_token& stop,
        const LiveReading* live)
        : m_indexer(options, progress, stop)
        , m_progress(progress)
        , m_stop(stop)
        , m_live(live) {
        m_report.filter = options.filter == nullptr ? std::string() : options.filter->expression();
        m_report.entersTunnels = options.entersTunnels;
        m_report.rulesPath = options.userRules == nullptr ? std::string() : options.rulesPath;
    }

    IndexedCaptures readAll(const std::vector<std::string>& paths) {
        for (const std::string& path : paths) {
            if (m_stop.stop_requested())
                break;
            m_report.files.push_back(
                m_indexer.read(path, [this](const FileReport& file) { showSoFar(file); }));
            ++m_progress.filesDone;
        }
        m_report.isStopped = m_stop.stop_requested();
        m_report.memoryOverrun = m_indexer.memoryOverrun();
        sortByTime(m_report.files);
        return {m_indexer.finish(), std::move(m_report)};
    }

private:
    /// `file`: the one that is being read.
    void showSoFar(const FileReport& file) {
        const std::int64_t begin = steadyNow();
        const std::size_t size = m_indexer.indexBytes();
        if (m_live == nullptr || !m_live->pace->isDue(begin, size) || !m_indexer.allowsCopy())
            return;
        m_live->pace->begin(begin, size);
        CaptureReport report = m_report;
        report.files.push_back(file);
        sortByTime(report.files);
        m_live->show({m_indexer.soFar(), std::move(report)});
        m_live->pace->spent(steadyNow() - begin);
    }

    Indexer m_indexer;
    Progress& m_progress;
    std::stop_token m_stop;
    const LiveReading* m_live;
    CaptureReport m_report;
};

Sentence nothingIn(const std::vector<std::string>& paths) {
    return paths.empty() ? say("no capture was given")
                         : about(paths.front(), say("no file in it begins as a capture"));
}

} // namespace

unsigned threadCount(unsigned wanted) {
    return wanted != 0 ? wanted : std::max(std::thread::hardware_concurrency(), 1U);
}

Result<IndexedCaptures> indexCaptures(const std::vector<std::string>& paths,
    const ReadOptions& options, Progress& progress, const std::stop_token& stop,
    const LiveReading* live) {
    try {
        CaptureList captures = listCaptures(paths);
        progress.filesTotal = static_cast<std::uint32_t>(captures.files.size());
        for (const std::string& path : captures.files)
            progress.bytesTotal += path == "-" ? 0 : sizeOfFile(path);
        IndexedCaptures result = Reading(options, progress, stop, live)
                                     .readAll(inOrderOfTime(std::move(captures.files)));
        result.report.ignoredFiles = captures.ignored;
        const auto& files = result.report.files;
        const bool isNothing =
            !result.report.isStopped && std::all_of(files.begin(), files.end(),
                                            [](const FileReport& file) { return file.isSkipped; });
        if (isNothing)
            return Error{files.empty() ? nothingIn(paths) : files.front().noteWithPath()};
        return result;
    } catch (const std::bad_alloc&) {
        return Error{say("there is not enough memory for the index of these captures")};
    }
}

} // namespace sweepscope
