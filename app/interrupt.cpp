// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.h"

#include <csignal>
#include <ctime>

namespace sweepscope {

namespace {

sigset_t stopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

Interrupt::Interrupt() {
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_thread = std::jthread([this](const std::stop_token& end) { watch(end); });
}

Interrupt::~Interrupt() = default;

void Interrupt::watch(const std::stop_token& end) {
    const sigset_t signals = stopSignals();
    const timespec aMoment{0, 50'000'000};
    while (!end.stop_requested()) {
        if (sigtimedwait(&signals, nullptr, &aMoment) < 0)
            continue;
        m_source.request_stop();
        // This thread takes the next one, with its usual effect.
        pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
        return;
    }
}

} // namespace sweepscope
