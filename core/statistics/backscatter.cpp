// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/backscatter.h"

#include "base/sentence.h"
#include "base/team.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kWindow = 60 * kSecond;
constexpr std::int64_t kStep = 10 * kSecond;
constexpr std::uint64_t kLeastInWindow = 30;
constexpr std::uint64_t kLeastPackets = 25;

using Bursts = std::vector<const Burst*>;

/// Windows side by side, the first of them one of the rule's, that hold the whole range: one of
/// them has at least the average.
std::uint64_t fullestAtLeast(std::uint64_t packets, const TimeRange& time) {
    const std::int64_t first = time.first.nanoseconds;
    const std::int64_t offset = (first % kStep + kStep) % kStep;
    const std::int64_t length = std::max<std::int64_t>(time.length().nanoseconds, 0);
    const auto windows =
        static_cast<std::uint64_t>(length / kWindow + (length % kWindow + offset) / kWindow + 1);
    return (packets + windows - 1) / windows;
}

/// No window holds more than the bursts that reach into it have together. It is enough to look at
/// windows that end with the first packet of a burst. Bursts are in order of their first packet.
std::uint64_t fullestAtMost(const Bursts& bursts) {
    Bursts byLast = bursts;
    std::sort(byLast.begin(), byLast.end(),
        [](const Burst* a, const Burst* b) { return a->time.last < b->time.last; });
    std::uint64_t sum = 0;
    std::uint64_t most = 0;
    std::size_t gone = 0;
    for (const Burst* burst : bursts) {
        sum += burst->packets;
        while (burst->time.first - byLast[gone]->time.last >= Duration{kWindow})
            sum -= byLast[gone++]->packets;
        most = std::max(most, sum);
    }
    return most;
}

AttackRule ruleFor(const Attack& attack) {
    if (attack.mainKind == Kind::udpAnswer)
        return AttackRule::notMeantFor;
    const bool isShort = attack.time.length() < Duration{kWindow};
    if (isShort || attack.packets < kLeastPackets || attack.minuteAtMost < kLeastInWindow)
        return AttackRule::misses;
    return attack.minuteAtLeast >= kLeastInWindow ? AttackRule::fits : AttackRule::open;
}

class Finder {
public:
    explicit Finder(const BurstIndex& index)
        : m_index(index) {
        m_result.gap = std::max(Attack::kAttackGap, index.baseGap);
    }

    void addSegment(std::uint16_t number) {
        Bursts floods;
        Bursts reflections;
        std::uint32_t victim = 0;
        const auto close = [&] {
            if (floods.empty() && reflections.empty())
                return;
            ++m_result.victims;
            addVictim({number, victim}, floods);
            addVictim({number, victim}, reflections);
            floods.clear();
            reflections.clear();
        };
        for (const Burst& burst : m_index.segments[number].bursts) {
            if (binOf(burst.kind) != Bin::backscatter)
                continue;
            if (burst.source != victim)
                close();
            victim = burst.source;
            (burst.kind == Kind::udpAnswer ? reflections : floods).push_back(&burst);
        }
        close();
    }

    /// What another found in other segments.
    void add(const Finder& other) {
        m_result.victims += other.m_result.victims;
        m_result.packets += other.m_result.packets;
        for (std::size_t rule = 0; rule < m_result.byRule.size(); ++rule)
            m_result.byRule[rule] += other.m_result.byRule[rule];
        m_result.attacks.insert(
            m_result.attacks.end(), other.m_result.attacks.begin(), other.m_result.attacks.end());
        for (const auto& [key, service] : other.m_services) {
            const auto [found, isNew] = m_services.try_emplace(key, service);
            if (!isNew)
                found->second.add(service);
        }
    }

    Backscatter finish() {
        order();
        return std::move(m_result);
    }

private:
    using ServiceKey = std::pair<Kind, std::uint16_t>;

    /// Cuts the bursts of one victim at silences.
    void addVictim(SourceId victim, Bursts& bursts) {
        std::sort(bursts.begin(), bursts.end(), [](const Burst* a, const Burst* b) {
            return std::tuple(a->time.first, a->kind, a->port) <
                   std::tuple(b->time.first, b->kind, b->port);
        });
        Bursts open;
        TimeRange time;
        for (const Burst* burst : bursts) {
            if (!open.empty() && burst->time.first - time.last > m_result.gap) {
                addAttack(victim, open, time);
                open.clear();
                time = {};
            }
            open.push_back(burst);
            time.include(burst->time);
        }
        if (!open.empty())
            addAttack(victim, open, time);
    }

