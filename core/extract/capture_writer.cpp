// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/capture_writer.h"

#include <algorithm>
#include <limits>

namespace sweepscope {

namespace {

constexpr std::uint32_t kMicrosecondMagic = 0xa1b2c3d4;
constexpr std::uint32_t kNanosecondMagic = 0xa1b23c4d;
constexpr std::uint32_t kSnapLength = 262'144;
constexpr std::int64_t kSecond = 1'000'000'000;

constexpr std::uint32_t kSectionBlock = 0x0a0d0d0a;
constexpr std::uint32_t kByteOrderMagic = 0x1a2b3c4d;
constexpr std::uint32_t kInterfaceBlock = 1;
constexpr std::uint32_t kPacketBlock = 6;
constexpr std::uint16_t kResolutionOption = 9;
constexpr char kNanoseconds = 9; ///< 10^-9 seconds

} // namespace

void CaptureWriter::put16(std::uint16_t value) {
    m_bytes.push_back(static_cast<char>(value & 0xff));
    m_bytes.push_back(static_cast<char>(value >> 8));
}

void CaptureWriter::put32(std::uint32_t value) {
    put16(static_cast<std::uint16_t>(value & 0xffff));
    put16(static_cast<std::uint16_t>(value >> 16));
}

void CaptureWriter::flush() {
    m_sink(m_bytes);
    m_bytes.clear();
}

void CaptureWriter::begin(LinkType link) {
    m_hasBegun = true;
    if (m_style == CaptureStyle::pcapng) {
        constexpr std::uint32_t kBytes = 28;
        put32(kSectionBlock);
        put32(kBytes);
        put32(kByteOrderMagic);
        put16(1); // version 1.0
        put16(0);
        put32(0xffffffff); // of the section's length: not given
        put32(0xffffffff);
        put32(kBytes);
        return;
    }
    put32(m_style == CaptureStyle::nanoseconds ? kNanosecondMagic : kMicrosecondMagic);
    put16(2); // version 2.4
    put16(4);
    put32(0);
    put32(0);
    put32(kSnapLength);
    put32(link.number);
    m_interfaces.push_back(link);
}

/// The number of the interface for a link type, described first where it is new.
std::uint32_t CaptureWriter::interfaceOf(LinkType link) {
    const auto found = std::find(m_interfaces.begin(), m_interfaces.end(), link);
    if (found != m_interfaces.end())
        return static_cast<std::uint32_t>(found - m_interfaces.begin());
    constexpr std::uint32_t kBytes = 32;
    put32(kInterfaceBlock);
    put32(kBytes);
    put16(static_cast<std::uint16_t>(link.number));
    put16(0);
    put32(0); // no snap length
    put16(kResolutionOption);
    put16(1);
    m_bytes += {kNanoseconds, 0, 0, 0};
    put32(0); // end of options
    put32(kBytes);
    m_interfaces.push_back(link);
    return static_cast<std::uint32_t>(m_interfaces.size() - 1);
}

bool CaptureWriter::add(const Frame& frame) {
    if (m_style != CaptureStyle::pcapng)
        return addClassic(frame);
    addBlock(frame);
    return true;
}

bool CaptureWriter::addClassic(const Frame& frame) {
    const std::int64_t seconds = frame.time.nanoseconds / kSecond;
    const bool fits = frame.time.nanoseconds >= 0 &&
                      seconds <= std::int64_t{std::numeric_limits<std::uint32_t>::max()} &&
                      (m_interfaces.empty() || m_interfaces.front() == frame.link);
    if (!fits)
        return false;
    if (!m_hasBegun)
        begin(frame.link);
    const std::int64_t unit = m_style == CaptureStyle::nanoseconds ? 1 : 1000;
    put32(static_cast<std::uint32_t>(seconds));
    put32(static_cast<std::uint32_t>(frame.time.nanoseconds % kSecond / unit));
    put32(frame.captured);
    put32(frame.original);
    m_bytes.append(reinterpret_cast<const char*>(frame.bytes), frame.captured);
    flush();
    return true;
}

void CaptureWriter::addBlock(const Frame& frame) {
    if (!m_hasBegun)
        begin(frame.link);
    const std::uint32_t interface = interfaceOf(frame.link);
    const std::uint32_t padding = (4 - frame.captured % 4) % 4;
    const std::uint32_t bytes = 32 + frame.captured + padding;
    // The format counts up from 1970; what claims to be older stands at its begin.
    const auto time = static_cast<std::uint64_t>(std::max<std::int64_t>(frame.time.nanoseconds, 0));
    put32(kPacketBlock);
    put32(bytes);
    put32(interface);
    put32(static_cast<std::uint32_t>(time >> 32));
    put32(static_cast<std::uint32_t>(time & 0xffffffff));
    put32(frame.captured);
    put32(frame.original);
    m_bytes.append(reinterpret_cast<const char*>(frame.bytes), frame.captured);
    m_bytes.append(padding, '\0');
    put32(bytes);
    flush();
}

void CaptureWriter::finish() {
    if (!m_hasBegun)
        begin(link::kEthernet);
    flush();
}

} // namespace sweepscope
