// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/libpcap_source.h"

#include <fmt/format.h>
#include <pcap/pcap.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <mutex>
#include <utility>

namespace sweepscope {

namespace {

using PcapPointer = std::unique_ptr<pcap_t, decltype(&pcap_close)>;

/// libpcap reads stdio streams; this makes one out of a ByteSource, which it then owns.
ssize_t readCookie(void* cookie, char* into, std::size_t size) {
    auto* const source = static_cast<ByteSource*>(cookie);
    // The only place where stdio's char meets our bytes.
    const auto got = source->read({reinterpret_cast<std::uint8_t*>(into), size});
    if (got.ok())
        return static_cast<ssize_t>(got.value());
    errno = EIO;
    return -1;
}

int closeCookie(void* cookie) {
    delete static_cast<ByteSource*>(cookie);
    return 0;
}

std::FILE* asStream(std::unique_ptr<ByteSource> bytes) {
    return fopencookie(bytes.release(), "r", {readCookie, nullptr, nullptr, closeCookie});
}

std::int64_t fractionUnitOf(pcap_t* pcap) {
    return pcap_get_tstamp_precision(pcap) == PCAP_TSTAMP_PRECISION_NANO ? 1 : 1'000;
}

/// libpcap's DLT_ values are the numbers that files carry but for two that differ between systems.
LinkType linkTypeOf(int datalink) {
    if (datalink == DLT_RAW)
        return link::kRaw;
    constexpr LinkType kAtmRfc1483{100};
    if (datalink == DLT_ATM_RFC1483)
        return kAtmRfc1483;
    return {static_cast<std::uint32_t>(datalink)};
}

/// Within the bounds that frames keep to.
Timestamp timeOf(std::int64_t seconds, std::int64_t nanoseconds) {
    constexpr std::int64_t kPerSecond = 1'000'000'000;
    constexpr std::int64_t kMostSeconds = kMostNanoseconds / kPerSecond - 5'001;
    const std::int64_t held = std::clamp(seconds, -kMostSeconds, kMostSeconds);
    // A damaged file may hold more than a second of fraction; libpcap hands it on as it stands.
    constexpr std::int64_t kMostFraction = 5'000 * kPerSecond;
    return {held * kPerSecond + std::clamp(nanoseconds, std::int64_t{0}, kMostFraction)};
}

class LibpcapSource final : public FrameSource {
public:
    LibpcapSource(PcapPointer pcap, const ByteSource* bytes, const std::string& packing)
        : m_pcap(std::move(pcap))
        , m_bytes(bytes)
        , m_fractionUnit(fractionUnitOf(m_pcap.get())) {
        m_format.name = "by libpcap" + packing;
        m_format.link = linkTypeOf(pcap_datalink(m_pcap.get()));
        m_format.snapLength = static_cast<std::uint32_t>(pcap_snapshot(m_pcap.get()));
    }

    bool next(FrameBatch& batch) override {
        batch.frames.clear();
        batch.storage.clear();
        batch.cut.reset();
        const std::lock_guard lock(m_mutex);
        if (m_ended)
            return false;
        batch.place.sequence = m_sequence++;
        batch.place.begin = m_bytes->bytesTaken();
        while (!m_ended && batch.storage.size() < kBlockBytes)
            takeFrame(batch);
        pointIntoStorage(batch);
        batch.place.end = m_bytes->bytesTaken();
        return !batch.frames.empty() || batch.cut.has_value();
    }

    bool confirm(const BatchPlace&) override { return true; }

    void reread(FrameBatch&) override {}

    [[nodiscard]] const CaptureFormat& format() const override { return m_format; }

    [[nodiscard]] std::uint64_t bytesTaken() const override { return m_bytes->bytesTaken(); }

private:
    static constexpr std::size_t kBlockBytes = std::size_t{256} * 1024;

    void takeFrame(FrameBatch& batch) {
        pcap_pkthdr* header = nullptr;
        const std::uint8_t* bytes = nullptr;
        const int result = pcap_next_ex(m_pcap.get(), &header, &bytes);
        m_ended = result != 1;
        if (result == PCAP_ERROR)
            batch.cut = Cut{m_bytes->bytesTaken(), verbatim(pcap_geterr(m_pcap.get()))};
        if (m_ended)
            return;
        const Timestamp time = timeOf(header->ts.tv_sec, header->ts.tv_usec * m_fractionUnit);
        batch.frames.push_back({nullptr, header->caplen, header->len, time, m_format.link});
        batch.storage.insert(batch.storage.end(), bytes, bytes + header->caplen);
    }

    /// The storage may have moved while it grew, so frames get their bytes when it is full.
    static void pointIntoStorage(FrameBatch& batch) {
        const std::uint8_t* at = batch.storage.data();
        for (Frame& frame : batch.frames) {
            frame.bytes = at;
            at += frame.captured;
        }
    }

    PcapPointer m_pcap;
    const ByteSource* m_bytes; ///< owned by the stream that m_pcap owns
    std::int64_t m_fractionUnit;
    CaptureFormat m_format;
    std::mutex m_mutex;
    std::uint64_t m_sequence = 0;
    bool m_ended = false;
};

} // namespace

Result<std::unique_ptr<FrameSource>> openThroughLibpcap(
    std::unique_ptr<ByteSource> bytes, const std::string& path, const std::string& packing) {
    const ByteSource* const kept = bytes.get();
    std::FILE* const stream = asStream(std::move(bytes));
    if (stream == nullptr)
        return Error{about(path, say("cannot be opened: not enough memory"))};
    std::array<char, PCAP_ERRBUF_SIZE> why{};
    PcapPointer pcap(
        pcap_fopen_offline_with_tstamp_precision(stream, PCAP_TSTAMP_PRECISION_NANO, why.data()),
        &pcap_close);
    if (pcap == nullptr) {
        std::fclose(stream);
        return Error{about(path, say("is not a capture that can be read: %1", {{why.data()}}))};
    }
    return std::unique_ptr<FrameSource>(
        std::make_unique<LibpcapSource>(std::move(pcap), kept, packing));
}

} // namespace sweepscope
