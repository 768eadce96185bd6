// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace sweepscope {

/// Writes a file whole or not at all: into a new file beside it, flushed to disk, then renamed over
/// the old one. After a failure (full disk, missing right) the old file is as it was and nothing
/// new lies beside it. What a process that was killed has left beside it is removed by the next
/// that writes the file.
Status writeFileAtomically(const std::string& path, std::string_view content);

/// Takes text piece by piece.
using TextSink = std::function<void(std::string_view)>;

/// The same for content that is made piece by piece and never held whole.
Status writeFileAtomically(
    const std::string& path, const std::function<void(const TextSink& sink)>& produce);

/// The same, where what `produce` returns decides whether the file takes its place.
Status writeCheckedFile(
    const std::string& path, const std::function<Status(const TextSink& sink)>& produce);

/// The same for content that another library writes: `write` is given the name of the temporary
/// file, which it must create; what it returns decides whether the file takes its place.
Status replaceFileAtomically(
    const std::string& path, const std::function<Status(const std::string& temporary)>& write);

} // namespace sweepscope
