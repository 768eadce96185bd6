// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/passing_name.h"

#include "base/hash.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <filesystem>

namespace sweepscope {

namespace {

/// Where numbers of processes mean something: the machine, and on it the container.
std::string placeOfProcesses() {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    std::uint64_t place = 0;
    for (const char character : std::string_view(host.data()))
        place = mix64(place ^ static_cast<unsigned char>(character));

    struct stat numbers {}; // namespaces(7): the same file for all processes that share it

    if (::stat("/proc/self/ns/pid", &numbers) == 0)
        place = mix64(place ^ numbers.st_ino);
    return fmt::format("{:08x}", static_cast<std::uint32_t>(place));
}

bool isThere(pid_t process) {
    return ::kill(process, 0) == 0 || errno == EPERM;
}

/// "day.csv.1a2b3c4d-", before the number of the process.
std::string frontOf(const std::filesystem::path& path) {
    return fmt::format("{}.{}-", path.filename().string(), placeOfProcesses());
}

/// Whether what follows the front is the number of a process that is gone, and an ending.
bool isLeftBehind(std::string_view rest) {
    pid_t process = 0;
    const char* const end = rest.data() + rest.size();
    const auto [stopped, problem] = std::from_chars(rest.data(), end, process);
    return problem == std::errc() && process > 0 && stopped != end && *stopped == '.' &&
           !isThere(process);
}

} // namespace

std::string passingName(const std::string& path, std::string_view ending) {
    const std::filesystem::path whole = path;
    return (whole.parent_path() / fmt::format("{}{}.{}", frontOf(whole), ::getpid(), ending))
        .string();
}

void removeLeftBehind(const std::string& path) {
    const std::filesystem::path whole = path;
    const std::string front = frontOf(whole);
    const std::filesystem::path folder = whole.has_parent_path() ? whole.parent_path() : ".";
    std::error_code problem;
    std::filesystem::directory_iterator entry(folder, problem);
    for (const std::filesystem::directory_iterator end; !problem && entry != end;
         entry.increment(problem)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored; // whoever may not remove it can write the file all the same
        if (name.starts_with(front) && isLeftBehind(std::string_view(name).substr(front.size())))
            std::filesystem::remove_all(entry->path(), ignored);
    }
}

} // namespace sweepscope
