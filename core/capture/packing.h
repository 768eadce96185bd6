// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "capture/byte_source.h"

#include <memory>
#include <string_view>

namespace sweepscope {

/// How a file is compressed.
enum class Packing : std::uint8_t { none, gzip, zstd, lz4, lz4Legacy, xz, bzip2 };

/// As in reports; empty for none.
std::string_view nameOf(Packing packing);

/// Told by the first bytes: gzip (RFC 1952), zstd and its skippable frames (RFC 8878), the lz4
/// frame format and the one before it, xz, bzip2.
Packing packingOf(ByteSpan front);

/// The content of a compressed stream, of any number of members one after another, with padding of
/// zeros between and behind them. Damage and an early end are errors that name the byte of the
/// file; what came out before them was delivered.
std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> packed, Packing packing);

} // namespace sweepscope
