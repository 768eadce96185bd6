// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope::tests {

/// A folder of its own for one test, gone with this object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] std::string path(const std::string& name) const;

    /// Writes a file into the folder and gives its path.
    [[nodiscard]] std::string write(const std::string& name, std::string_view content) const;
    [[nodiscard]] std::string write(const std::string& name,
        const std::vector<std::uint8_t>& content) const;

private:
    std::filesystem::path m_path;
};

/// A file of the source tree: "tests/data/...", "resources/...".
std::string sourceFile(const std::string& path);

/// A program of the build tree: "sweepscope-cli".
std::string builtProgram(const std::string& name);

/// The folder of public captures that is kept beside the project, or nothing where it is not there:
/// tests over it skip with a message then.
std::optional<std::filesystem::path> publicCaptures();

std::vector<std::uint8_t> readBytes(const std::string& path);
std::string readText(const std::string& path);

} // namespace sweepscope::tests
