// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/packing.h"
#include "support/frames.h"

namespace sweepscope::tests {

/// The bytes as one member (frame, stream) of a packing, as its usual program writes it with
/// checksums where it has them. Throws std::runtime_error where the library refuses.
Bytes packed(const Bytes& content, Packing packing);

/// The legacy format of lz4 in blocks of so many bytes each.
Bytes packedLz4Legacy(const Bytes& content, std::size_t blockBytes);

/// A frame that says nothing (RFC 8878, 3.1.2), as parallel writers put between others.
Bytes skippableFrame(std::size_t bytes);

} // namespace sweepscope::tests
