// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace sweepscope::tests {

/// A file that is nowhere but in memory and has a path all the same, for tests that open thousands
/// of them. Gone with this object.
class MemoryFile {
public:
    explicit MemoryFile(std::span<const std::uint8_t> content);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::string path() const;

private:
    int m_descriptor;
};

} // namespace sweepscope::tests
