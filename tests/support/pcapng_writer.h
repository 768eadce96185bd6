// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/frames.h"

#include <cstdint>

namespace sweepscope::tests {

/// Writes blocks of draft-ietf-opsawg-pcapng one behind the other. Nothing is checked, so that
/// tests can write what no program should.
class PcapngWriter {
public:
    explicit PcapngWriter(bool isBigEndian = false)
        : m_isBigEndian(isBigEndian) {}

    void section();

    /// `resolution` as if_tsresol has it, 255 for none given.
    void interface(
        LinkType link, int resolution = 255, std::uint32_t snapLength = 0, std::int64_t offset = 0);
    void enhanced(
        std::uint32_t interface, std::uint64_t time, const Bytes& bytes, std::uint32_t original);
    void obsolete(
        std::uint16_t interface, std::uint64_t time, const Bytes& bytes, std::uint32_t original);
    void simple(const Bytes& bytes, std::uint32_t original);
    void block(std::uint32_t type, Bytes body);

    [[nodiscard]] std::size_t size() const { return m_file.size(); }

    [[nodiscard]] const Bytes& file() const { return m_file; }

private:
    void put(Bytes& bytes, std::uint64_t value, unsigned count) const;
    void option(Bytes& body, std::uint16_t code, const Bytes& value) const;
    void putPacket(
        Bytes& body, std::uint64_t time, const Bytes& bytes, std::uint32_t original) const;

    bool m_isBigEndian;
    Bytes m_file;
};

/// A file of one section and one interface with all the frames in enhanced blocks, in nanoseconds.
Bytes pcapngFile(const std::vector<OwnedFrame>& frames, bool isBigEndian = false);

} // namespace sweepscope::tests
