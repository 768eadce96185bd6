// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/address_numbers.h"
#include "bursts/address_set.h"
#include "bursts/burst_index.h"
#include "bursts/target_store.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sweepscope {

/// Counts distinct targets and sources of probe bursts while segments go by, each once. Each member
/// of a team has counts of its own, so members may add side by side.
class ProbeTally {
public:
    explicit ProbeTally(std::size_t members = 1)
        : m_members(members) {}

    void add(std::size_t member, const IndexSegment& segment) { m_members[member].add(segment); }

    /// Tells the index what all members have counted.
    void finish(BurstIndex& index) { finish(index.probeTargets, index.probeSources); }

    void finish(std::uint64_t& targets, std::uint64_t& sources);

private:
    class Counts {
    public:
        void add(const IndexSegment& segment);
        void add(const Counts& other);
        [[nodiscard]] std::uint64_t targets() const;

        [[nodiscard]] std::uint64_t sources() const { return m_sources; }

    private:
        /// Adds IPv4 targets one after another; neighbours are mostly of one network.
        class Inserter4 {
        public:
            explicit Inserter4(Counts& counts)
                : m_counts(&counts)
                , m_networks(counts.m_targets4) {}

            [[gnu::always_inline]] void operator()(std::uint32_t target) {
                if (!m_networks.insert(target))
                    m_counts->m_store.insert(m_counts->m_others4, target);
            }

        private:
            Counts* m_counts;
            AddressSet::Inserter m_networks;
        };

        [[nodiscard]] bool hasAllOf(const TargetSet& targets) const;

        AddressSet m_targets4;
        TargetStore m_store;
        TargetSet m_others4; ///< what m_targets4 does not take
        AddressNumbers m_targets6;
        std::uint64_t m_sources = 0;
    };

    std::vector<Counts> m_members;
};

} // namespace sweepscope