    void addAttack(SourceId victim, const Bursts& bursts, const TimeRange& time) {
        Attack attack;
        attack.victim = victim;
        attack.time = time;
        std::map<ServiceKey, std::uint64_t> services;
        for (const Burst* burst : bursts) {
            attack.packets += burst->packets;
            services[{burst->kind, burst->port}] += burst->packets;
            attack.minuteAtLeast =
                std::max(attack.minuteAtLeast, fullestAtLeast(burst->packets, burst->time));
        }
        attack.minuteAtLeast =
            std::max(attack.minuteAtLeast, fullestAtLeast(attack.packets, attack.time));
        attack.minuteAtMost = bursts.size() == 1 ? attack.packets : fullestAtMost(bursts);
        attack.targets = countTargets(victim, bursts);
        attack.services = static_cast<std::uint32_t>(services.size());
        const auto main = std::max_element(services.begin(), services.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
        std::tie(attack.mainKind, attack.mainPort) = main->first;
        attack.rule = ruleFor(attack);
        countServices(victim, services);
        ++m_result.byRule[static_cast<std::size_t>(attack.rule)];
        m_result.packets += attack.packets;
        m_result.attacks.push_back(attack);
    }

    std::uint32_t countTargets(SourceId victim, const Bursts& bursts) {
        if (bursts.size() == 1)
            return bursts.front()->targets.count;
        for (const Burst* burst : bursts)
            m_scratch.unite(m_union, burst->targets, m_index.segments[victim.segment].targets);
        const std::uint32_t count = m_union.count;
        m_scratch.release(m_union);
        return count;
    }

    void countServices(SourceId victim, const std::map<ServiceKey, std::uint64_t>& services) {
        for (const auto& [key, packets] : services) {
            auto& [service, lastVictim] = m_services[key];
            service.kind = key.first;
            service.port = key.second;
            service.packets += packets;
            ++service.attacks;
            service.victims += lastVictim == victim ? 0 : 1;
            lastVictim = victim;
        }
    }

    void order() {
        const auto address = [&](const Attack& attack) {
            return m_index.segments[attack.victim.segment].sources[attack.victim.place];
        };
        std::sort(m_result.attacks.begin(), m_result.attacks.end(),
            [&](const Attack& a, const Attack& b) {
                if (a.packets != b.packets)
                    return a.packets > b.packets;
                return std::tuple(address(a), a.time.first, a.mainKind) <
                       std::tuple(address(b), b.time.first, b.mainKind);
            });
        for (const auto& [key, value] : m_services)
            m_result.services.push_back(value.first);
        std::stable_sort(m_result.services.begin(), m_result.services.end(),
            [](const AttackedService& a, const AttackedService& b) {
                return a.packets > b.packets;
            });
    }

    static constexpr SourceId kNobody{0xffff, 0};

    struct Service {
        AttackedService first;
        SourceId lastVictim = kNobody;

        /// The same service, of other victims.
        void add(const Service& other) {
            first.packets += other.first.packets;
            first.victims += other.first.victims;
            first.attacks += other.first.attacks;
        }
    };

    const BurstIndex& m_index;
    Backscatter m_result;
    std::map<ServiceKey, Service> m_services;
    TargetStore m_scratch;
    TargetSet m_union;
};

} // namespace

std::string_view nameOf(AttackRule rule) {
    constexpr std::array<std::string_view, 4> kNames = {
        word("fits"), word("open"), word("misses"), word("not meant for")};
    return kNames[static_cast<std::size_t>(rule)];
}

Backscatter findBackscatter(const BurstIndex& index, Team* team) {
    std::vector<Finder> finders;
    for (std::size_t member = 0; member < memberCount(team); ++member)
        finders.emplace_back(index);
    forAll(team, kSegments, [&](unsigned member, std::size_t segment) {
        finders[member].addSegment(static_cast<std::uint16_t>(segment));
    });
    for (std::size_t member = 1; member < finders.size(); ++member)
        finders[0].add(finders[member]);
    return finders[0].finish();
}

} // namespace sweepscope
