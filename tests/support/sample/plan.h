// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/day.h"
#include "sample/frame.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope::sample {

/// The kinds of packet and, after them, the bins that have no kind.
enum class Kind {
    syn,
    null,
    fin,
    xmas,
    udp,
    icmpRequest,
    rst,
    synAck,
    udpAnswer,
    icmpAnswer,
    tcp,
    icmp,
    ip,
    fragment,
    notIp,
    malformed,
};

enum class Place { telescope, outsideIpv4, outsideIpv6 };

/// What one source was made to send: one line of the truth file.
struct Member {
    std::string population;
    std::string tool; // in the words of the program's reports; "unknown" for an operating system
    std::string variant;
    std::string source;
    std::string country;
    std::string protocol;
    Kind kind = Kind::syn;
    Place place = Place::telescope;
};

struct PortTally {
    std::uint64_t packets = 0;
    std::vector<std::uint32_t> targets; // with repeats
};

struct Tally {
    std::uint64_t packets = 0;
    Moment first = kDayLength;
    Moment last = Moment(0);
    std::map<std::uint16_t, PortTally> ports;
};

struct PlannedFrame {
    Moment time;
    std::size_t at = 0; // in Plan::bytes
    std::uint16_t captured = 0;
    std::uint16_t original = 0;
};

using MemberId = std::size_t;

/// Every frame of the day, with the member that sent it, in the order of planting.
///
/// The counts of the truth file come from here: from what was planted, never from reading it back.
class Plan {
public:
    MemberId open(Member member);

    /// Plants an IPv4 packet; `port` is the one that the kind is keyed by. Nothing is planted when
    /// the moment is not within the day.
    void add(MemberId member, Moment time, std::uint32_t target, std::uint16_t port,
        const Bytes& packet);

    /// Plants a whole frame of which only the first `captured` bytes were kept. `target` is any
    /// number that tells targets apart.
    void addFrame(MemberId member, Moment time, std::uint32_t target, std::uint16_t port,
        const Bytes& frame, std::size_t captured);

    [[nodiscard]] const std::vector<Member>& members() const { return m_members; }

    [[nodiscard]] const Tally& tally(MemberId member) const { return m_tallies[member]; }

    [[nodiscard]] const std::vector<PlannedFrame>& frames() const { return m_frames; }

    [[nodiscard]] std::span<const std::uint8_t> bytes(const PlannedFrame& frame) const;

private:
    void count(MemberId member, Moment time, std::uint32_t target, std::uint16_t port);

    std::vector<Member> m_members;
    std::vector<Tally> m_tallies; // by MemberId
    std::vector<PlannedFrame> m_frames;
    Bytes m_bytes;
};

std::string_view kindName(Kind kind);
std::string_view binName(Kind kind);

} // namespace sweepscope::sample
