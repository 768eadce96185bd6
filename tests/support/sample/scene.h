// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/group_walk.h"
#include "sample/plan.h"
#include "sample/probes.h"
#include "sample/random.h"
#include "sample/source_pool.h"
#include "sample/visits.h"

#include <span>
#include <string>
#include <string_view>

namespace sweepscope::sample {

/// What every population works with: the plan it adds to and the sources it draws from.
struct Scene {
    std::uint64_t seed = 0;
    Plan plan = {};
    SourcePool sources = {};
    GroupWalk walk = {};

    [[nodiscard]] Random stream(std::string_view name, std::uint64_t index) const {
        return {seed, name, index};
    }

    MemberId open(const char* population, const char* tool, std::string variant,
        const Source& source, Kind kind, const char* protocol);
    void plantProbes(MemberId member, Random& random, std::span<const Visit> visits,
        std::uint16_t port, const ProbeMaker& make);
};

} // namespace sweepscope::sample
