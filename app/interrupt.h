// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace sweepscope {

/// Turns the first SIGINT or SIGTERM into a request to stop; a second one ends the program as
/// usual. Make it before any other thread, so that all of them leave these signals to it.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

    [[nodiscard]] bool happened() const { return m_source.stop_requested(); }

private:
    void watch(const std::stop_token& end);

    std::stop_source m_source;
    std::jthread m_thread;
};

} // namespace sweepscope
