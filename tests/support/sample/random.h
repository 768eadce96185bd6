// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace sweepscope::sample {

/// The same numbers on every machine: xoshiro256** seeded through splitmix64.
///
/// Only integers are drawn. The distributions of the standard library and the functions of libm
/// differ between implementations, so neither is used. Never draw twice in one expression: the
/// order of evaluation differs between compilers.
class Random {
public:
    explicit Random(std::uint64_t seed);

    /// A stream of its own for the `index`-th thing called `name`, so that a change to one
    /// population leaves the others as they were.
    Random(std::uint64_t seed, std::string_view name, std::uint64_t index);

    std::uint64_t next();

    std::uint8_t bits8() { return static_cast<std::uint8_t>(next() >> 56); }

    std::uint16_t bits16() { return static_cast<std::uint16_t>(next() >> 48); }

    std::uint32_t bits32() { return static_cast<std::uint32_t>(next() >> 32); }

    /// Uniform in [0, bound); bound > 0.
    std::uint64_t below(std::uint64_t bound);
    /// Uniform in [low, high], both ends included.
    std::uint64_t between(std::uint64_t low, std::uint64_t high);

    bool percent(unsigned share) { return below(100) < share; }

    std::uint16_t port(std::uint16_t low, std::uint16_t high);
    /// Uniform in [from, to).
    std::chrono::microseconds moment(std::chrono::microseconds from, std::chrono::microseconds to);
    /// An index drawn in proportion to its weight; the sum of weights > 0.
    std::size_t weighted(std::span<const std::uint32_t> weights);

    template <typename Items>
    const auto& pick(const Items& items) {
        return items[static_cast<std::size_t>(below(std::size(items)))];
    }

    template <typename Item>
    void shuffle(std::vector<Item>& items) {
        for (std::size_t left = items.size(); left > 1; --left) {
            std::swap(items[left - 1], items[static_cast<std::size_t>(below(left))]);
        }
    }

private:
    std::uint64_t m_state[4];
};

} // namespace sweepscope::sample
