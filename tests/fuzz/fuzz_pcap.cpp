// SPDX-License-Identifier: GPL-3.0-or-later
// The classic layout: a file read in pieces by places must give what a walk from its front gives.
#include "capture/pcap_file_source.h"
#include "fuzz.h"
#include "support/memory_file.h"

#include <cstring>

using namespace sweepscope;
using namespace sweepscope::fuzz;

namespace {

/// Small, so that little files have many pieces.
constexpr std::uint64_t kPieceBytes = 64;

bool isSame(const Frame& a, const Frame& b) {
    return a.captured == b.captured && a.original == b.original && a.time == b.time &&
           a.link == b.link && (a.captured == 0 || std::memcmp(a.bytes, b.bytes, a.captured) == 0);
}

void readInPieces(ByteSpan bytes, const PcapLayout& layout, const std::vector<Frame>& expected) {
    const tests::MemoryFile file(bytes);
    Result<FileHandle> opened = FileHandle::openToRead(file.path());
    require(opened.ok());
    PcapFileSource source(std::move(opened).value(), layout, kPieceBytes);
    std::size_t got = 0;
    const auto cut = forEachFrame(source, [&](const Frame& frame) {
        require(got < expected.size() && isSame(frame, expected[got]));
        ++got;
        return true;
    });
    require(got == expected.size());
    require(!cut || cut->offset <= bytes.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const ByteSpan file(bytes, size);
    if (!looksLikePcap(file))
        return 0;
    const Result<PcapLayout> read = readPcapLayout(file);
    if (!read.ok())
        return 0;
    const ByteSpan records = file.subspan(read.value().headerBytes);
    const PcapLayout layout = chooseRecordHeader(read.value(), records, true);
    std::vector<Frame> frames;
    const Walk walk = walkPcapRecords(layout, records, 0, records.size(), frames);
    require(walk.stoppedAt <= records.size());
    for (const Frame& frame : frames) {
        require(frame.captured <= layout.longestRecord);
        touch({frame.bytes, frame.captured});
    }
    if (walk.end == WalkEnd::impossible)
        impossibleRecord(layout, records.data() + walk.stoppedAt);
    readInPieces(file, layout, frames);
    return 0;
}
