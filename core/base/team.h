// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <barrier>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sweepscope {

/// A few threads that do one step together and wait for one another, again and again.
///
///     Team team(4);
///     team.run([&](unsigned member) { ... });   // member 0 is the calling thread
///
/// `run` returns when every member has returned, and what the members wrote is then visible to the
/// caller. What a member throws (memory may run out) is thrown on to the caller. Threads are
/// started once, since a capture needs thousands of steps.
class Team {
public:
    using Step = std::function<void(unsigned member)>;

    explicit Team(unsigned size);
    ~Team();
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;

    [[nodiscard]] unsigned size() const { return static_cast<unsigned>(m_threads.size()) + 1; }

    void run(const Step& step);

private:
    void work(unsigned member);
    void runStep(unsigned member);

    std::barrier<> m_gate;
    const Step* m_step = nullptr; ///< null: the team goes home
    std::mutex m_mutex;
    std::exception_ptr m_failure;        ///< the first that a member threw in this step
    std::vector<std::jthread> m_threads; // last: they use everything above
};

/// Runs `step(member, i)` for each i below `count`, in all members of a team where there is one;
/// else in the caller, as member 0.
template <typename Step>
void forAll(Team* team, std::size_t count, Step step) {
    std::atomic<std::size_t> next{0};
    const auto takeSome = [&](unsigned member) {
        for (std::size_t i = next++; i < count; i = next++)
            step(member, i);
    };
    if (team == nullptr)
        takeSome(0);
    else
        team->run(takeSome);
}

/// How many members `forAll` has.
inline std::size_t memberCount(const Team* team) {
    return team == nullptr ? 1 : team->size();
}

} // namespace sweepscope
