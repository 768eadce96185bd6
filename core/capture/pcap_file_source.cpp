// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pcap_file_source.h"

#include "capture/cut_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

/// Read beyond a piece's end, so that its last record is nearly always whole at once.
constexpr std::uint64_t kTailBytes = std::uint64_t{4} * 1024;

} // namespace

PcapFileSource::PcapFileSource(FileHandle file, const PcapLayout& layout, std::uint64_t pieceBytes)
    : m_file(std::move(file))
    , m_layout(layout)
    , m_format{layout.name, layout.link, layout.snapLength}
    , m_fileBytes(m_file.size())
    , m_pieceBytes(pieceBytes)
    , m_confirmedEnd(layout.headerBytes) {}

std::uint64_t PcapFileSource::pieceBegin(std::uint64_t number) const {
    return m_layout.headerBytes + number * m_pieceBytes;
}

bool PcapFileSource::next(FrameBatch& batch) {
    batch.frames.clear();
    batch.cut.reset();
    const std::uint64_t number = m_nextPiece++;
    if (pieceBegin(number) >= m_fileBytes)
        return false;
    batch.place.sequence = number;
    readPiece(batch, pieceBegin(number), number != 0);
    return true;
}

bool PcapFileSource::confirm(const BatchPlace& place) {
    if (place.begin != m_confirmedEnd)
        return false;
    m_confirmedEnd = place.end;
    return true;
}

void PcapFileSource::reread(FrameBatch& batch) {
    batch.frames.clear();
    batch.cut.reset();
    readPiece(batch, m_confirmedEnd, false);
    m_confirmedEnd = batch.place.end;
}

/// Fills the batch with the records that begin in its piece, from `begin` on.
void PcapFileSource::readPiece(FrameBatch& batch, std::uint64_t begin, bool isGuess) const {
    const std::uint64_t pieceEnd = pieceBegin(batch.place.sequence + 1);
    batch.place.begin = batch.place.end = begin;
    if (begin >= pieceEnd)
        return; // one record reaches over the whole piece
    batch.storage.resize(pieceEnd - begin + kTailBytes);
    const Result<std::size_t> got = m_file.readAt(begin, batch.storage);
    if (!got.ok()) {
        batch.cut = Cut{begin, got.error().sentence};
        return;
    }
    batch.storage.resize(got.value());
    const std::size_t limit = std::min<std::uint64_t>(pieceEnd - begin, got.value());
    std::size_t from = 0;
    if (isGuess) {
        const auto guess = guessPcapRecord(m_layout, batch.storage, 0, limit);
        from = guess.value_or(limit); // no guess: confirm will ask for it again
    }
    batch.place.begin = begin + from;
    walkPiece(batch, begin, from, limit);
}

/// Walks the records of `storage`, which holds the file from byte `base` on.
void PcapFileSource::walkPiece(
    FrameBatch& batch, std::uint64_t base, std::size_t from, std::size_t limit) const {
    Walk walk = walkPcapRecords(m_layout, batch.storage, from, limit, batch.frames);
    while (walk.end == WalkEnd::needsMore && growTo(batch, base, walk.stoppedAt + walk.needed))
        walk = walkPcapRecords(m_layout, batch.storage, walk.stoppedAt, limit, batch.frames);
    batch.place.end = base + walk.stoppedAt;
    if (walk.end == WalkEnd::needsMore)
        batch.cut =
            Cut{batch.place.end, cutShortText(walk.stoppedAt + walk.needed - batch.storage.size())};
    else if (walk.end == WalkEnd::impossible)
        batch.cut =
            Cut{batch.place.end, impossibleRecord(m_layout, batch.storage.data() + walk.stoppedAt)};
}

/// Reads on until the storage holds `bytes` bytes; the frames found so far move with it. False
/// where the file ends before.
bool PcapFileSource::growTo(FrameBatch& batch, std::uint64_t base, std::size_t bytes) const {
    const std::size_t have = batch.storage.size();
    std::vector<std::uint8_t> larger(bytes);
    std::copy(batch.storage.begin(), batch.storage.end(), larger.begin());
    const auto got = m_file.readAt(base + have, std::span(larger).subspan(have));
    if (!got.ok() || have + got.value() < bytes)
        return false;
    for (Frame& frame : batch.frames)
        frame.bytes = larger.data() + (frame.bytes - batch.storage.data());
    batch.storage = std::move(larger);
    return true;
}

} // namespace sweepscope
