// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/arrangement.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sweepscope::sample {
namespace {

constexpr Moment kMostLate = 5ms;
constexpr std::size_t kReach = 8; // frames that a late one may follow by mistake
constexpr std::size_t kApart = 2 * kReach;

class Arranger {
public:
    explicit Arranger(const Plan& plan)
        : m_plan(plan)
        , m_order(plan.frames().size()) {
        std::iota(m_order.begin(), m_order.end(), 0U);
        std::stable_sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return plan.frames()[a].time < plan.frames()[b].time;
        });
    }

    [[nodiscard]] Moment timeAt(std::size_t place) const {
        return m_plan.frames()[m_order[place]].time;
    }

    std::vector<std::uint32_t> takeOrder() { return std::move(m_order); }

    [[nodiscard]] bool canBeLate(std::size_t place) const {
        const Moment gap = timeAt(place + 1) - timeAt(place);
        return gap > Moment(0) && gap <= kMostLate;
    }

    /// Places far enough from each other that the moves do not touch.
    [[nodiscard]] std::vector<std::size_t> choosePlaces(Random& random, std::size_t count) const {
        std::vector<std::size_t> candidates;
        for (std::size_t place = 0; place + 1 < m_order.size(); ++place) {
            if (canBeLate(place)) {
                candidates.push_back(place);
            }
        }
        random.shuffle(candidates);
        std::vector<std::size_t> chosen;
        for (const std::size_t place : candidates) {
            if (chosen.size() < count &&
                std::none_of(chosen.begin(), chosen.end(), [&](auto other) {
                    return std::max(place, other) - std::min(place, other) < kApart;
                })) {
                chosen.push_back(place);
            }
        }
        return chosen;
    }

    /// Moves the frame behind the last one that is at most 5 ms younger; by how much it is late.
    Moment makeLate(std::size_t place) {
        std::size_t last = place + 1;
        while (last + 1 < m_order.size() && last < place + kReach &&
               timeAt(last + 1) - timeAt(place) <= kMostLate) {
            ++last;
        }
        const Moment lateness = timeAt(last) - timeAt(place);
        const auto begin = m_order.begin() + static_cast<std::ptrdiff_t>(place);
        std::rotate(begin, begin + 1, m_order.begin() + static_cast<std::ptrdiff_t>(last) + 1);
        return lateness;
    }

private:
    const Plan& m_plan;
    std::vector<std::uint32_t> m_order;
};

} // namespace

Arrangement arrange(const Plan& plan, Random& random, std::size_t lateFrames) {
    Arranger arranger(plan);
    Arrangement arrangement;
    for (const std::size_t place : arranger.choosePlaces(random, lateFrames)) {
        arrangement.mostLate = std::max(arrangement.mostLate, arranger.makeLate(place));
        ++arrangement.lateFrames;
    }
    arrangement.order = arranger.takeOrder();
    return arrangement;
}

} // namespace sweepscope::sample
