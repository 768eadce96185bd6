// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/scene.h"

#include <utility>

namespace sweepscope::sample {

MemberId Scene::open(const char* population, const char* tool, std::string variant,
    const Source& source, Kind kind, const char* protocol) {
    return plan.open({population, tool, std::move(variant), addressText(source.address),
        source.country, protocol, kind, Place::telescope});
}

void Scene::plantProbes(MemberId member, Random& random, std::span<const Visit> visits,
    std::uint16_t port, const ProbeMaker& make) {
    for (const Visit& visit : visits) {
        const Bytes packet = make(random, {visit.time, visit.target, port});
        plan.add(member, visit.time, visit.target, port, packet);
    }
}

} // namespace sweepscope::sample
