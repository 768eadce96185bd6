// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace sweepscope {

/// Counters that a working thread writes and anyone may read at any time; the reader decides how
/// often to look. Each is right by itself; together they may be a moment apart.
struct Progress {
    std::atomic<std::uint64_t> bytesTotal{0}; ///< of the input files; 0 while unknown (a pipe)
    std::atomic<std::uint64_t> bytesDone{0};
    std::atomic<std::uint64_t> frames{0};
    std::atomic<std::uint32_t> filesTotal{0};
    std::atomic<std::uint32_t> filesDone{0};
};

} // namespace sweepscope
