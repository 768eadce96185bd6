// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/stacks.h"

#include <algorithm>
#include <utility>

namespace sweepscope::sample {
namespace {

constexpr Moment kDoubling[] = {1s, 3s, 7s};
constexpr Moment kLinear[] = {1s, 2s, 3s, 4s, 5s, 7s};
constexpr Moment kSlow[] = {3s, 9s};

constexpr Stack kStacks[] = {
    {"Linux 6.5 or newer", kLinear, 64, 64240, 10, false},
    {"Linux 5", kDoubling, 64, 64240, 7, false},
    {"Linux 4", kDoubling, 64, 29200, 7, false},
    {"Linux 3", kDoubling, 64, 14600, 6, false},
    {"Windows 10", kDoubling, 128, 64240, 8, true},
    {"Windows 7", kSlow, 128, 8192, 8, true},
};
constexpr std::size_t kLinuxCount = 4;

} // namespace

std::span<const Stack> stacks() {
    return kStacks;
}

const Stack& anyStack(Random& random) {
    return random.pick(kStacks);
}

const Stack& anyLinux(Random& random) {
    return random.pick(stacks().first(kLinuxCount));
}

const Stack& anyWindows(Random& random) {
    return random.pick(stacks().subspan(kLinuxCount));
}

ConnectingHost::ConnectingHost(Source source, const Stack& stack, Random& random)
    : m_source(std::move(source))
    , m_stack(stack)
    , m_identification(random.bits16())
    , m_port(random.port(49152, 65000))
    , m_clock(random.bits32()) {}

Bytes ConnectingHost::options(Moment time) const {
    if (m_stack.isWindows) {
        return {2, 4, 5, 0xb4, 1, 3, 3, m_stack.windowScale, 1, 1, 4, 2};
    }
    Bytes bytes = {2, 4, 5, 0xb4, 4, 2, 8, 10};
    put32(bytes, m_clock + static_cast<std::uint32_t>(time / 1ms));
    put32(bytes, 0);
    bytes.insert(bytes.end(), {1, 3, 3, m_stack.windowScale});
    return bytes;
}

std::uint16_t ConnectingHost::nextPort(Random& random) {
    if (!m_stack.isWindows) {
        return random.port(32768, 60999);
    }
    m_port = m_port == 65535 ? std::uint16_t{49152} : static_cast<std::uint16_t>(m_port + 1);
    return m_port;
}

void ConnectingHost::connect(Plan& plan, MemberId member, Random& random, Moment time,
    std::uint32_t target, std::uint16_t port, std::size_t repeats) {
    if (!m_stack.isWindows) {
        m_identification = random.bits16(); // Linux counts within a connection, Windows across
    }
    TcpHeader tcp = {nextPort(random), port, 0, 0, kSyn, m_stack.window};
    tcp.sequence = random.bits32();
    for (std::size_t i = 0; i <= std::min(repeats, m_stack.repeats.size()); ++i) {
        const Moment late = i == 0 ? Moment(0) : m_stack.repeats[i - 1] + random.moment(2ms, 30ms);
        tcp.options = options(time + late);
        const Ipv4Header ip = {
            m_source.address, target, m_source.ttl(m_stack.initialTtl), m_identification++, true};
        plan.add(member, time + late, target, port, tcpPacket(ip, tcp));
    }
}

} // namespace sweepscope::sample
