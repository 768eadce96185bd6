// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extract_packets.h"

#include "capture/capture_list.h"
#include "extract/capture_writer.h"
#include "packets/decoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace sweepscope {

namespace {

std::uint64_t sizeOf(const std::string& path) {
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(path, problem);
    return problem ? 0 : size;
}

/// The index's report on a file, where its size is still the same.
const FileReport* reportOn(const std::string& path, const std::vector<FileReport>& files) {
    const auto found = std::find_if(
        files.begin(), files.end(), [&](const FileReport& file) { return file.path == path; });
    const bool isSame = found != files.end() && !found->isSkipped && !found->isTruncated &&
                        path != "-" && found->bytes == sizeOf(path);
    return isSame ? &*found : nullptr;
}

/// One pass over all captures into one file of one style.
class Extractor {
public:
    Extractor(const ExtractOptions& options, Progress& progress, std::stop_token stop)
        : m_options(options)
        , m_decoder({options.telescope, options.entersTunnels})
        , m_progress(progress)
        , m_stop(std::move(stop)) {}

    /// False where the style cannot hold a packet.
    bool extract(const std::vector<std::string>& paths, CaptureWriter& writer) {
        for (const std::string& path : paths) {
            if (m_stop.stop_requested())
                break;
            if (!extractFrom(path, writer))
                return false;
            ++m_progress.filesDone;
        }
        writer.finish();
        m_report.isStopped = m_stop.stop_requested();
        return true;
    }

    [[nodiscard]] const ExtractReport& report() const { return m_report; }

private:
    bool extractFrom(const std::string& path, CaptureWriter& writer) {
        const FileReport* const known =
            m_options.known ? reportOn(path, m_options.known->files) : nullptr;
        m_times = known != nullptr ? &m_options.known->times : nullptr;
        if (known != nullptr && !isAnyWithin(known->time)) {
            ++m_report.skippedFiles;
            return true;
        }
        m_endsEarly = known != nullptr && known->order.backwards == 0;
        FileReport& file = m_report.files.emplace_back();
        file.path = path;
        auto source = openCapture(path, m_stop);
        if (!source.ok()) {
            file.skip(source.error());
            return true;
        }
        return copy(*source.value(), file, writer);
    }

    bool copy(FrameSource& source, FileReport& file, CaptureWriter& writer) {
        FrameBatch batch;
        const std::uint64_t before = m_progress.bytesDone;
        while (!m_stop.stop_requested() && source.next(batch)) {
            if (!source.confirm(batch.place))
                source.reread(batch);
            if (m_endsEarly && isBehindAll(batch))
                break;
            if (batch.cut)
                file.endAt(*batch.cut);
            m_progress.frames += batch.frames.size();
            m_progress.bytesDone = before + source.bytesTaken();
            if (m_options.filter != nullptr)
                m_options.filter->apply(batch);
            for (const Frame& frame : batch.frames) {
                if (isChosen(frame) && !write(frame, writer))
                    return false;
            }
            if (file.isTruncated)
                break;
        }
        return true;
    }

    bool write(const Frame& frame, CaptureWriter& writer) {
        ++m_report.frames;
        return writer.add(frame);
    }

    [[nodiscard]] bool isAnyWithin(const TimeRange& range) const {
        return std::any_of(m_times->begin(), m_times->end(), [&](const TimeRange& time) {
            return time.first <= range.last && range.first <= time.last;
        });
    }

    /// Nothing of the file's rest can match: it is in order, and this is later than all.
    [[nodiscard]] bool isBehindAll(const FrameBatch& batch) const {
        return !batch.frames.empty() &&
               (m_times->empty() || batch.frames.front().time > m_times->back().last);
    }

    [[nodiscard]] bool canMatch(Timestamp moment) const {
        if (m_times == nullptr)
            return true;
        const auto after = std::upper_bound(m_times->begin(), m_times->end(), moment,
            [](Timestamp time, const TimeRange& range) { return time < range.first; });
        return after != m_times->begin() && std::prev(after)->contains(moment);
    }

