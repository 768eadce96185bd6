// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <QString>

namespace sweepscope {

/// Bytes as lines of sixteen: offset, hexadecimal, and what of it is ASCII.
QString hexDump(ByteSpan bytes);

} // namespace sweepscope
