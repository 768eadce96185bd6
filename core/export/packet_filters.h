// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "narrowing/term.h"

#include <string>
#include <vector>

namespace sweepscope {

/// What finds the packets of a source again: in Wireshark's filter field, and in libpcap's
/// language, which tcpdump and --filter take. Without ports, all packets of the source.
std::string displayFilterFor(const Address& source, const std::vector<PortTerm>& ports = {});
std::string captureFilterFor(const Address& source, const std::vector<PortTerm>& ports = {});

} // namespace sweepscope
