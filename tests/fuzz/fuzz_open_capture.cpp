// SPDX-License-Identifier: GPL-3.0-or-later
// Any file at all: opened by its content, read to its end, and every message has its file's name.
#include "capture/frame_source.h"
#include "fuzz.h"
#include "support/memory_file.h"

using namespace sweepscope;
using namespace sweepscope::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::size_t kMostFrames = 100'000; // of a few packed bytes that stand for gigabytes
    const tests::MemoryFile file({bytes, size});
    auto opened = openCapture(file.path());
    if (!opened.ok()) {
        require(opened.error().message().starts_with(file.path() + ": "));
        return 0;
    }
    std::size_t frames = 0;
    const auto cut = forEachFrame(*opened.value(), [&](const Frame& frame) {
        touch({frame.bytes, frame.captured});
        require(frame.time.nanoseconds <= kMostNanoseconds);
        require(frame.time.nanoseconds >= -kMostNanoseconds);
        return ++frames < kMostFrames;
    });
    require(!cut || !cut->reason.isEmpty());
    require(!opened.value()->format().name.empty());
    return 0;
}
