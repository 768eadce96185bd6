// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/frame.h"
#include "sample/random.h"

#include <cstdint>

namespace sweepscope::sample {

// What UDP probes ask.
Bytes dnsVersionQuestion();
Bytes ntpMonlistQuestion();
Bytes snmpQuestion();
Bytes ssdpSearch();
Bytes coapQuestion();
Bytes sipOptions(std::uint32_t source, std::uint32_t target, std::uint16_t sourcePort);
Bytes dhtPing(Random& random);

// What services answer.
Bytes dnsAnswer(Random& random, bool isRefused);
Bytes ntpTimeAnswer(Random& random);
Bytes ntpMonlistAnswer();
Bytes ssdpAnswer();
Bytes memcachedAnswer();

} // namespace sweepscope::sample
