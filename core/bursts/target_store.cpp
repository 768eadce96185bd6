// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/target_store.h"

#include "base/hash.h"

#include <algorithm>

namespace sweepscope {

namespace {

constexpr std::uint32_t kFirstTableBits = 5;
/// Below this a table is too small for pages to pay.
constexpr std::uint32_t kLeastBitsForPages = 7;

bool isThreeQuarters(std::uint32_t used, std::uint32_t capacity) {
    return std::uint64_t{used} * 4 >= std::uint64_t{capacity} * 3;
}

std::uint32_t bitsFor(std::uint32_t used) {
    std::uint32_t bits = 3;
    while (isThreeQuarters(used, 1U << bits))
        ++bits;
    return bits;
}

/// The place of a number in a table, or the empty place where it belongs.
std::uint32_t* findPlace(std::uint32_t* words, std::uint32_t capacityBits, std::uint32_t number) {
    const std::uint32_t mask = (1U << capacityBits) - 1;
    std::uint32_t place = spread32(number, capacityBits);
    while (words[place] != 0 && words[place] != number)
        place = (place + 1) & mask;
    return words + place;
}

std::uint32_t pagesIn(std::span<const std::uint32_t> ascending, std::uint32_t pageBits) {
    std::uint32_t pages = ascending.empty() ? 0 : 1;
    for (std::size_t i = 1; i < ascending.size(); ++i)
        pages += (ascending[i] ^ ascending[i - 1]) >> pageBits != 0 ? 1 : 0;
    return pages;
}

} // namespace

std::uint32_t TargetStore::Shape::units() const {
    const std::uint32_t numbers = std::max(capacity() / kUnitWords, 1U);
    return form == Form::pages ? numbers + capacity() : numbers; // a page's bits are one unit
}

void TargetStore::insertLarger(TargetSet& set, std::uint32_t target) {
    if (Shape::unpack(set.words[1]).form == Form::table)
        insertInTable(set, target);
    else
        insertInPages(set, target);
}

/// Adds a new target to a handle or a list that is full.
void TargetStore::growLarger(TargetSet& set, std::uint32_t target) {
    if (set.count == kListMost) {
        growTable(set, kFirstTableBits);
        return insertInTable(set, target);
    }
    if (set.count == kInline)
        becomeList(set);
    else
        growList(set);
    at(set.words[0])[set.count++] = target;
}

void TargetStore::insertInTable(TargetSet& set, std::uint32_t target) {
    if (target == 0) { // an empty place is marked by 0, so 0 itself is kept aside
        set.count += set.words[2] == 0 ? 1 : 0;
        set.words[2] = 1;
        return;
    }
    const Shape shape = Shape::unpack(set.words[1]);
    std::uint32_t* const place = findPlace(at(set.words[0]), shape.capacityBits, target);
    if (*place == target)
        return;
    *place = target;
    ++set.count;
    if (!isThreeQuarters(set.count, shape.capacity()))
        return;
    if (shape.capacityBits >= kLeastBitsForPages) {
        const Shape pages{Form::pages, bitsFor(countPages(set)), 0};
        const Shape larger{Form::table, shape.capacityBits + 1, 0};
        if (pages.units() < larger.units())
            return becomePages(set, pages.capacityBits);
    }
    growTable(set, shape.capacityBits + 1);
}

void TargetStore::insertInPages(TargetSet& set, std::uint32_t target) {
    std::uint32_t* const bits = findPage(set, target >> kPageBits);
    const std::uint32_t bit = 1U << (target & 31);
    std::uint32_t& word = bits[target >> 5 & (kPageWords - 1)];
    set.count += (word & bit) == 0 ? 1 : 0;
    word |= bit;
}

/// The bits of a page; a page that was not there is added empty.
std::uint32_t* TargetStore::findPage(TargetSet& set, std::uint32_t page) {
    Shape shape = Shape::unpack(set.words[1]);
    std::uint32_t* words = at(set.words[0]);
    std::uint32_t* place = findPlace(words, shape.capacityBits, page + 1);
    if (*place == 0) {
        if (isThreeQuarters(shape.usedPages + 1, shape.capacity())) {
            growPages(set);
            shape = Shape::unpack(set.words[1]);
            words = at(set.words[0]);
            place = findPlace(words, shape.capacityBits, page + 1);
        }
        *place = page + 1;
        ++shape.usedPages;
        set.words[1] = shape.pack();
    }
    return words + shape.capacity() + (place - words) * std::ptrdiff_t{kPageWords};
}

void TargetStore::orPage(TargetSet& set, std::uint32_t page, const std::uint32_t* bits) {
    std::uint32_t* const into = findPage(set, page);
    for (std::uint32_t word = 0; word < kPageWords; ++word) {
        set.count += static_cast<std::uint32_t>(__builtin_popcount(bits[word] & ~into[word]));
        into[word] |= bits[word];
    }
}

/// In the form that inserting one by one would have led to, or a smaller one.
TargetSet TargetStore::make(std::span<const std::uint32_t> ascending) {
    const auto count = static_cast<std::uint32_t>(ascending.size());
    if (count <= kListMost)
        return makeList(ascending);
    const Shape table{Form::table, std::max(bitsFor(count), kFirstTableBits), 0};
    if (table.capacityBits > kLeastBitsForPages) {
        const Shape pages{Form::pages, bitsFor(pagesIn(ascending, kPageBits)), 0};
        if (pages.units() < table.units())
            return makePages(ascending, pages.capacityBits);
    }
    return makeTable(ascending, table.capacityBits);
}

TargetSet TargetStore::makeList(std::span<const std::uint32_t> ascending) {
    TargetSet set{static_cast<std::uint32_t>(ascending.size()), {}};
    if (set.count <= kInline) {
        std::copy(ascending.begin(), ascending.end(), set.words.begin());
        return set;
    }
    const Shape shape{Form::list, set.count <= kUnitWords ? 3U : 4U, 0};
    const std::uint32_t block = allocate(shape);
    std::uint32_t* const words = at(block);
    std::copy(ascending.begin(), ascending.end(), words);
    std::fill_n(words + set.count, shape.capacity() - set.count, ascending[0]);
    set.words = {block, shape.pack(), 0};
    return set;
}

TargetSet TargetStore::makeTable(
    std::span<const std::uint32_t> ascending, std::uint32_t capacityBits) {
    const Shape shape{Form::table, capacityBits, 0};
    const std::uint32_t block = allocate(shape);
    std::uint32_t* const words = at(block);
    std::fill_n(words, shape.capacity(), 0);
    const bool holdsZero = ascending[0] == 0;
    for (const std::uint32_t target : ascending.subspan(holdsZero ? 1 : 0))
        *findPlace(words, capacityBits, target) = target;
    return {static_cast<std::uint32_t>(ascending.size()), {block, shape.pack(), holdsZero}};
}

TargetSet TargetStore::makePages(
    std::span<const std::uint32_t> ascending, std::uint32_t capacityBits) {
    Shape shape{Form::pages, capacityBits, 0};
    const std::uint32_t block = allocate(shape);
    std::uint32_t* const words = at(block);
    std::fill_n(words, std::size_t{shape.units()} * kUnitWords, 0);
    std::uint32_t* bits = nullptr;
    std::uint32_t page = 0; // one more than the page's number, as it stands in the table
    for (const std::uint32_t target : ascending) {
        if ((target >> kPageBits) + 1 != page) {
            page = (target >> kPageBits) + 1;
            std::uint32_t* const place = findPlace(words, capacityBits, page);
            *place = page;
            ++shape.usedPages;
            bits = words + shape.capacity() + (place - words) * std::ptrdiff_t{kPageWords};
        }
        bits[target >> 5 & (kPageWords - 1)] |= 1U << (target & 31);
    }
    return {static_cast<std::uint32_t>(ascending.size()), {block, shape.pack(), 0}};
}

TargetSet TargetStore::copy(const TargetSet& other, const TargetStore& store) {
    if (other.count <= kInline)
        return other;
    const Shape shape = Shape::unpack(other.words[1]);
    const std::uint32_t block = allocate(shape);
    std::copy_n(store.at(other.words[0]), std::size_t{shape.units()} * kUnitWords, at(block));
    return {other.count, {block, other.words[1], other.words[2]}};
}

void TargetStore::unite(TargetSet& set, const TargetSet& other, const TargetStore& store) {
    if (set.count < other.count) {
        // Cheaper the other way round: copy the larger, add the smaller.
        TargetSet larger = copy(other, store);
        uniteSmaller(larger, set, *this);
        release(set);
        set = larger;
    } else {
        uniteSmaller(set, other, store);
    }
}

void TargetStore::uniteSmaller(TargetSet& set, const TargetSet& other, const TargetStore& store) {
    const bool bothInPages = set.count > kInline && other.count > kInline &&
                             Shape::unpack(set.words[1]).form == Form::pages &&
                             Shape::unpack(other.words[1]).form == Form::pages;
    if (!bothInPages) {
        store.forEach(other, [&](std::uint32_t target) { insert(set, target); });
        return;
    }
    const Shape shape = Shape::unpack(other.words[1]);
    const std::uint32_t* const words = store.at(other.words[0]);
    for (std::uint32_t i = 0; i < shape.capacity(); ++i) {
        if (words[i] != 0)
            orPage(set, words[i] - 1, words + shape.capacity() + std::size_t{i} * kPageWords);
    }
}

void TargetStore::release(TargetSet& set) {
    if (set.count > kInline)
        free(set.words[0], Shape::unpack(set.words[1]));
    set = TargetSet{};
}

std::vector<std::uint32_t> TargetStore::sorted(const TargetSet& set) const {
    std::vector<std::uint32_t> targets;
    targets.reserve(set.count);
    forEach(set, [&](std::uint32_t target) { targets.push_back(target); });
    std::sort(targets.begin(), targets.end());
    return targets;
}

std::size_t TargetStore::bytes() const {
    return m_bytes;
}

void TargetStore::becomeList(TargetSet& set) {
    const Shape shape{Form::list, 3, 0};
    const std::uint32_t block = allocate(shape);
    std::uint32_t* const words = at(block);
    std::copy(set.words.begin(), set.words.end(), words);
    std::fill_n(words + set.count, shape.capacity() - set.count, set.words[0]);
    set.words = {block, shape.pack(), 0};
}

void TargetStore::growList(TargetSet& set) {
    const Shape before = Shape::unpack(set.words[1]);
    const Shape after{Form::list, before.capacityBits + 1, 0};
    const std::uint32_t block = allocate(after);
    std::uint32_t* const words = at(block);
    std::copy_n(at(set.words[0]), set.count, words);
    std::fill_n(words + set.count, after.capacity() - set.count, words[0]);
    free(set.words[0], before);
    set.words = {block, after.pack(), 0};
}

/// Moves a list or a table into a larger table.
void TargetStore::growTable(TargetSet& set, std::uint32_t capacityBits) {
    const Shape after{Form::table, capacityBits, 0};
    const std::uint32_t block = allocate(after);
    std::uint32_t* const words = at(block);
    std::fill_n(words, after.capacity(), 0);
    std::uint32_t holdsZero = 0;
    forEach(set, [&](std::uint32_t target) {
        if (target == 0)
            holdsZero = 1;
        else
            *findPlace(words, capacityBits, target) = target;
    });
    free(set.words[0], Shape::unpack(set.words[1]));
    set.words = {block, after.pack(), holdsZero};
}

void TargetStore::becomePages(TargetSet& set, std::uint32_t capacityBits) {
    const Shape after{Form::pages, capacityBits, 0};
    const std::uint32_t block = allocate(after);
    std::fill_n(at(block), std::size_t{after.units()} * kUnitWords, 0);
    TargetSet pages{1, {block, after.pack(), 0}};
    forEach(set, [&](std::uint32_t target) { insertInPages(pages, target); });
    pages.count -= 1; // it began at 1 so as not to look like a set in its handle
    free(set.words[0], Shape::unpack(set.words[1]));
    set = pages;
}

void TargetStore::growPages(TargetSet& set) {
    const Shape before = Shape::unpack(set.words[1]);
    const Shape after{Form::pages, before.capacityBits + 1, before.usedPages};
    const std::uint32_t block = allocate(after);
    std::uint32_t* const to = at(block);
    const std::uint32_t* const from = at(set.words[0]);
    std::fill_n(to, std::size_t{after.units()} * kUnitWords, 0);
    for (std::uint32_t i = 0; i < before.capacity(); ++i) {
        if (from[i] == 0)
            continue;
        std::uint32_t* const place = findPlace(to, after.capacityBits, from[i]);
        *place = from[i];
        std::copy_n(from + before.capacity() + std::size_t{i} * kPageWords, kPageWords,
            to + after.capacity() + (place - to) * std::ptrdiff_t{kPageWords});
    }
    free(set.words[0], before);
    set.words = {block, after.pack(), 0};
}

std::uint32_t TargetStore::countPages(const TargetSet& set) const {
    std::vector<std::uint32_t> pages;
    pages.reserve(set.count);
    forEach(set, [&](std::uint32_t target) { pages.push_back(target >> kPageBits); });
    std::sort(pages.begin(), pages.end());
    return static_cast<std::uint32_t>(std::unique(pages.begin(), pages.end()) - pages.begin());
}

std::vector<std::uint32_t>& TargetStore::freeList(const Shape& shape) {
    return (shape.form == Form::pages ? m_freePages : m_freeNumbers)[shape.capacityBits];
}

void TargetStore::free(std::uint32_t block, const Shape& shape) {
    freeList(shape).push_back(block);
}

/// The block's content is whatever was there before.
std::uint32_t TargetStore::allocate(const Shape& shape) {
    std::vector<std::uint32_t>& spare = freeList(shape);
    if (!spare.empty()) {
        const std::uint32_t block = spare.back();
        spare.pop_back();
        return block;
    }
    const std::uint32_t units = shape.units();
    if (units > 1)
        m_nextUnit += m_nextUnit & 1U; // a list of sixteen lies in one cache line
    const auto end = static_cast<std::uint32_t>(m_slabs.size()) * kSlabUnits;
    if (m_nextUnit + units > end) {
        addSlabs((units + kSlabUnits - 1) / kSlabUnits);
        m_nextUnit = end;
    }
    const std::uint32_t block = m_nextUnit;
    m_nextUnit += units;
    return block;
}

/// Slabs that follow one another in memory. The first of a store is its own, so that a small store
/// needs no more than it fills.
void TargetStore::addSlabs(std::uint32_t count) {
    const std::size_t words = std::size_t{count} * kSlabUnits * kUnitWords;
    m_bytes += words * sizeof(std::uint32_t);
    if (m_pages != nullptr && count == 1 && !m_slabs.empty()) {
        LargePages::Piece piece = LargePages::take(m_pages);
        auto* const first = reinterpret_cast<std::uint32_t*>(piece.get());
        m_slabs.push_back({first, nullptr, std::move(piece)});
        return;
    }
    // Not make_unique, which would touch every page of it.
    std::unique_ptr<std::uint32_t[], FreeSlab> memory(
        new (std::align_val_t(kLineBytes)) std::uint32_t[words]);
    std::uint32_t* first = memory.get();
    for (std::uint32_t i = 0; i < count; ++i) {
        m_slabs.push_back({first, std::move(memory), {}});
        first += std::size_t{kSlabUnits} * kUnitWords;
    }
}

} // namespace sweepscope
