// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "base/large_pages.h"
#include "base/prefetch.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <utility>
#include <vector>

namespace sweepscope {

/// A set of targets, as a handle of 16 bytes whose content a TargetStore keeps. Targets are 32-bit
/// numbers: IPv4 addresses, or places in a segment's list of IPv6 targets.
///
///     count <= 3    words = the targets themselves
///     otherwise     words = { block, form and capacity, whether 0 belongs to the set }
struct TargetSet {
    std::uint32_t count = 0;
    std::array<std::uint32_t, 3> words{};
};

/// Keeps the contents of many target sets in few large pieces of memory.
///
/// Most sets of a telescope have a handful of targets and a few have all, so a set changes its form
/// as it grows: in the handle (to 3), a list (to 16, one cache line), an open-addressing table of
/// numbers, and, as soon as that is the smaller, pages of 256 neighbouring targets with a bit for
/// each. Whichever the form, the set is exact.
class TargetStore {
public:
    TargetStore() = default;

    /// Takes its memory, once it is more than a little, from these pages.
    explicit TargetStore(std::shared_ptr<LargePages> pages)
        : m_pages(std::move(pages)) {}

    TargetStore(TargetStore&&) noexcept = default;
    TargetStore& operator=(TargetStore&&) noexcept = default;
    TargetStore(const TargetStore&) = delete;
    TargetStore& operator=(const TargetStore&) = delete;
    ~TargetStore() = default;

    /// Adds one target; a repeat changes nothing.
    void insert(TargetSet& set, std::uint32_t target) {
        if (set.count <= kInline)
            insertInHandle(set, target);
        else if (isList(set.words[1]))
            insertInList(set, target);
        else
            insertLarger(set, target);
    }

    /// A set of these targets, which must be ascending without repeats: in one step, where
    /// inserting would move a large set again and again.
    TargetSet make(std::span<const std::uint32_t> ascending);

    /// A set of this store with the content of one that `store` keeps; `store` may be this one.
    TargetSet copy(const TargetSet& other, const TargetStore& store);

    /// Adds all targets of a set that `store` keeps; `store` may be this one, but the set another.
    void unite(TargetSet& set, const TargetSet& other, const TargetStore& store);

    /// Gives the set's memory back; the set is empty then.
    void release(TargetSet& set);

    /// Calls `use(target)` for each target, in no particular order.
    template <typename Use>
    void forEach(const TargetSet& set, Use use) const;

    /// The targets in ascending order.
    [[nodiscard]] std::vector<std::uint32_t> sorted(const TargetSet& set) const;

    /// Brings what an insert of the target will look at into the cache.
    [[gnu::always_inline]] void prefetch(const TargetSet& set, std::uint32_t target) const {
        if (set.count <= kInline)
            return;
        const Shape shape = Shape::unpack(set.words[1]);
        const std::uint32_t* const words = at(set.words[0]);
        if (shape.form == Form::list) {
            prefetchObject(words);
        } else if (shape.form == Form::table) {
            prefetchObject(words, spread32(target, shape.capacityBits));
        } else {
            const std::uint32_t place = spread32((target >> kPageBits) + 1, shape.capacityBits);
            prefetchObject(words, place);
            prefetchObject(words, shape.capacity() + std::size_t{place} * kPageWords);
        }
    }

    /// Brings the front of the set into the cache: all of a small one.
    [[gnu::always_inline]] void prefetch(const TargetSet& set) const {
        constexpr std::size_t kTwoLines = 2 * kLineBytes / sizeof(std::uint32_t);
        if (set.count > kInline)
            prefetchObject(
                reinterpret_cast<const std::array<std::uint32_t, kTwoLines>*>(at(set.words[0])));
    }

    /// Bytes taken from the system.
    [[nodiscard]] std::size_t bytes() const;

