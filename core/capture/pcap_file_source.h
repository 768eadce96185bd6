// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file_handle.h"
#include "capture/frame_source.h"
#include "capture/pcap_layout.h"

#include <atomic>
#include <cstdint>

namespace sweepscope {

/// A classic capture in a file with places, read by many threads at once.
///
/// The file is cut into pieces of equal length. Whoever calls `next` takes the next piece and reads
/// it with positioned reads into the batch's own storage: measured as fast as walking mapped memory
/// on one thread and 15 % faster on two (benchmarks/NOTES.md), no page of the file counts as
/// memory of the program, and a file that shrinks meanwhile cannot kill it.
///
/// Where the first record of a piece begins is guessed (guessPcapRecord). `confirm` holds each
/// batch against the true end of the one before, so a wrong guess costs time and never a packet.
class PcapFileSource final : public FrameSource {
public:
    static constexpr std::uint64_t kPieceBytes = std::uint64_t{256} * 1024;

    PcapFileSource(
        FileHandle file, const PcapLayout& layout, std::uint64_t pieceBytes = kPieceBytes);

    bool next(FrameBatch& batch) override;
    bool confirm(const BatchPlace& place) override;
    void reread(FrameBatch& batch) override;

    [[nodiscard]] const CaptureFormat& format() const override { return m_format; }

    [[nodiscard]] std::uint64_t bytesTaken() const override { return m_confirmedEnd; }

private:
    [[nodiscard]] std::uint64_t pieceBegin(std::uint64_t number) const;
    void readPiece(FrameBatch& batch, std::uint64_t begin, bool isGuess) const;
    void walkPiece(
        FrameBatch& batch, std::uint64_t base, std::size_t from, std::size_t limit) const;
    [[nodiscard]] bool growTo(FrameBatch& batch, std::uint64_t base, std::size_t bytes) const;

    FileHandle m_file;
    PcapLayout m_layout;
    CaptureFormat m_format;
    std::uint64_t m_fileBytes;
    std::uint64_t m_pieceBytes;
    std::atomic<std::uint64_t> m_nextPiece{0};
    std::atomic<std::uint64_t> m_confirmedEnd; ///< where the next batch must begin
};

} // namespace sweepscope
