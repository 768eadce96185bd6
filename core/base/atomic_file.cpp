// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomic_file.h"

#include "base/file_handle.h"
#include "base/passing_name.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace sweepscope {

namespace {

Error cannotWrite(const std::string& path, int errorNumber) {
    return {about(path, say("cannot be written: %1", {{systemMessage(errorNumber)}}))};
}

Status writeAll(int descriptor, const std::string& path, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return cannotWrite(path, errno);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Status writeTemporary(const std::string& temporary, const std::string& path,
    const std::function<void(const TextSink& sink)>& produce) {
    constexpr mode_t kReadableByAll = 0644;
    const int descriptor =
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kReadableByAll);
    if (descriptor < 0)
        return cannotWrite(path, errno);
    Status status;
    std::string buffer;
    constexpr std::size_t kBufferBytes = std::size_t{256} * 1024;
    const auto flush = [&] {
        if (status.ok())
            status = writeAll(descriptor, path, buffer);
        buffer.clear();
    };
    produce([&](std::string_view piece) {
        buffer += piece;
        if (buffer.size() >= kBufferBytes)
            flush();
    });
    flush();
    if (::close(descriptor) != 0 && status.ok())
        status = cannotWrite(path, errno);
    return status;
}

/// Without this a crash of the machine could leave the new name pointing at nothing.
Status flushToDisk(const std::string& temporary, const std::string& path) {
    const int descriptor = ::open(temporary.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return cannotWrite(path, errno);
    const int failed = ::fsync(descriptor);
    const int errorNumber = errno;
    ::close(descriptor);
    if (failed != 0 && errorNumber != EINVAL)
        return cannotWrite(path, errorNumber);
    return {};
}

/// A name beside the file; whatever is left under it is removed in the end, also when an exception
/// comes through.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string path)
        : m_path(std::move(path)) {}

    ~TemporaryFile() { ::unlink(m_path.c_str()); }

    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

/// Where a link points to, so that the link stays and what it names is replaced.
std::string withoutLinks(const std::string& path) {
    char* resolved = ::realpath(path.c_str(), nullptr);
    if (resolved == nullptr)
        return path;
    std::string real = resolved;
    ::free(resolved); // NOLINT(cppcoreguidelines-no-malloc): realpath allocates so
    return real;
}

} // namespace

Status writeFileAtomically(const std::string& path, std::string_view content) {
    return writeFileAtomically(path, [&](const TextSink& sink) { sink(content); });
}

Status writeFileAtomically(
    const std::string& path, const std::function<void(const TextSink& sink)>& produce) {
    return replaceFileAtomically(path,
        [&](const std::string& temporary) { return writeTemporary(temporary, path, produce); });
}

Status writeCheckedFile(
    const std::string& path, const std::function<Status(const TextSink& sink)>& produce) {
    return replaceFileAtomically(path, [&](const std::string& temporary) {
        Status produced;
        Status written = writeTemporary(
            temporary, path, [&](const TextSink& sink) { produced = produce(sink); });
        return produced.ok() ? written : produced;
    });
}

Status replaceFileAtomically(
    const std::string& path, const std::function<Status(const std::string& temporary)>& write) {
    const std::string target = withoutLinks(path);

    struct stat status {};

    const bool exists = ::stat(target.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        return Error{about(path, say("cannot be written: it is a folder"))};
    if (exists && !S_ISREG(status.st_mode))
        return write(target); // a pipe or a device has no old content to keep
    removeLeftBehind(target);
    const TemporaryFile temporary(passingName(target, "part"));
    Status written = write(temporary.path());
    if (written.ok())
        written = flushToDisk(temporary.path(), path);
    if (written.ok() && ::rename(temporary.path().c_str(), target.c_str()) != 0)
        written = cannotWrite(path, errno);
    return written;
}

} // namespace sweepscope
