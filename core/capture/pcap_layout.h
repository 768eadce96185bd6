// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "capture/frame_source.h"

#include <cstdint>
#include <optional>

namespace sweepscope {

/// How the records of one classic capture file are laid out.
///
/// The file header is 24 bytes (draft-ietf-opsawg-pcap): magic, version, two unused words, snap
/// length, link type; Ixia's "lcap" adds the length of all records. The magic tells byte order and
/// the unit of a record's fraction of a second. A record is a header (seconds, fraction, captured,
/// original; 4 bytes each) and the captured bytes. Patched libpcaps of 1999 and Nokia's firewalls
/// wrote 4, 8 or 12 bytes more into each record header, some of them under the usual magic
/// (chooseRecordHeader). AIX counts nanoseconds and interface types under version 2.2.
struct PcapLayout {
    enum class Lengths : std::uint8_t {
        captureFirst,  ///< captured, original: version 2.4
        originalFirst, ///< the other way round: before version 2.3, and 543.0 of DG/UX
        smallerFirst,  ///< version 2.3 was written both ways; the captured length is the smaller
    };

    static constexpr std::uint32_t kLeastHeaderBytes = 24;
    static constexpr std::uint32_t kMostHeaderBytes = 28;

    std::uint32_t headerBytes = kLeastHeaderBytes;
    bool bigEndian = false;
    std::int64_t fractionUnit = 1'000; ///< nanoseconds that one step of the fraction is
    std::uint32_t recordHeaderBytes = 16;
    Lengths lengths = Lengths::captureFirst;
    std::uint32_t snapLength = 0;
    std::uint32_t longestRecord = 0; ///< no record may claim more captured bytes
    LinkType link;
    const char* name = "pcap";
};

/// Whether these bytes begin a classic capture; `bytes` may be as short as the magic.
bool looksLikePcap(ByteSpan bytes);

/// Reads the file header, of kMostHeaderBytes at the most. Fails where it is cut, or of an unknown
/// version.
Result<PcapLayout> readPcapLayout(ByteSpan bytes);

/// The layout with the length of record header under which the first records follow one another.
/// `records`: the bytes behind the file header, a few kilobytes of them; `isWhole` when they are
/// all that the file has. Where the usual length fits, or none does, nothing is changed.
PcapLayout chooseRecordHeader(PcapLayout layout, ByteSpan records, bool isWhole);

struct PcapRecord {
    Timestamp time;
    std::uint32_t captured = 0;
    std::uint32_t original = 0;
};

/// Reads the record header at `at`, where recordHeaderBytes bytes are there.
PcapRecord readPcapRecord(const PcapLayout& layout, const std::uint8_t* at);

/// Why a walk over records stopped.
enum class WalkEnd : std::uint8_t {
    limit,      ///< a record begins at or behind the limit given
    needsMore,  ///< the next record is not whole in these bytes
    impossible, ///< the next record claims a length that no record has
};

struct Walk {
    std::size_t stoppedAt = 0; ///< where the first record begins that was not taken
    WalkEnd end = WalkEnd::limit;
    std::size_t needed = 0; ///< for needsMore: bytes from stoppedAt on that would do
};

/// Appends the records that begin in bytes[from, limit) and are whole in `bytes`.
Walk walkPcapRecords(const PcapLayout& layout, ByteSpan bytes, std::size_t from, std::size_t limit,
    std::vector<Frame>& frames);

/// The first place at or after `from` at which a record seems to begin: its header and those of the
/// records behind it are possible for as far as these bytes reach (at most eight are looked at).
/// A guess: payload may hold a capture. Nothing where no such place is found before `limit`.
std::optional<std::size_t> guessPcapRecord(
    const PcapLayout& layout, ByteSpan bytes, std::size_t from, std::size_t limit);

/// The sentence for a record that claims an impossible length.
Sentence impossibleRecord(const PcapLayout& layout, const std::uint8_t* at);

} // namespace sweepscope
