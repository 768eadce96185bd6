// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/atomic_file.h"
#include "capture/frame_source.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sweepscope {

enum class CaptureStyle : std::uint8_t {
    microseconds, ///< classic pcap
    nanoseconds,  ///< classic pcap with the magic of nanoseconds
    pcapng,       ///< nanoseconds, and an interface for each link type
};

/// Writes frames as a capture (draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng), little-endian,
/// with the lengths and times that they have.
class CaptureWriter {
public:
    CaptureWriter(CaptureStyle style, TextSink sink)
        : m_style(style)
        , m_sink(std::move(sink)) {}

    /// False where a classic file cannot hold the frame: it has another link type than the first,
    /// or a time before 1970 or from 2106 on. Nothing is written then.
    [[nodiscard]] bool add(const Frame& frame);

    /// A capture without frames is one of Ethernet.
    void finish();

private:
    bool addClassic(const Frame& frame);
    void addBlock(const Frame& frame);
    std::uint32_t interfaceOf(LinkType link);
    void begin(LinkType link);
    void put16(std::uint16_t value);
    void put32(std::uint32_t value);
    void flush();

    CaptureStyle m_style;
    TextSink m_sink;
    std::vector<LinkType> m_interfaces; ///< for a classic file at most one
    bool m_hasBegun = false;
    std::string m_bytes; ///< of the present record
};

} // namespace sweepscope
