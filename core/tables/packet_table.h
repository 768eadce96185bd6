// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/read_packets_of.h"
#include "tables/table.h"

#include <memory>
#include <string>

namespace sweepscope {

using FoundPacketsPointer = std::shared_ptr<const FoundPackets>;

/// Packets in the order of time, decoded as far as scans are told by it.
std::shared_ptr<const Table> packetTable(FoundPacketsPointer found);

/// "SYN", "SYN ACK", "none": the flags of a TCP header.
std::string flagsText(std::uint8_t flags);

} // namespace sweepscope
