// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

/// What each file fuzz_*.cpp defines: one run over any bytes, which must neither crash nor break a
/// promise. libFuzzer calls it with bytes of its own making, run_corpus with files.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace sweepscope::fuzz {

/// A promise that holds for any input.
inline void require(bool holds) {
    if (!holds)
        std::abort();
}

/// Reads every byte, so that a sanitizer sees each that should not be touched.
inline unsigned touch(std::span<const std::uint8_t> bytes) {
    unsigned sum = 0;
    for (const std::uint8_t byte : bytes)
        sum += byte;
    return sum;
}

} // namespace sweepscope::fuzz
