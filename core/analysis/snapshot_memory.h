// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"

#include <memory>
#include <mutex>
#include <vector>

namespace sweepscope {

/// The lists of an answer that nobody holds any more, for the next one: of a million scans they
/// take 100 MB, and to get as much from the system costs more than to count. Holds those of one
/// answer; any thread may let an answer go.
class SnapshotMemory {
public:
    /// An answer to be filled: its scans and sources have any content, and come back here in the
    /// end.
    static std::shared_ptr<Snapshot> makeSnapshot(const std::shared_ptr<SnapshotMemory>& memory);

private:
    struct Lists {
        Scans scans;
        std::vector<SourceCount> sources;
    };

    Lists take();
    void giveBack(Lists lists) noexcept;

    std::mutex m_mutex;
    Lists m_lists;
};

} // namespace sweepscope
