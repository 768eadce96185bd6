// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_files.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace sweepscope::tests {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    static std::atomic<unsigned> counter{0};
    m_path = fs::temp_directory_path() /
             ("sweepscope-test-" + std::to_string(::getpid()) + "-" + std::to_string(counter++));
    fs::create_directories(m_path);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::string TemporaryFolder::path(const std::string& name) const {
    return (m_path / name).string();
}

std::string TemporaryFolder::write(const std::string& name, std::string_view content) const {
    std::string file = path(name);
    fs::create_directories(fs::path(file).parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!stream.flush())
        throw std::runtime_error("cannot write " + file);
    return file;
}

std::string TemporaryFolder::write(
    const std::string& name, const std::vector<std::uint8_t>& content) const {
    return write(
        name, std::string_view(reinterpret_cast<const char*>(content.data()), content.size()));
}

std::string sourceFile(const std::string& path) {
    return std::string(SOURCE_FOLDER) + "/" + path;
}

std::string builtProgram(const std::string& name) {
    return std::string(BUILD_FOLDER) + "/bin/" + name;
}

std::optional<fs::path> publicCaptures() {
    const char* const chosen = std::getenv("SWEEPSCOPE_PUBLIC_CAPTURES");
    const fs::path folder =
        chosen != nullptr ? fs::path(chosen) : fs::path(SOURCE_FOLDER) / "../shared/captures";
    if (!fs::is_directory(folder))
        return std::nullopt;
    return fs::canonical(folder);
}

std::string readText(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::uint8_t> readBytes(const std::string& path) {
    const std::string text = readText(path);
    return {text.begin(), text.end()};
}

} // namespace sweepscope::tests
