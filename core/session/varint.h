// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <vector>

namespace sweepscope {

/// Numbers of any size one after another, seven bits a byte, the lowest first; the top bit says
/// that more follow (LEB128).
class VarintWriter {
public:
    void add(std::uint64_t number) {
        for (; number >= 0x80; number >>= 7)
            m_bytes.push_back(static_cast<std::uint8_t>(number | 0x80));
        m_bytes.push_back(static_cast<std::uint8_t>(number));
    }

    /// Small negative numbers as small ones: 0, -1, 1, -2, ... become 0, 1, 2, 3, ...
    void addSigned(std::int64_t number) {
        add(static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63));
    }

    [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return m_bytes; }

private:
    std::vector<std::uint8_t> m_bytes;
};

/// Reads them back. Bytes that end too early, or a number of more than 64 bits, give 0 from there
/// on, and `isWhole` is false: a loop over a known count needs no check at each step.
class VarintReader {
public:
    explicit VarintReader(ByteSpan bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size()) {}

    std::uint64_t next() {
        if (m_at != m_end && *m_at < 0x80)
            return *m_at++;
        return nextLong();
    }

    std::int64_t nextSigned() {
        const std::uint64_t number = next();
        return static_cast<std::int64_t>(number >> 1 ^ (~(number & 1) + 1));
    }

    /// Bytes that are left, and so the most numbers that can still come.
    [[nodiscard]] std::uint64_t bytesLeft() const {
        return static_cast<std::uint64_t>(m_end - m_at);
    }

    /// Everything was read, and nothing was missing.
    [[nodiscard]] bool isWhole() const { return m_at == m_end && !m_hasFailed; }

private:
    std::uint64_t nextLong() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            const std::uint8_t byte = *m_at++;
            number |= std::uint64_t{byte & 0x7fU} << shift;
            if (byte < 0x80)
                return number;
        }
        m_hasFailed = true;
        m_at = m_end;
        return 0;
    }

    const std::uint8_t* m_at;
    const std::uint8_t* m_end;
    bool m_hasFailed = false;
};

} // namespace sweepscope
