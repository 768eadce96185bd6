// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace sweepscope {

/// Asks for the cache lines that an object of up to two lines lies in. The object need not be
/// there: nothing is read, and the address is a number, since nothing may be added to a null
/// pointer.
///
/// Always inlined: GCC takes a function that does nothing but this for one without effect and drops
/// calls of it.
template <typename Object>
[[gnu::always_inline]] inline void prefetchObject(const Object* first, std::size_t place = 0) {
    const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(first) + place * sizeof(Object);
    __builtin_prefetch(reinterpret_cast<const void*>(address));
    __builtin_prefetch(reinterpret_cast<const void*>(address + sizeof(Object) - 1));
}

/// The same for an object that is to be written: other processors' copies are called back at once.
/// GCC has the instruction only for newer processors than are asked for; older ones ignore it.
template <typename Object>
[[gnu::always_inline]] inline void prefetchToWrite(const Object* first, std::size_t place = 0) {
#if defined(__x86_64__)
    const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(first) + place * sizeof(Object);
    asm volatile("prefetchw (%0)" ::"r"(address));
    asm volatile("prefetchw (%0)" ::"r"(address + sizeof(Object) - 1));
#else
    prefetchObject(first, place);
#endif
}

} // namespace sweepscope
