// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace sweepscope {

/// Runs requests one at a time on its own thread and keeps only the newest of those that wait.
///
/// The running job is finished and the newest waiting request follows, so that pictures follow a
/// dragged slider and never run more than one job behind. `cancel` and the end of this object ask
/// the running job to stop; the job must look at its stop_token often. Declare it as the last
/// member of its owner: the thread has then ended before anything the job uses goes away.
template <typename Request>
class LatestOnly {
public:
    using Job = std::function<void(const Request&, std::stop_token)>;

    explicit LatestOnly(Job job)
        : m_job(std::move(job))
        , m_thread([this](const std::stop_token& end) { run(end); }) {}

    ~LatestOnly() {
        m_thread.request_stop();
        cancel();
    }

    LatestOnly(const LatestOnly&) = delete;
    LatestOnly& operator=(const LatestOnly&) = delete;

    /// Takes the place of any request still waiting.
    void submit(Request request) {
        const std::lock_guard lock(m_mutex);
        m_waiting = std::move(request);
        m_wake.notify_one();
    }

    /// Forgets what waits and asks what runs to stop.
    void cancel() {
        const std::lock_guard lock(m_mutex);
        m_waiting.reset();
        m_current.request_stop();
    }

private:
    void run(const std::stop_token& end) {
        std::unique_lock lock(m_mutex);
        while (m_wake.wait(lock, end, [this] { return m_waiting.has_value(); })) {
            const Request request = *std::exchange(m_waiting, std::nullopt);
            m_current = std::stop_source();
            const std::stop_token stop = m_current.get_token();
            lock.unlock();
            m_job(request, stop);
            lock.lock();
        }
    }

    Job m_job;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Request> m_waiting;
    std::stop_source m_current;
    std::jthread m_thread; // last: starts after everything above, joins before it goes
};

} // namespace sweepscope
