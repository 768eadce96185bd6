// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>
#include <vector>

namespace sweepscope {

/// SHA-256 of a file's bytes as they lie on disk, in hexadecimal: what `sha256sum` prints. Empty
/// for what has no places (a pipe), cannot be read, or when stopped.
std::string hashOfFile(const std::string& path, const std::stop_token& stop = {});

/// The same for many files, several at a time, in their order.
std::vector<std::string> hashesOfFiles(
    const std::vector<std::string>& paths, unsigned threads, const std::stop_token& stop = {});

} // namespace sweepscope
