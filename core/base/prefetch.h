// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace sweepscope {

/// Asks for the cache line of a byte so far from the begin of an object. Nothing need be there:
/// nothing is read, and the address is a number, since nothing may be added to a null pointer.
///
/// Always inlined: GCC takes a function that does nothing but this for one without effect and drops
/// calls of it.
template <typename Object>
[[gnu::always_inline]] inline void prefetchByte(const Object* object, std::size_t byte) {
    __builtin_prefetch(
        reinterpret_cast<const void*>(reinterpret_cast<std::uintptr_t>(object) + byte));
}

/// All lines of an object of up to two lines.
template <typename Object>
[[gnu::always_inline]] inline void prefetchObject(const Object* first, std::size_t place = 0) {
    prefetchByte(first, place * sizeof(Object));
    prefetchByte(first, (place + 1) * sizeof(Object) - 1);
}

/// Asks for the line that an object ends in, to write it: other processors' copies are called back
/// at once. GCC has the instruction only for newer processors than are asked for; older ones ignore
/// it.
template <typename Object>
[[gnu::always_inline]] inline void prefetchEndToWrite(const Object* first, std::size_t place = 0) {
    const std::uintptr_t end =
        reinterpret_cast<std::uintptr_t>(first) + (place + 1) * sizeof(Object) - 1;
#if defined(__x86_64__)
    asm volatile("prefetchw (%0)" ::"r"(end));
#else
    __builtin_prefetch(reinterpret_cast<const void*>(end), 1);
#endif
}

/// All of an object of up to two lines, to write it.
template <typename Object>
[[gnu::always_inline]] inline void prefetchToWrite(const Object* first, std::size_t place = 0) {
    prefetchEndToWrite(reinterpret_cast<const std::byte*>(first), place * sizeof(Object));
    prefetchEndToWrite(first, place);
}

} // namespace sweepscope
