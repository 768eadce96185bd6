// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/snapshot_memory.h"

#include <utility>

namespace sweepscope {

std::shared_ptr<Snapshot> SnapshotMemory::makeSnapshot(
    const std::shared_ptr<SnapshotMemory>& memory) {
    std::shared_ptr<Snapshot> made(new Snapshot, [memory](Snapshot* snapshot) {
        memory->giveBack({std::move(snapshot->scans), std::move(snapshot->sources)});
        delete snapshot;
    });
    Lists lists = memory->take();
    made->scans = std::move(lists.scans);
    made->sources = std::move(lists.sources);
    return made;
}

SnapshotMemory::Lists SnapshotMemory::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_lists, {});
}

/// Those that were here are freed after the lock.
void SnapshotMemory::giveBack(Lists lists) noexcept {
    const std::lock_guard lock(m_mutex);
    std::swap(m_lists, lists);
}

} // namespace sweepscope
