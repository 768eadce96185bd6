// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/day.h"
#include "sample/frame.h"
#include "sample/random.h"
#include "sample/source_pool.h"

#include <cstdint>
#include <functional>

namespace sweepscope::sample {

struct Probe {
    Moment time;
    std::uint32_t target = 0;
    std::uint16_t port = 0;
};

/// Makes the packet of one probe. What a run of the tool keeps constant is drawn when the maker is
/// made, the rest once per packet.
using ProbeMaker = std::function<Bytes(Random&, const Probe&)>;

enum class ZmapVersion { two, three };
enum class ZmapOptions { likeWindows, likeLinux, likeBsd, smallestProbes };
enum class MasscanAge { window1024, window1025 };

// SYN probes.
ProbeMaker zmapSyn(const Source& source, ZmapVersion version);
ProbeMaker zmapNewSyn(const Source& source, ZmapOptions options, Moment scanStart);
ProbeMaker masscanSyn(const Source& source, Random& random, MasscanAge age);
ProbeMaker miraiSyn(const Source& source, Random& random);
ProbeMaker hpingSyn(const Source& source, Random& random);
ProbeMaker unicornscanSyn(const Source& source, Random& random);
ProbeMaker scapySyn(const Source& source);

// Other probes of ZMap: the IP ID is 54321 before 4.1 and random since.
ProbeMaker zmapEcho(const Source& source, ZmapVersion version);
ProbeMaker zmapUdp(const Source& source, Bytes payload);
ProbeMaker zmapNewEcho(const Source& source);
ProbeMaker zmapNewUdp(const Source& source, Bytes payload);

/// One group of at most 1,024 hosts that Nmap scans together with one mask.
class NmapGroup {
public:
    NmapGroup(Source source, Random& random);

    /// `flags` is the whole flag byte: SYN, FIN, none, or FIN with PSH and URG.
    [[nodiscard]] Bytes probe(
        Random& random, const Probe& probe, std::uint8_t flags, unsigned attempt) const;

private:
    Source m_source;
    std::uint32_t m_mask = 0;
    std::uint16_t m_sourcePort = 0;
};

} // namespace sweepscope::sample
