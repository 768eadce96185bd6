// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/index_captures.h"
#include "analysis/snapshot.h"
#include "analysis/snapshot_memory.h"
#include "base/result.h"
#include "base/team.h"
#include "reference/known_scanners.h"
#include "statistics/running_series.h"

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>

namespace sweepscope {

/// Answers questions about one index after another. Keeps what the last answer shares with the
/// next: bursts are joined anew only where the expiry has changed and could join others, for each
/// grouping that was asked for, and a move of the border between small and large scans counts no
/// more than that touches.
class SnapshotMaker {
public:
    explicit SnapshotMaker(unsigned threads)
        : m_team(threads) {}

    /// Null when stopped before the end. An expiry below the index's base gap is raised to it, and
    /// a warning says so.
    std::shared_ptr<const Snapshot> make(
        const Material& material, const Question& question, const std::stop_token& stop);

private:
    std::shared_ptr<const BurstChains> chainsFor(
        const Material& material, const Thresholds& asked, const std::stop_token& stop);
    void answer(Snapshot& snapshot, const Snapshot* before, const std::stop_token& stop);
    void listSources(Snapshot& snapshot, const std::array<std::size_t, kSegments>& counts,
        const std::stop_token& stop);

    Team m_team;
    std::shared_ptr<SnapshotMemory> m_memory = std::make_shared<SnapshotMemory>();
    std::shared_ptr<const BurstIndex> m_chainedIndex;
    std::map<Grouping, std::shared_ptr<const BurstChains>> m_chains; ///< of that index
    RunningSeries m_series;                                          ///< likewise
    std::weak_ptr<const Snapshot> m_last; ///< as long as somebody else holds it
};

/// What questions are asked about, from a finished reading. `telescope`: the prefixes it was made
/// with. `threads`: 0 for as many as the machine has.
Material makeMaterial(IndexedCaptures captures, const GeoDatabases& databases,
    const PrefixSet& telescope, const KnownScanners& known = {}, unsigned threads = 0);

/// Countries and networks of an index's sources.
std::shared_ptr<const SourceOrigins> lookUpOrigins(
    const BurstIndex& index, const GeoDatabases& databases);

/// Which of an index's sources are known scanners.
std::shared_ptr<const SourceLabels> labelSources(
    const BurstIndex& index, const KnownScanners& known, Team* team = nullptr);

/// The telescope of an index: the prefixes that it was read with, else the number given, else
/// inferred from the distinct targets of its probes.
Telescope telescopeOf(
    const BurstIndex& index, const PrefixSet& prefixes, std::optional<double> addresses);

} // namespace sweepscope
