// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_files.h"

#include <system_error>

#include <filesystem>

namespace sweepscope {

std::optional<std::string> findDataFile(const std::string& name) {
    std::error_code problem;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
    if (problem)
        return std::nullopt;
    const auto path = program.parent_path().parent_path() / "share" / "sweepscope" / name;
    if (!std::filesystem::exists(path, problem))
        return std::nullopt;
    return path.string();
}

} // namespace sweepscope
