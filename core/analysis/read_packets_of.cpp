// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/read_packets_of.h"

#include "capture/frame_filter.h"
#include "packets/decoder.h"
#include "packets/wire.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace sweepscope {

namespace {

void readTransport(const Packet& packet, PacketRecord& record) {
    if (packet.protocol != ip_protocol::kTcp || packet.transport == nullptr ||
        packet.transportBytes < TcpHeader::kLeastBytes)
        return;
    const TcpHeader tcp{packet.transport};
    record.sequence = tcp.sequence();
    record.flags = tcp.flags();
    if (packet.transportBytes >= TcpHeader::kWindowBytes)
        record.window = tcp.window();
}

PacketRecord recordOf(const Packet& packet, const Address& source, const Address& target) {
    PacketRecord record;
    record.time = packet.time;
    record.source = source;
    record.target = target;
    record.kind = packet.kind;
    record.sourcePort = packet.sourcePort;
    record.targetPort = packet.targetPort;
    record.ipId = packet.ipId;
    record.ttl = packet.ttl;
    record.ipLength = packet.ipLength;
    readTransport(packet, record);
    return record;
}

class Finder {
public:
    Finder(DecoderOptions options, std::shared_ptr<const FrameFilter> filter,
        const WantedPackets& choice, const PacketLimits& limits)
        : m_decoder(std::move(options))
        , m_filter(std::move(filter))
        , m_choice(choice)
        , m_limits(limits) {}

    [[nodiscard]] bool isFull() const {
        return m_found.isCutOff || m_found.packets.size() >= m_limits.expected;
    }

    void addProblem(Sentence problem) { m_found.problems.push_back(std::move(problem)); }

    /// Batches are taken apart whole; only one that holds a wanted packet is gone through frame by
    /// frame, since packets do not know their frames.
    void look(FrameBatch& batch) {
        if (m_filter != nullptr)
            m_filter->apply(batch);
        m_decoder.decode(batch.frames, 0, m_decoded);
        if (!holdsWanted())
            return;
        for (const Frame& frame : batch.frames) {
            m_decoder.decode({&frame, 1}, 0, m_decoded);
            if (holdsWanted())
                keep(frame);
            if (isFull())
                return;
        }
    }

    FoundPackets finish(bool isStopped) {
        m_found.isStopped = isStopped;
        std::stable_sort(m_found.packets.begin(), m_found.packets.end(),
            [](const PacketRecord& a, const PacketRecord& b) { return a.time < b.time; });
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool holdsWanted() const {
        const auto isWanted = [&](const auto& packet) { return m_choice.wants(packet); };
        return std::any_of(m_decoded.packets.begin(), m_decoded.packets.end(), isWanted) ||
               std::any_of(m_decoded.packets6.begin(), m_decoded.packets6.end(), isWanted);
    }

    void keep(const Frame& frame) {
        const bool isOver = m_found.packets.size() >= m_limits.packets ||
                            m_found.bytes.size() + frame.captured > m_limits.bytes;
        if (isOver) {
            m_found.isCutOff = true;
            return;
        }
        PacketRecord record;
        if (m_decoded.packets.empty()) {
            const Packet6& packet = m_decoded.packets6.front();
            record = recordOf(packet.packet, packet.source, packet.target);
        } else {
            const Packet& packet = m_decoded.packets.front();
            record = recordOf(packet, Ipv4{packet.source}, Ipv4{packet.target});
        }
        record.link = frame.link;
        record.original = frame.original;
        record.captured = frame.captured;
        record.begin = m_found.bytes.size();
        m_found.bytes.insert(m_found.bytes.end(), frame.bytes, frame.bytes + frame.captured);
        m_found.packets.push_back(record);
    }

    Decoder m_decoder;
    std::shared_ptr<const FrameFilter> m_filter;
    const WantedPackets& m_choice;
    PacketLimits m_limits;
    DecodedFrames m_decoded;
    FoundPackets m_found;
};

/// Files that were read and may hold what is wanted.
std::vector<const FileReport*> filesFor(const CaptureReport& captures, const TimeRange& time) {
    std::vector<const FileReport*> files;
    for (const FileReport& file : captures.files) {
        const bool isElsewhere =
            !time.isEmpty() && (file.time.last < time.first || time.last < file.time.first);
        if (!file.isSkipped && !isElsewhere)
            files.push_back(&file);
    }
    return files;
}

/// False where it cannot be opened again.
bool search(
    const FileReport& file, Finder& finder, Progress& progress, const std::stop_token& stop) {
    if (file.path == "-") {
        finder.addProblem(say("standard input cannot be read a second time; save it to a file"));
        return false;
    }
    const auto opened = openCapture(file.path, stop);
    if (!opened.ok()) {
        finder.addProblem(opened.error().sentence);
        return false;
    }
    FrameSource& source = *opened.value();
    const std::uint64_t before = progress.bytesDone;
    FrameBatch batch;
    while (!stop.stop_requested() && !finder.isFull() && source.next(batch)) {
        if (!source.confirm(batch.place))
            source.reread(batch);
        progress.frames += batch.frames.size();
        finder.look(batch);
        progress.bytesDone = before + source.bytesTaken();
        if (batch.cut)
            break;
    }
    return true;
}

} // namespace

Result<FoundPackets> readPacketsOf(const CaptureReport& captures, const PrefixSet& telescope,
    const WantedPackets& choice, const PacketLimits& limits, Progress& progress,
    const std::stop_token& stop) {
    std::shared_ptr<const FrameFilter> filter;
    if (!captures.filter.empty()) {
        const auto compiled = FrameFilter::compile(captures.filter);
        if (!compiled.ok())
            return compiled.error();
        filter = compiled.value();
    }
    Finder finder({telescope, captures.entersTunnels}, filter, choice, limits);
    const auto files = filesFor(captures, choice.time);
    for (const FileReport* file : files)
        progress.bytesTotal += file->bytes;
    progress.filesTotal = static_cast<std::uint32_t>(files.size());
    std::size_t opened = 0;
    for (const FileReport* file : files) {
        if (stop.stop_requested() || finder.isFull())
            break;
        opened += search(*file, finder, progress, stop) ? 1 : 0;
        ++progress.filesDone;
    }
    FoundPackets found = finder.finish(stop.stop_requested());
    if (opened == 0 && !found.problems.empty())
        return Error{found.problems.front()};
    return found;
}

} // namespace sweepscope
