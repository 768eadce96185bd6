// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/limits.h"

#include <unistd.h>

#include <csignal>
#include <exception>
#include <stdexcept>

namespace sweepscope::tests {

namespace {
constexpr uid_t kNobody = 65534;
} // namespace

FileSizeLimit::FileSizeLimit(rlim_t bytes) {
    m_handlerBefore = std::signal(SIGXFSZ, SIG_IGN); // so that write() fails and nothing is killed
    if (::getrlimit(RLIMIT_FSIZE, &m_before) != 0)
        throw std::runtime_error("getrlimit");
    const rlimit limit{bytes, m_before.rlim_max};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
        throw std::runtime_error("setrlimit");
}

FileSizeLimit::~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handlerBefore);
}

NobodysRights::NobodysRights()
    : m_wasAdministrator(::geteuid() == 0) {
    if (m_wasAdministrator && ::seteuid(kNobody) != 0)
        throw std::runtime_error("seteuid");
}

NobodysRights::~NobodysRights() {
    if (m_wasAdministrator && ::seteuid(0) != 0)
        std::terminate();
}

} // namespace sweepscope::tests
