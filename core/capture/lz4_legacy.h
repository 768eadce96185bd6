// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/codec.h"

#include <memory>

namespace sweepscope {

/// The lz4 format of before 2013, which `lz4 -l` and the Linux kernel still write: a magic number,
/// then blocks of at most 8 MiB, each behind its packed length (lz4_Frame_format.md, "Legacy
/// frame"). Nothing marks the end; another magic number begins another file. The library's frame
/// interface does not know it.
std::unique_ptr<Codec> makeLz4LegacyCodec();

} // namespace sweepscope
