// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <stdexcept>

namespace sweepscope::tests {

MemoryFile::MemoryFile(std::span<const std::uint8_t> content)
    : m_descriptor(::memfd_create("sweepscope-test", MFD_CLOEXEC)) {
    if (m_descriptor < 0)
        throw std::runtime_error("memfd_create");
    while (!content.empty()) {
        const ssize_t wrote = ::write(m_descriptor, content.data(), content.size());
        if (wrote <= 0)
            throw std::runtime_error("no memory for a file");
        content = content.subspan(static_cast<std::size_t>(wrote));
    }
}

MemoryFile::~MemoryFile() {
    ::close(m_descriptor);
}

std::string MemoryFile::path() const {
    return "/proc/self/fd/" + std::to_string(m_descriptor);
}

} // namespace sweepscope::tests
