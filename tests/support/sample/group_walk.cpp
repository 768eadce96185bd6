// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/group_walk.h"

#include "sample/day.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sweepscope::sample {
namespace {

constexpr std::uint64_t kRoot = 3;
constexpr std::uint64_t kFactors[] = {2, 9, 5, 131, 364289}; // of the order, pairwise coprime

/// a * b mod m for a, b < m < 2^34, in two halves so that nothing exceeds 64 bits.
constexpr std::uint64_t multiply(std::uint64_t a, std::uint64_t b, std::uint64_t m) {
    const std::uint64_t high = a * (b >> 17) % m;
    return ((high << 17) + a * (b & 0x1ffff)) % m;
}

constexpr std::uint64_t power(std::uint64_t base, std::uint64_t exponent, std::uint64_t m) {
    std::uint64_t result = 1;
    for (; exponent > 0; exponent >>= 1) {
        result = exponent % 2 == 1 ? multiply(result, base, m) : result;
        base = multiply(base, base, m);
    }
    return result;
}

/// The x with value * x = 1 modulo m; value and m are coprime.
std::uint64_t inverse(std::uint64_t value, std::uint64_t m) {
    auto a = static_cast<std::int64_t>(value % m);
    auto b = static_cast<std::int64_t>(m);
    std::int64_t x = 1;
    std::int64_t y = 0;
    while (b != 0) {
        const std::int64_t quotient = a / b;
        a = std::exchange(b, a - quotient * b);
        x = std::exchange(y, x - quotient * y);
    }
    const auto modulus = static_cast<std::int64_t>(m);
    return static_cast<std::uint64_t>((x % modulus + modulus) % modulus);
}

/// Logarithms in the subgroup of one factor of the order, by table.
class Subgroup {
public:
    explicit Subgroup(std::uint64_t factor)
        : m_cofactor(GroupWalk::kOrder / factor) {
        const std::uint64_t step = power(kRoot, m_cofactor, GroupWalk::kPrime);
        std::uint64_t element = 1;
        for (std::uint64_t exponent = 0; exponent < factor; ++exponent) {
            m_powers.emplace_back(element, exponent);
            element = multiply(element, step, GroupWalk::kPrime);
        }
        std::sort(m_powers.begin(), m_powers.end());
        m_weight = multiply(m_cofactor, inverse(m_cofactor, factor), GroupWalk::kOrder);
    }

    /// This factor's share of the logarithm of `element`; the shares add up (Chinese remainders).
    [[nodiscard]] std::uint64_t share(std::uint64_t element) const {
        const std::uint64_t inSubgroup = power(element, m_cofactor, GroupWalk::kPrime);
        const auto found = std::lower_bound(
            m_powers.begin(), m_powers.end(), std::pair(inSubgroup, std::uint64_t{0}));
        return multiply(m_weight, found->second, GroupWalk::kOrder);
    }

private:
    std::uint64_t m_cofactor;
    std::uint64_t m_weight = 0;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> m_powers; // (element, exponent), sorted
};

} // namespace

GroupWalk::GroupWalk()
    : m_logarithms(kTelescopeSize, 0) {
    for (const std::uint64_t factor : kFactors) {
        const Subgroup subgroup(factor);
        for (std::uint32_t i = 0; i < kTelescopeSize; ++i) {
            const std::uint64_t element = std::uint64_t{kTelescopeFirst} + i + 1;
            m_logarithms[i] = (m_logarithms[i] + subgroup.share(element)) % kOrder;
        }
    }
}

std::vector<std::uint64_t> GroupWalk::positions(Random& random) const {
    std::uint64_t exponent = 0; // of a generator: coprime to the order
    do {
        exponent = random.below(kOrder);
    } while (std::gcd(exponent, kOrder) != 1);
    const std::uint64_t toGenerator = inverse(exponent, kOrder);
    const std::uint64_t start = random.below(kOrder);
    std::vector<std::uint64_t> positions;
    for (const std::uint64_t logarithm : m_logarithms) {
        positions.push_back((multiply(logarithm, toGenerator, kOrder) + kOrder - start) % kOrder);
    }
    return positions;
}

} // namespace sweepscope::sample
