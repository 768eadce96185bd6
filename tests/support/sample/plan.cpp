// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/plan.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sweepscope::sample {
namespace {

struct KindNames {
    std::string_view kind;
    std::string_view bin;
};

constexpr std::array<KindNames, 16> kKindNames = {{
    {"syn", "probe"},
    {"null", "probe"},
    {"fin", "probe"},
    {"xmas", "probe"},
    {"udp", "probe"},
    {"icmp-request", "probe"},
    {"rst", "backscatter"},
    {"synack", "backscatter"},
    {"udp-answer", "backscatter"},
    {"icmp-answer", "backscatter"},
    {"tcp", "other"},
    {"icmp", "other"},
    {"ip", "other"},
    {"", "fragment"},
    {"", "not_ip"},
    {"", "malformed"},
}};

} // namespace

std::string_view kindName(Kind kind) {
    return kKindNames[static_cast<std::size_t>(kind)].kind;
}

std::string_view binName(Kind kind) {
    return kKindNames[static_cast<std::size_t>(kind)].bin;
}

MemberId Plan::open(Member member) {
    m_members.push_back(std::move(member));
    m_tallies.emplace_back();
    return m_members.size() - 1;
}

void Plan::add(
    MemberId member, Moment time, std::uint32_t target, std::uint16_t port, const Bytes& packet) {
    const Bytes frame = ethernetFrame(kEtherTypeIpv4, packet);
    addFrame(member, time, target, port, frame, frame.size());
}

void Plan::addFrame(MemberId member, Moment time, std::uint32_t target, std::uint16_t port,
    const Bytes& frame, std::size_t captured) {
    if (!isInDay(time)) {
        return;
    }
    count(member, time, target, port);
    m_frames.push_back({time, m_bytes.size(), static_cast<std::uint16_t>(captured),
        static_cast<std::uint16_t>(frame.size())});
    m_bytes.insert(
        m_bytes.end(), frame.begin(), frame.begin() + static_cast<std::ptrdiff_t>(captured));
}

void Plan::count(MemberId member, Moment time, std::uint32_t target, std::uint16_t port) {
    Tally& tally = m_tallies[member];
    ++tally.packets;
    tally.first = std::min(tally.first, time);
    tally.last = std::max(tally.last, time);
    PortTally& atPort = tally.ports[port];
    ++atPort.packets;
    atPort.targets.push_back(target);
}

std::span<const std::uint8_t> Plan::bytes(const PlannedFrame& frame) const {
    return std::span(m_bytes).subspan(frame.at, frame.captured);
}

} // namespace sweepscope::sample
