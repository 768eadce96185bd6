// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/passing_folder.h"

#include "base/passing_name.h"

#include <system_error>

#include <filesystem>

namespace sweepscope {

PassingFolder::PassingFolder(const std::string& path)
    : m_path(passingName(path, "parts")) {
    removeLeftBehind(path);
}

PassingFolder::~PassingFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

Status PassingFolder::make() const {
    std::error_code problem;
    std::filesystem::create_directory(m_path, problem);
    if (problem)
        return Error{about(m_path, say("cannot be made: %1", {{problem.message()}}))};
    return {};
}

} // namespace sweepscope
