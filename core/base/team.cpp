// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/team.h"

#include <algorithm>
#include <utility>

namespace sweepscope {

Team::Team(unsigned size)
    : m_gate(std::max(size, 1U)) {
    for (unsigned member = 1; member < size; ++member)
        m_threads.emplace_back([this, member] { work(member); });
}

Team::~Team() {
    m_step = nullptr;
    m_gate.arrive_and_wait();
}

void Team::run(const Step& step) {
    m_step = &step;
    m_gate.arrive_and_wait();
    runStep(0);
    m_gate.arrive_and_wait();
    if (m_failure)
        std::rethrow_exception(std::exchange(m_failure, nullptr));
}

void Team::runStep(unsigned member) {
    try {
        (*m_step)(member);
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        if (!m_failure)
            m_failure = std::current_exception();
    }
}

void Team::work(unsigned member) {
    while (true) {
        m_gate.arrive_and_wait();
        if (m_step == nullptr)
            return;
        runStep(member);
        m_gate.arrive_and_wait();
    }
}

} // namespace sweepscope
