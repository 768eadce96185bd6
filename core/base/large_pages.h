// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace sweepscope {

/// Memory in pieces of one size, cut out of the system's large pages (2 MiB) where it has them.
///
/// An index of a million bursts is met at random places, and with pages of 4 KiB nearly each such
/// step waits for the page tables too. One store for all users, since a large page for each of
/// them would be mostly empty. Any thread may take and give back.
class LargePages {
public:
    static constexpr std::size_t kPieceBytes = std::size_t{256} * 1024;

    struct GiveBack {
        std::shared_ptr<LargePages> pages;

        void operator()(std::byte* piece) const { pages->giveBack(piece); }
    };

    using Piece = std::unique_ptr<std::byte[], GiveBack>;

    LargePages() = default;
    LargePages(const LargePages&) = delete;
    LargePages& operator=(const LargePages&) = delete;
    ~LargePages() = default;

    /// A piece with any content, on a border of its own size. It keeps the store alive.
    static Piece take(const std::shared_ptr<LargePages>& pages);

private:
    static constexpr std::size_t kPageBytes = std::size_t{2} << 20;

    struct Unmap {
        void operator()(std::byte* page) const;
    };

    void giveBack(std::byte* piece);
    void mapMore();

    std::mutex m_mutex;
    std::vector<std::byte*> m_free;
    std::vector<std::unique_ptr<std::byte, Unmap>> m_pages;
};

} // namespace sweepscope