    /// Those that it was made with; may be null.
    [[nodiscard]] const std::shared_ptr<LargePages>& pages() const { return m_pages; }

private:
    static constexpr std::uint32_t kInline = 3;
    static constexpr std::uint32_t kListMost = 16;
    static constexpr std::size_t kLineBytes = 64;     ///< of the cache: two units
    static constexpr std::uint32_t kUnitWords = 8;    ///< blocks are whole units
    static constexpr std::uint32_t kSlabUnits = 8192; ///< 256 KiB
    static constexpr std::uint32_t kPageBits = 8;     ///< 256 targets a page
    static constexpr std::uint32_t kPageWords = 8;    ///< 256 bits
    static constexpr std::size_t kSizeClasses = 32;

    /// What words[1] says of a list of eight places: form 0 and three capacity bits.
    static constexpr std::uint32_t kShortList = 3U << 2;

    enum class Form : std::uint8_t { list, table, pages };

    /// What words[1] says.
    struct Shape {
        Form form = Form::list;
        std::uint32_t capacityBits = 3; ///< 2^this places: numbers, or pages
        std::uint32_t usedPages = 0;

        [[nodiscard]] std::uint32_t pack() const {
            return static_cast<std::uint32_t>(form) | capacityBits << 2 | usedPages << 8;
        }

        static Shape unpack(std::uint32_t word) {
            return {static_cast<Form>(word & 3), word >> 2 & 0x3f, word >> 8};
        }

        [[nodiscard]] std::uint32_t capacity() const { return 1U << capacityBits; }

        [[nodiscard]] std::uint32_t units() const;
    };

    struct FreeSlab {
        void operator()(std::uint32_t* memory) const {
            ::operator delete[](memory, std::align_val_t(kLineBytes));
        }
    };

    struct Slab {
        std::uint32_t* words; ///< of this slab; a large block spans several
        std::unique_ptr<std::uint32_t[], FreeSlab> memory; ///< held by the first slab of a block
        LargePages::Piece piece;                           ///< or this holds it
    };

    static_assert(kSlabUnits * kUnitWords * sizeof(std::uint32_t) == LargePages::kPieceBytes);

    [[nodiscard]] std::uint32_t* at(std::uint32_t block) {
        return m_slabs[block / kSlabUnits].words + std::size_t{block % kSlabUnits} * kUnitWords;
    }

    [[nodiscard]] const std::uint32_t* at(std::uint32_t block) const {
        return m_slabs[block / kSlabUnits].words + std::size_t{block % kSlabUnits} * kUnitWords;
    }

    template <typename Use>
    static void forEachPlaced(std::span<const std::uint32_t> table, Use use);

    static bool isList(std::uint32_t shape) {
        return (shape & 3) == static_cast<std::uint32_t>(Form::list);
    }

    void insertInHandle(TargetSet& set, std::uint32_t target) {
        const bool isKnown = (set.count > 0 && set.words[0] == target) ||
                             (set.count > 1 && set.words[1] == target) ||
                             (set.count > 2 && set.words[2] == target);
        if (isKnown)
            return;
        if (set.count == kInline)
            growLarger(set, target);
        else
            set.words[set.count++] = target;
    }

    /// Places behind the count hold the first target again, so all of them may be looked at: a
    /// length that is always the same, and no branch that depends on where a target is found.
    void insertInList(TargetSet& set, std::uint32_t target) {
        std::uint32_t* const words = at(set.words[0]);
        const bool isLong = set.words[1] != kShortList;
        if (holds(words, target) || (isLong && holds(words + kUnitWords, target)))
            return;
        if (set.count == (isLong ? kListMost : kUnitWords))
            growLarger(set, target);
        else
            words[set.count++] = target;
    }

    /// Whether one of eight words is the target, four at a time: the compiler does not find this.
    static bool holds(const std::uint32_t* words, std::uint32_t target) {
        using Four [[gnu::vector_size(16)]] = std::uint32_t;
        const Four wanted = {target, target, target, target};
        std::array<Four, 2> there;
        std::memcpy(there.data(), words, sizeof there);
        const auto same = (there[0] == wanted) | (there[1] == wanted);
        std::array<std::uint64_t, 2> halves; // NOLINT: filled at once
        std::memcpy(halves.data(), &same, sizeof halves);
        return (halves[0] | halves[1]) != 0;
    }

