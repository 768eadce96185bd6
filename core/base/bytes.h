// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace sweepscope {

/// Bytes of a file or a packet. Nothing in them is trusted.
using ByteSpan = std::span<const std::uint8_t>;

inline ByteSpan asBytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Reads at a place that the caller has proved to be inside. These are the only functions that turn
/// bytes into numbers; memcpy keeps them free of alignment and aliasing rules, and compiles to a
/// single load.
inline std::uint16_t readBig16(const std::uint8_t* at) {
    return static_cast<std::uint16_t>(at[0] << 8 | at[1]);
}

inline std::uint32_t readBig32(const std::uint8_t* at) {
    std::uint32_t value = 0;
    std::memcpy(&value, at, sizeof value);
    return __builtin_bswap32(value);
}

inline std::uint64_t readBig64(const std::uint8_t* at) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, sizeof value);
    return __builtin_bswap64(value);
}

inline std::uint16_t readLittle16(const std::uint8_t* at) {
    return static_cast<std::uint16_t>(at[1] << 8 | at[0]);
}

inline std::uint32_t readLittle32(const std::uint8_t* at) {
    std::uint32_t value = 0;
    std::memcpy(&value, at, sizeof value);
    return value;
}

inline std::uint64_t readLittle64(const std::uint8_t* at) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, sizeof value);
    return value;
}

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
    "readBig* and readLittle* are written for little-endian machines");

} // namespace sweepscope
