// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"
#include "export/json_sections.h"

#include <algorithm>

namespace sweepscope {

namespace {

constexpr std::size_t kMostListed = 1000; ///< attacks; the CSV file has all of them

Json attackJson(const Snapshot& snapshot, const Attack& attack) {
    const ScanView view = snapshot.view();
    return {{"victim", toText(view.addressOf(attack.victim))}, {"kind", nameOf(attack.mainKind)},
        {"protocol", nameOf(protocolOf(attack.mainKind))}, {"port", attack.mainPort},
        {"services", attack.services}, {"first", toIso8601(attack.time.first)},
        {"last", toIso8601(attack.time.last)}, {"duration_s", attack.time.length().inSeconds()},
        {"packets", attack.packets}, {"targets", attack.targets}, {"rsdos", nameOf(attack.rule)},
        {"minute_at_least", attack.minuteAtLeast}, {"minute_at_most", attack.minuteAtMost},
        {"country", view.countryOf(attack.victim).code()}};
}

Json serviceJson(const AttackedService& service) {
    return {{"kind", nameOf(service.kind)}, {"protocol", nameOf(protocolOf(service.kind))},
        {"port", service.port}, {"victims", service.victims}, {"attacks", service.attacks},
        {"packets", service.packets}};
}

} // namespace

Json backscatterJson(const Snapshot& snapshot) {
    if (snapshot.material.facts == nullptr)
        return nullptr;
    const Backscatter& backscatter = snapshot.material.facts->backscatter;
    Json attacks = Json::array();
    const std::size_t listed = std::min(backscatter.attacks.size(), kMostListed);
    for (std::size_t i = 0; i < listed; ++i)
        attacks.push_back(attackJson(snapshot, backscatter.attacks[i]));
    Json services = Json::array();
    for (std::size_t i = 0; i < std::min(backscatter.services.size(), kMostListed); ++i)
        services.push_back(serviceJson(backscatter.services[i]));
    Json rule = {{"packets", 25}, {"duration_s", 60}, {"packets_in_60_s", 30}};
    for (std::size_t i = 0; i < backscatter.byRule.size(); ++i) {
        std::string name(nameOf(static_cast<AttackRule>(i)));
        std::replace(name.begin(), name.end(), ' ', '_');
        rule[name] = backscatter.byRule[i];
    }
    return {{"victims", backscatter.victims}, {"packets", backscatter.packets},
        {"attacks", backscatter.attacks.size()}, {"attack_gap_s", backscatter.gap.inSeconds()},
        {"rsdos", rule}, {"attacked_services", backscatter.services.size()}, {"services", services},
        {"largest_attacks", attacks}};
}

} // namespace sweepscope
