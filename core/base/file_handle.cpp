// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_handle.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <cerrno>
#include <poll.h>
#include <utility>

namespace sweepscope {

std::string systemMessage(int errorNumber) {
    return std::generic_category().message(errorNumber);
}

Result<FileHandle> FileHandle::openToRead(const std::string& path) {
    // A named pipe is opened whether its writer is there or not; reading waits for it.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return Error{about(path, say("cannot be opened: %1", {{systemMessage(errno)}}))};
    FileHandle file(descriptor, true, false);

    struct stat status {};

    if (::fstat(descriptor, &status) != 0)
        return Error{about(path, say("cannot be examined: %1", {{systemMessage(errno)}}))};
    if (S_ISDIR(status.st_mode))
        return Error{about(path, say("is a folder, not a file"))};
    file.m_hasPlaces = S_ISREG(status.st_mode) || S_ISBLK(status.st_mode);
    return file;
}

FileHandle FileHandle::standardInput() {
    struct stat status {};

    const bool regular = ::fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode);
    const bool atStart = regular && ::lseek(STDIN_FILENO, 0, SEEK_CUR) == 0;
    return {STDIN_FILENO, false, atStart};
}

FileHandle::FileHandle(FileHandle&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_owned(std::exchange(other.m_owned, false))
    , m_hasPlaces(other.m_hasPlaces)
    , m_stop(std::move(other.m_stop)) {}

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
    if (this != &other) {
        close();
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_owned = std::exchange(other.m_owned, false);
        m_hasPlaces = other.m_hasPlaces;
        m_stop = std::move(other.m_stop);
    }
    return *this;
}

FileHandle::~FileHandle() {
    close();
}

void FileHandle::close() {
    if (m_owned)
        ::close(m_descriptor);
    m_owned = false;
}

std::uint64_t FileHandle::size() const {
    struct stat status {};

    if (!m_hasPlaces || ::fstat(m_descriptor, &status) != 0)
        return 0;
    return static_cast<std::uint64_t>(status.st_size);
}

Result<std::size_t> FileHandle::readAt(std::uint64_t offset, std::span<std::uint8_t> into) const {
    std::size_t done = 0;
    while (done < into.size()) {
        const ssize_t got = ::pread(m_descriptor, into.data() + done, into.size() - done,
            static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return Error{
                say("reading at byte %1 failed: %2", {{offset + done}, {systemMessage(errno)}})};
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

Result<std::size_t> FileHandle::read(std::span<std::uint8_t> into) {
    while (m_hasPlaces || waitForBytes()) {
        const ssize_t got = ::read(m_descriptor, into.data(), into.size());
        if (got >= 0)
            return static_cast<std::size_t>(got);
        if (errno != EINTR && errno != EAGAIN)
            return Error{say("reading failed: %1", {{systemMessage(errno)}})};
    }
    return 0;
}

/// False when reading is to end before any come.
bool FileHandle::waitForBytes() const {
    constexpr int kBetweenLooks = 100; // ms
    pollfd waiting{m_descriptor, POLLIN, 0};
    while (!m_stop.stop_requested()) {
        const int ready = ::poll(&waiting, 1, kBetweenLooks);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return true; // or an error, which reading will tell
    }
    return false;
}

} // namespace sweepscope
