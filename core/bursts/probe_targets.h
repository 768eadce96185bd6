// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/address_numbers.h"
#include "bursts/address_set.h"
#include "bursts/burst_index.h"
#include "bursts/target_store.h"

#include <cstdint>

namespace sweepscope {

/// Distinct sources of probe bursts.
std::uint64_t countProbeSources(const IndexSegment& segment);

/// Distinct targets of probe bursts, over any number of segments.
class ProbeTargets {
public:
    void add(const IndexSegment& segment);
    void add(const ProbeTargets& other);
    [[nodiscard]] std::uint64_t count() const;

private:
    /// Adds IPv4 targets one after another; neighbours are mostly of one network.
    class Inserter4 {
    public:
        explicit Inserter4(ProbeTargets& targets)
            : m_targets(&targets)
            , m_networks(targets.m_targets4) {}

        [[gnu::always_inline]] void operator()(std::uint32_t target) {
            if (!m_networks.insert(target))
                m_targets->m_store.insert(m_targets->m_others4, target);
        }

    private:
        ProbeTargets* m_targets;
        AddressSet::Inserter m_networks;
    };

    AddressSet m_targets4;
    TargetStore m_store;
    TargetSet m_others4; ///< what m_targets4 does not take
    AddressNumbers m_targets6;
};

} // namespace sweepscope