    void uniteSmaller(TargetSet& set, const TargetSet& other, const TargetStore& store);
    void insertLarger(TargetSet& set, std::uint32_t target);
    void growLarger(TargetSet& set, std::uint32_t target);
    void insertInTable(TargetSet& set, std::uint32_t target);
    void insertInPages(TargetSet& set, std::uint32_t target);
    void orPage(TargetSet& set, std::uint32_t page, const std::uint32_t* bits);
    std::uint32_t* findPage(TargetSet& set, std::uint32_t page);

    TargetSet makeList(std::span<const std::uint32_t> ascending);
    TargetSet makeTable(std::span<const std::uint32_t> ascending, std::uint32_t capacityBits);
    TargetSet makePages(std::span<const std::uint32_t> ascending, std::uint32_t capacityBits);
    void becomeList(TargetSet& set);
    void growTable(TargetSet& set, std::uint32_t capacityBits);
    void growList(TargetSet& set);
    void becomePages(TargetSet& set, std::uint32_t capacityBits);
    void growPages(TargetSet& set);
    [[nodiscard]] std::uint32_t countPages(const TargetSet& set) const;

    std::uint32_t allocate(const Shape& shape);
    void addSlabs(std::uint32_t count);
    void free(std::uint32_t block, const Shape& shape);
    std::vector<std::uint32_t>& freeList(const Shape& shape);

    std::shared_ptr<LargePages> m_pages;
    std::vector<Slab> m_slabs;
    std::uint32_t m_nextUnit = 0; ///< first unit of the last slab that was never given out
    std::array<std::vector<std::uint32_t>, kSizeClasses> m_freeNumbers; ///< lists and tables
    std::array<std::vector<std::uint32_t>, kSizeClasses> m_freePages;
    std::size_t m_bytes = 0;
};

/// Numbers lie at random places of a table, so each place is a toss of a coin: they are gathered
/// without asking first.
template <typename Use>
void TargetStore::forEachPlaced(std::span<const std::uint32_t> table, Use use) {
    constexpr std::size_t kAtOnce = 32;
    std::array<std::uint32_t, kAtOnce> placed; // NOLINT: filled as far as it is read
    for (std::size_t begin = 0; begin < table.size(); begin += kAtOnce) {
        std::size_t count = 0;
        for (const std::uint32_t number : table.subspan(begin, kAtOnce)) {
            placed[count] = number;
            count += number != 0 ? 1 : 0;
        }
        for (std::size_t i = 0; i < count; ++i)
            use(placed[i]);
    }
}

template <typename Use>
void TargetStore::forEach(const TargetSet& set, Use use) const {
    if (set.count <= kInline) {
        for (std::uint32_t i = 0; i < set.count; ++i)
            use(set.words[i]);
        return;
    }
    const Shape shape = Shape::unpack(set.words[1]);
    const std::uint32_t* const words = at(set.words[0]);
    if (shape.form == Form::list) {
        for (std::uint32_t i = 0; i < set.count; ++i)
            use(words[i]);
        return;
    }
    if (shape.form == Form::table) {
        if (set.words[2] != 0)
            use(std::uint32_t{0});
        forEachPlaced({words, shape.capacity()}, use);
        return;
    }
    for (std::uint32_t i = 0; i < shape.capacity(); ++i) {
        if (words[i] == 0)
            continue;
        const std::uint32_t first = (words[i] - 1) << kPageBits;
        const std::uint32_t* const bits = words + shape.capacity() + std::size_t{i} * kPageWords;
        for (std::uint32_t word = 0; word < kPageWords; ++word) {
            for (std::uint32_t rest = bits[word]; rest != 0; rest &= rest - 1)
                use(first + word * 32 + static_cast<std::uint32_t>(__builtin_ctz(rest)));
        }
    }
}

} // namespace sweepscope
