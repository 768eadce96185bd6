// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_files.h"

#include <system_error>

#include <filesystem>

namespace sweepscope {

std::string dataFolder() {
    std::error_code problem;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
    return problem ? std::string()
                   : (program.parent_path().parent_path() / "share" / "sweepscope").string();
}

std::optional<std::string> findDataFile(const std::string& name) {
    const std::string folder = dataFolder();
    if (folder.empty())
        return std::nullopt;
    std::error_code problem;
    const auto path = std::filesystem::path(folder) / name;
    if (!std::filesystem::exists(path, problem))
        return std::nullopt;
    return path.string();
}

} // namespace sweepscope
