// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/large_pages.h"

#include <sys/mman.h>

#include <cstdint>
#include <new>

namespace sweepscope {

void LargePages::Unmap::operator()(std::byte* page) const {
    ::munmap(page, kPageBytes);
}

LargePages::Piece LargePages::take(const std::shared_ptr<LargePages>& pages) {
    const std::lock_guard lock(pages->m_mutex);
    if (pages->m_free.empty())
        pages->mapMore();
    std::byte* const piece = pages->m_free.back();
    pages->m_free.pop_back();
    return {piece, {pages}};
}

void LargePages::giveBack(std::byte* piece) {
    const std::lock_guard lock(m_mutex);
    m_free.push_back(piece);
}

/// One large page. The system gives no aligned ones, so twice as much is asked for and the rest
/// given back at once.
void LargePages::mapMore() {
    void* const got =
        ::mmap(nullptr, 2 * kPageBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (got == MAP_FAILED)
        throw std::bad_alloc();
    auto* const first = static_cast<std::byte*>(got);
    const std::size_t before =
        (kPageBytes - reinterpret_cast<std::uintptr_t>(first) % kPageBytes) % kPageBytes;
    std::byte* const page = first + before;
    if (before != 0)
        ::munmap(first, before);
    ::munmap(page + kPageBytes, kPageBytes - before);
    ::madvise(page, kPageBytes, MADV_HUGEPAGE); // refused: pages are small, and nothing is lost
    m_pages.emplace_back(page);
    m_free.reserve(m_pages.size() * (kPageBytes / kPieceBytes)); // so that giveBack cannot throw
    for (std::size_t at = kPageBytes; at > 0; at -= kPieceBytes)
        m_free.push_back(page + at - kPieceBytes);
}

} // namespace sweepscope
