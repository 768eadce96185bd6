// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/frame_source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sweepscope {

/// Whether these bytes begin a pcapng file: a Section Header Block in either byte order.
bool looksLikePcapng(ByteSpan bytes);

/// How the time stamps of an interface count.
struct TimeResolution {
    bool isBinary = false;     ///< units of 2^-exponent seconds, else 10^-exponent
    std::uint8_t exponent = 6; ///< if_tsresol without its top bit
    std::int64_t offset = 0;   ///< if_tsoffset, seconds

    /// The moment of a count of units, held within kMostNanoseconds.
    [[nodiscard]] Timestamp timeOf(std::uint64_t units) const;
};

/// Reads the blocks of a pcapng file (draft-ietf-opsawg-pcapng) in order, whatever pieces they come
/// in. Remembers the section's byte order and its interfaces.
///
/// Enhanced, simple and obsolete packet blocks give frames; a simple one has no time, and gets 0.
/// Name resolution, statistics, custom and unknown blocks are skipped. No length is trusted: a
/// block of more than 16 MiB, or one whose parts do not fit into it, ends the reading.
class PcapngWalker {
public:
    struct Outcome {
        std::size_t taken = 0;  ///< bytes of whole blocks
        std::size_t needed = 0; ///< bytes from there on that the next block has; 0: not known yet
        std::optional<Sentence> problem; ///< what ends the reading at `taken`
    };

    /// Walks the whole blocks in `bytes`; frames point into them.
    Outcome walk(ByteSpan bytes, std::vector<Frame>& frames);

    /// Of the first interface; Ethernet before there is any.
    [[nodiscard]] LinkType firstLink() const { return m_firstLink.value_or(link::kEthernet); }

    [[nodiscard]] std::uint32_t snapLength() const { return m_firstSnapLength; }

private:
    struct Interface {
        LinkType link;
        std::uint32_t snapLength = 0; ///< 0: no limit
        TimeResolution resolution;
    };

    [[nodiscard]] std::uint16_t read16(const std::uint8_t* at) const;
    [[nodiscard]] std::uint32_t read32(const std::uint8_t* at) const;
    [[nodiscard]] std::uint64_t read64(const std::uint8_t* at) const;

    std::optional<Sentence> takeBlock(
        std::uint32_t type, ByteSpan body, std::vector<Frame>& frames);
    std::optional<Sentence> takeSection(ByteSpan body);
    std::optional<Sentence> takeInterface(ByteSpan body);
    std::optional<Sentence> takeEnhanced(ByteSpan body, std::vector<Frame>& frames) const;
    std::optional<Sentence> takeSimple(ByteSpan body, std::vector<Frame>& frames) const;
    std::optional<Sentence> takeObsolete(ByteSpan body, std::vector<Frame>& frames) const;
    std::optional<Sentence> addFrame(std::uint32_t interface, std::uint64_t units,
        std::uint32_t captured, std::uint32_t original, ByteSpan data,
        std::vector<Frame>& frames) const;
    void readOptions(ByteSpan options, Interface& interface) const;

    bool m_isBigEndian = false;
    bool m_hasSection = false;
    std::vector<Interface> m_interfaces;
    std::optional<LinkType> m_firstLink;
    std::uint32_t m_firstSnapLength = 0;
};

} // namespace sweepscope
