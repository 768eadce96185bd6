// SPDX-License-Identifier: GPL-3.0-or-later
// pcapng blocks: the same frames whether the file comes at once or in pieces of any length.
#include "capture/pcapng_layout.h"
#include "fuzz.h"

#include <algorithm>

using namespace sweepscope;
using namespace sweepscope::fuzz;

namespace {

struct Reading {
    std::size_t taken = 0;
    std::size_t frames = 0;
    std::uint64_t sum = 0; ///< over all that the frames say
    bool hasProblem = false;
};

void addFrames(const std::vector<Frame>& frames, ByteSpan file, Reading& reading) {
    for (const Frame& frame : frames) {
        require(frame.bytes >= file.data() || frame.captured == 0);
        require(frame.captured <= file.size());
        require(frame.time.nanoseconds <= kMostNanoseconds);
        require(frame.time.nanoseconds >= -kMostNanoseconds);
        reading.sum = reading.sum * 31 + touch({frame.bytes, frame.captured}) +
                      static_cast<std::uint64_t>(frame.time.nanoseconds) + frame.original +
                      frame.link.number;
    }
    reading.frames += frames.size();
}

Reading readAtOnce(ByteSpan file) {
    PcapngWalker walker;
    std::vector<Frame> frames;
    const PcapngWalker::Outcome outcome = walker.walk(file, frames);
    require(outcome.taken <= file.size());
    Reading reading{outcome.taken, 0, 0, outcome.problem.has_value()};
    addFrames(frames, file, reading);
    return reading;
}

/// Each time `step` bytes more are there than were taken, as a slow pipe would have it.
Reading readInPieces(ByteSpan file, std::size_t step) {
    PcapngWalker walker;
    Reading reading;
    std::size_t wanted = step;
    while (!reading.hasProblem) {
        const ByteSpan rest = file.subspan(reading.taken);
        const ByteSpan some = rest.first(std::min(rest.size(), wanted));
        std::vector<Frame> frames;
        const PcapngWalker::Outcome outcome = walker.walk(some, frames);
        reading.taken += outcome.taken;
        reading.hasProblem = outcome.problem.has_value();
        addFrames(frames, file, reading);
        if (outcome.taken == 0 && some.size() == rest.size())
            break;
        wanted = std::max(outcome.needed, outcome.taken == 0 ? some.size() + step : step);
    }
    return reading;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const ByteSpan file(bytes, size);
    if (!looksLikePcapng(file))
        return 0;
    const Reading whole = readAtOnce(file);
    const Reading pieces = readInPieces(file, 1 + size % 97);
    require(whole.taken == pieces.taken && whole.frames == pieces.frames);
    require(whole.sum == pieces.sum && whole.hasProblem == pieces.hasProblem);
    return 0;
}
