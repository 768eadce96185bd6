// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/random.h"

#include <bit>
#include <cassert>

namespace sweepscope::sample {
namespace {

std::uint64_t splitMix(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

std::uint64_t streamSeed(std::uint64_t seed, std::string_view name, std::uint64_t index) {
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a
    for (const char letter : name) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    }
    std::uint64_t state = seed;
    const std::uint64_t fromSeed = splitMix(state);
    state = fromSeed ^ hash;
    const std::uint64_t fromName = splitMix(state);
    return fromName + index * 0xd1342543de82ef95;
}

} // namespace

Random::Random(std::uint64_t seed) {
    for (std::uint64_t& word : m_state) {
        word = splitMix(seed);
    }
}

Random::Random(std::uint64_t seed, std::string_view name, std::uint64_t index)
    : Random(streamSeed(seed, name, index)) {}

std::uint64_t Random::next() {
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t bound) {
    assert(bound > 0);
    // 2^64 mod bound; nobody asks below nothing. NOLINTNEXTLINE(clang-analyzer-core.DivideZero)
    const std::uint64_t uneven = (0 - bound) % bound;
    std::uint64_t drawn = next();
    while (drawn < uneven) {
        drawn = next();
    }
    return drawn % bound;
}

std::uint64_t Random::between(std::uint64_t low, std::uint64_t high) {
    return low + below(high - low + 1);
}

std::uint16_t Random::port(std::uint16_t low, std::uint16_t high) {
    return static_cast<std::uint16_t>(between(low, high));
}

std::chrono::microseconds Random::moment(
    std::chrono::microseconds from, std::chrono::microseconds to) {
    const auto width = static_cast<std::uint64_t>((to - from).count());
    return from + std::chrono::microseconds(static_cast<std::int64_t>(below(width)));
}

std::size_t Random::weighted(std::span<const std::uint32_t> weights) {
    std::uint64_t sum = 0;
    for (const std::uint32_t weight : weights) {
        sum += weight;
    }
    std::uint64_t left = below(sum);
    std::size_t index = 0;
    while (left >= weights[index]) {
        left -= weights[index++];
    }
    return index;
}

} // namespace sweepscope::sample
