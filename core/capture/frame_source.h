// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "capture/link_type.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sweepscope {

/// Captures may claim any 64-bit time; readers hold it within this (about 145 years).
constexpr std::int64_t kMostNanoseconds = 4'600'000'000'000'000'000;

/// One record of a capture: bytes as they were on the wire, or the first `captured` of them.
/// The bytes belong to the batch that the frame came in.
struct Frame {
    const std::uint8_t* bytes = nullptr;
    std::uint32_t captured = 0; ///< bytes here
    std::uint32_t original = 0; ///< bytes on the wire, as the capture claims
    Timestamp time; ///< within kMostNanoseconds of 1970, so that differences cannot overflow
    LinkType link;
};

/// Where and why the reading of a file had to end before its end.
struct Cut {
    std::uint64_t offset =
        0;           ///< byte of the file (of the unpacked content, where it is compressed)
    Sentence reason; ///< "the last record is cut short", ...
};

/// Where a batch stands in its file.
struct BatchPlace {
    std::uint64_t sequence = 0; ///< counts the batches of a file from 0, in file order
    std::uint64_t begin = 0;    ///< byte of the file at which the first frame begins
    std::uint64_t end = 0;      ///< byte at which the frame after the last would begin
};

/// A run of neighbouring frames. Reused: `frames` and `storage` keep their capacity.
struct FrameBatch {
    BatchPlace place;
    std::vector<Frame> frames;
    std::vector<std::uint8_t> storage; ///< what the frames' bytes point into
    std::optional<Cut> cut;            ///< set: nothing behind these frames can be read
};

/// What is known of a capture file. `link` and `note` may grow while it is read.
struct CaptureFormat {
    std::string name; ///< "pcap", "pcap (nanoseconds)", "pcapng", with ", gzip" and its like behind
    LinkType link;    ///< of the first interface
    std::uint32_t snapLength = 0; ///< 0: not known
};

/// An open capture file that hands out its frames.
///
/// `next` may be called by many threads at once and numbers what it gives. A source may guess where
/// a batch begins, so the place of each must be shown to `confirm` in the order of its number, from
/// one thread; where that says no, `reread` fills a batch from the right place. After a batch with
/// a cut, later batches are void.
class FrameSource {
public:
    FrameSource() = default;
    virtual ~FrameSource() = default;
    FrameSource(const FrameSource&) = delete;
    FrameSource& operator=(const FrameSource&) = delete;

    /// False when the file has ended; `batch` is then unchanged but for its frames, which are none.
    virtual bool next(FrameBatch& batch) = 0;
    virtual bool confirm(const BatchPlace& place) = 0;
    /// Fills the batch that `batch.place.sequence` names, after `confirm` has refused it.
    virtual void reread(FrameBatch& batch) = 0;

    [[nodiscard]] virtual const CaptureFormat& format() const = 0;

    /// Bytes of the input file taken so far (compressed bytes, where it is compressed).
    [[nodiscard]] virtual std::uint64_t bytesTaken() const = 0;
};

/// Opens a capture, its format told by its content and never by its name. "-" is standard input.
/// Fails when not even the header is there, and says what the file holds instead where it can. A
/// pipe seems to end when `stop` is requested, so that nobody waits for one that is silent.
Result<std::unique_ptr<FrameSource>> openCapture(
    const std::string& path, const std::stop_token& stop = {});

/// The same through libpcap alone: the second opinion of the tests, and the reader of formats that
/// the readers here decline.
Result<std::unique_ptr<FrameSource>> openWithLibpcap(const std::string& path);

/// Calls `use(frame)` for each frame in file order, in the calling thread, until it returns false.
/// Gives the cut, if the file had one.
template <typename Use>
std::optional<Cut> forEachFrame(FrameSource& source, Use use) {
    FrameBatch batch;
    while (source.next(batch)) {
        if (!source.confirm(batch.place))
            source.reread(batch);
        for (const Frame& frame : batch.frames) {
            if (!use(frame))
                return std::nullopt;
        }
        if (batch.cut)
            return batch.cut;
    }
    return std::nullopt;
}

} // namespace sweepscope
