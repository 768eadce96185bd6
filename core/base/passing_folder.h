// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>

namespace sweepscope {

/// A folder beside a file for what is needed while it is written; gone with this object. What a
/// killed process has left of such folders is removed.
class PassingFolder {
public:
    /// Beside this file, which need not be there.
    explicit PassingFolder(const std::string& path);
    ~PassingFolder();
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;

    /// Fails with the folder and the system's reason.
    [[nodiscard]] Status make() const;

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

} // namespace sweepscope
