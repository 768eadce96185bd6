// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pcapng_writer.h"

namespace sweepscope::tests {

void PcapngWriter::section() {
    Bytes body;
    put(body, 0x1a2b3c4d, 4);
    put(body, 1, 2); // version 1.0
    put(body, 0, 2);
    put(body, ~std::uint64_t{0}, 8); // length not known
    block(0x0a0d0d0a, body);
}

void PcapngWriter::interface(
    LinkType link, int resolution, std::uint32_t snapLength, std::int64_t offset) {
    Bytes body;
    put(body, link.number, 2);
    put(body, 0, 2);
    put(body, snapLength, 4);
    if (resolution != 255)
        option(body, 9, {static_cast<std::uint8_t>(resolution)});
    if (offset != 0) {
        Bytes value;
        put(value, static_cast<std::uint64_t>(offset), 8);
        option(body, 14, value);
    }
    option(body, 0, {});
    block(1, body);
}

void PcapngWriter::enhanced(
    std::uint32_t interface, std::uint64_t time, const Bytes& bytes, std::uint32_t original) {
    Bytes body;
    put(body, interface, 4);
    putPacket(body, time, bytes, original);
    block(6, body);
}

void PcapngWriter::obsolete(
    std::uint16_t interface, std::uint64_t time, const Bytes& bytes, std::uint32_t original) {
    Bytes body;
    put(body, interface, 2);
    put(body, 0, 2); // packets dropped
    putPacket(body, time, bytes, original);
    block(2, body);
}

void PcapngWriter::simple(const Bytes& bytes, std::uint32_t original) {
    Bytes body;
    put(body, original, 4);
    body.insert(body.end(), bytes.begin(), bytes.end());
    block(3, body);
}

void PcapngWriter::block(std::uint32_t type, Bytes body) {
    body.resize((body.size() + 3) / 4 * 4);
    put(m_file, type, 4);
    put(m_file, 12 + body.size(), 4);
    m_file.insert(m_file.end(), body.begin(), body.end());
    put(m_file, 12 + body.size(), 4);
}

void PcapngWriter::put(Bytes& bytes, std::uint64_t value, unsigned count) const {
    for (unsigned i = 0; i < count; ++i)
        bytes.push_back(
            static_cast<std::uint8_t>(value >> 8 * (m_isBigEndian ? count - 1 - i : i)));
}

void PcapngWriter::option(Bytes& body, std::uint16_t code, const Bytes& value) const {
    put(body, code, 2);
    put(body, value.size(), 2);
    body.insert(body.end(), value.begin(), value.end());
    body.resize((body.size() + 3) / 4 * 4);
}

void PcapngWriter::putPacket(
    Bytes& body, std::uint64_t time, const Bytes& bytes, std::uint32_t original) const {
    put(body, time >> 32, 4);
    put(body, time & 0xffffffff, 4);
    put(body, bytes.size(), 4);
    put(body, original, 4);
    body.insert(body.end(), bytes.begin(), bytes.end());
}

Bytes pcapngFile(const std::vector<OwnedFrame>& frames, bool isBigEndian) {
    constexpr int kNanoseconds = 9;
    PcapngWriter writer(isBigEndian);
    writer.section();
    writer.interface(frames.empty() ? link::kEthernet : frames.front().link, kNanoseconds);
    for (const OwnedFrame& frame : frames)
        writer.enhanced(0, static_cast<std::uint64_t>(frame.time.nanoseconds), frame.bytes,
            frame.original != 0 ? frame.original : static_cast<std::uint32_t>(frame.bytes.size()));
    return writer.file();
}

} // namespace sweepscope::tests