    bool isChosen(const Frame& frame) {
        if (m_options.choice.takesAll())
            return true;
        if (!canMatch(frame.time))
            return false;
        m_decoder.decode({&frame, 1}, 0, m_decoded);
        for (const Packet& packet : m_decoded.packets) {
            if (m_options.choice.takes(Address(Ipv4{packet.source}), packet))
                return true;
        }
        return std::any_of(
            m_decoded.packets6.begin(), m_decoded.packets6.end(), [&](const Packet6& packet) {
                return m_options.choice.takes(Address(packet.source), packet.packet);
            });
    }

    const ExtractOptions& m_options;
    Decoder m_decoder;
    DecodedFrames m_decoded;
    Progress& m_progress;
    std::stop_token m_stop;
    ExtractReport m_report;
    const std::vector<TimeRange>* m_times = nullptr; ///< of the present file; null: not known
    bool m_endsEarly = false;
};

/// Classic files keep the precision of what they are made of.
CaptureStyle styleFor(const std::vector<std::string>& paths, const std::string& output) {
    if (output.ends_with(".pcapng"))
        return CaptureStyle::pcapng;
    for (const std::string& path : paths) {
        if (path == "-")
            return CaptureStyle::nanoseconds;
        const auto source = openCapture(path);
        const std::string name = source.ok() ? source.value()->format().name : std::string();
        const bool isCoarse =
            name.empty() || (name.starts_with("pcap") && !name.starts_with("pcapng") &&
                                name.find("nanoseconds") == std::string::npos);
        if (!isCoarse)
            return CaptureStyle::nanoseconds;
    }
    return CaptureStyle::microseconds;
}

/// Nothing where the style cannot hold all packets.
Result<std::optional<ExtractReport>> extractAs(CaptureStyle style,
    const std::vector<std::string>& paths, const std::string& output, const ExtractOptions& options,
    Progress& progress, const std::stop_token& stop) {
    bool fits = true;
    Extractor extractor(options, progress, stop);
    const Status written = writeCheckedFile(output, [&](const TextSink& sink) -> Status {
        CaptureWriter writer(style, sink);
        fits = extractor.extract(paths, writer);
        // An error keeps the new file from taking the place of the old one.
        if (!fits || stop.stop_requested())
            return Error{say("stopped")};
        if (extractor.report().isNothing())
            return Error{extractor.report().files.front().noteWithPath()};
        return {};
    });
    if (!fits)
        return std::optional<ExtractReport>();
    ExtractReport report = extractor.report();
    report.isPcapng = style == CaptureStyle::pcapng;
    if (!written.ok() && !report.isStopped)
        return written.error();
    return std::optional(std::move(report));
}

} // namespace

KnownTimes KnownTimes::of(
    const BurstIndex& index, const CaptureReport& captures, const PacketChoice& choice) {
    return {timesOf(index, choice), captures.files};
}

bool ExtractReport::isNothing() const {
    return !files.empty() && skippedFiles == 0 &&
           std::all_of(
               files.begin(), files.end(), [](const FileReport& file) { return file.isSkipped; });
}

bool ExtractReport::isComplete() const {
    return !isStopped && std::none_of(files.begin(), files.end(), [](const FileReport& file) {
        return file.isTruncated || file.isSkipped;
    });
}

Result<ExtractReport> extractPackets(const std::vector<std::string>& given,
    const std::string& output, const ExtractOptions& options, Progress& progress,
    const std::stop_token& stop) {
    const std::vector<std::string> paths = inOrderOfTime(listCaptures(given).files);
    if (paths.empty())
        return Error{say("no capture was given")};
    progress.filesTotal = static_cast<std::uint32_t>(paths.size());
    for (const std::string& path : paths)
        progress.bytesTotal += path == "-" ? 0 : sizeOf(path);
    const CaptureStyle style = styleFor(paths, output);
    auto first = extractAs(style, paths, output, options, progress, stop);
    if (!first.ok())
        return first.error();
    if (!first.value()) {
        if (std::find(paths.begin(), paths.end(), "-") != paths.end())
            return Error{
                about(output, say("one classic capture cannot hold these packets: give it a "
                                  "name that ends in .pcapng"))};
        progress.bytesDone = 0;
        first = extractAs(CaptureStyle::pcapng, paths, output, options, progress, stop);
        if (!first.ok())
            return first.error();
    }
    return *first.value();
}

} // namespace sweepscope
