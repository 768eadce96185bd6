// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.h"

#include <csignal>

namespace sweepscope {

namespace {

/// Wakes the watching thread at the end. By itself it does nothing to anybody.
constexpr int kWake = SIGURG;

sigset_t stopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

sigset_t watchedSignals() {
    sigset_t signals = stopSignals();
    sigaddset(&signals, kWake);
    return signals;
}

/// A file that grows past the limit of its size is an error of the write then, as a full disk is,
/// and what was written of it is taken away again.
void letWritesFail() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGXFSZ);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace

Interrupt::Interrupt() {
    letWritesFail();
    const sigset_t signals = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_thread = std::jthread([this](const std::stop_token& end) { watch(end); });
}

Interrupt::~Interrupt() {
    m_thread.request_stop();
    pthread_kill(m_thread.native_handle(), kWake);
}

void Interrupt::watch(const std::stop_token& end) {
    const sigset_t watched = watchedSignals();
    while (!end.stop_requested()) {
        const int signal = sigwaitinfo(&watched, nullptr);
        if (signal < 0 || signal == kWake)
            continue;
        m_source.request_stop();
        // This thread takes the next one, with its usual effect.
        const sigset_t signals = stopSignals();
        pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
        return;
    }
}

} // namespace sweepscope
