// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/day.h"
#include "sample/plan.h"
#include "sample/random.h"
#include "sample/source_pool.h"

#include <cstdint>
#include <span>

namespace sweepscope::sample {

/// How an operating system's connect() looks from outside.
struct Stack {
    const char* name;
    std::span<const Moment> repeats; // of an unanswered SYN, after the first
    unsigned initialTtl;
    std::uint16_t window;
    std::uint8_t windowScale;
    bool isWindows;
};

/// Linux of four ages (the newest repeats at even intervals first), Windows of two.
std::span<const Stack> stacks();
const Stack& anyStack(Random& random);
const Stack& anyLinux(Random& random);
const Stack& anyWindows(Random& random);

/// One machine that connects: it counts its IP IDs and ports and keeps its clock.
class ConnectingHost {
public:
    ConnectingHost(Source source, const Stack& stack, Random& random);

    /// A SYN and, as long as its program waits, its repeats: at most `repeats` of them.
    void connect(Plan& plan, MemberId member, Random& random, Moment time, std::uint32_t target,
        std::uint16_t port, std::size_t repeats);

private:
    [[nodiscard]] Bytes options(Moment time) const;
    std::uint16_t nextPort(Random& random);

    Source m_source;
    Stack m_stack;
    std::uint16_t m_identification = 0;
    std::uint16_t m_port = 0;
    std::uint32_t m_clock = 0;
};

} // namespace sweepscope::sample
