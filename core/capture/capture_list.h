// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sweepscope {

/// The captures among some paths.
struct CaptureList {
    std::vector<std::string> files;
    std::size_t ignored = 0; ///< files of folders that hold no capture, by their content
};

/// Replaces each folder by the captures in it and below it, by name. Files that were named stay,
/// whatever they hold; in folders, what does not begin as a capture (or a compressed file) is
/// ignored, since notes and checksums lie beside captures.
CaptureList listCaptures(const std::vector<std::string>& paths);

/// The time of the first frame; nothing where there is none or the file cannot be opened.
std::optional<Timestamp> firstFrameTime(const std::string& path);

/// The files in the order of their first frames; equal ones by name. What has no frames comes last.
/// What can be read only once, a pipe, comes first.
std::vector<std::string> inOrderOfTime(std::vector<std::string> files);

} // namespace sweepscope
