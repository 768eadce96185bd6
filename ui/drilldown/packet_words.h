// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/packet_behaviour.h"

#include <QStringList>

namespace sweepscope {

/// How packets behave, in sentences: the order of targets, the gaps, TTL and source ports.
QStringList behaviourWords(const PacketBehaviour& behaviour);

} // namespace sweepscope
