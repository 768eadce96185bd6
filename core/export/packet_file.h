// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/read_packets_of.h"
#include "base/result.h"

#include <string>

namespace sweepscope {

/// Writes packets as a classic capture with nanoseconds, whole or not at all. Such a file has one
/// link type: packets of another than the first one's make it fail, with a remedy.
Status writePacketFile(const FoundPackets& found, const std::string& path);

/// What finds these packets again: in Wireshark's filter field, and in libpcap's language, which
/// tcpdump and --filter take. Without ports, all packets of the source.
std::string displayFilterFor(const Address& source, const std::vector<PortTerm>& ports = {});
std::string captureFilterFor(const Address& source, const std::vector<PortTerm>& ports = {});

} // namespace sweepscope
