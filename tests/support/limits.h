// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>

namespace sweepscope::tests {

/// While it lives, no file grows beyond so many bytes: writing fails half way, as on a full disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes);
    ~FileSizeLimit();
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handlerBefore)(int) = nullptr;
};

/// While it lives, the program has the rights of nobody, where it began with all of them; file
/// modes mean something then.
class NobodysRights {
public:
    NobodysRights();
    ~NobodysRights();
    NobodysRights(const NobodysRights&) = delete;
    NobodysRights& operator=(const NobodysRights&) = delete;

private:
    bool m_wasAdministrator;
};

} // namespace sweepscope::tests
