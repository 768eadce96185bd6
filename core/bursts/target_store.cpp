// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/target_store.h"

#include "base/hash.h"

#include <algorithm>
#include <bit>

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

std::uint32_t pagesIn(std::span<const std::uint32_t> ascending) {
    std::uint32_t pages = ascending.empty() ? 0 : 1;
    for (std::size_t i = 1; i < ascending.size(); ++i)
        pages += (ascending[i] ^ ascending[i - 1]) >> TargetShape::kPageBits != 0 ? 1 : 0;
    return pages;
}

/// A new list in one unit or two, of targets in any order.
template <typename Number>
TargetSet listOf(
    TargetBlocks& blocks, TargetShape::Form form, std::span<const std::uint32_t> targets) {
    constexpr std::uint32_t kPerUnit = TargetList<Number>::kPerUnit;
    const auto count = static_cast<std::uint32_t>(targets.size());
    constexpr auto kUnitBits = static_cast<std::uint32_t>(std::countr_zero(kPerUnit));
    const TargetShape shape{form, count <= kPerUnit ? kUnitBits : kUnitBits + 1, 0};
    const std::uint32_t block = blocks.allocate(shape);
    TargetList<Number> list(blocks.at(block));
    for (std::uint32_t i = 0; i < count; ++i)
        list.put(i, static_cast<Number>(targets[i]));
    list.pad(count, shape.capacity());
    return {count, {block, shape.pack(), 0}};
}

/// Adds a new number to a list whose one unit is full.
template <typename Number>
void growToTwoUnits(TargetBlocks& blocks, TargetSet& set, Number number) {
    const TargetShape before = TargetShape::unpack(set.words[1]);
    const TargetShape after{before.form, before.capacityBits + 1, 0};
    const std::uint32_t block = blocks.allocate(after);
    std::copy_n(blocks.at(set.words[0]), TargetShape::kUnitWords, blocks.at(block));
    TargetList<Number> list(blocks.at(block));
    list.pad(set.count, after.capacity());
    list.put(set.count++, number);
    blocks.free(set.words[0], before);
    set.words = {block, after.pack(), set.words[2]};
}

/// Whether all have the same upper half.
bool areNear(std::span<const std::uint32_t> targets) {
    return std::all_of(targets.begin(), targets.end(),
        [&](std::uint32_t target) { return (target ^ targets[0]) >> TargetShape::kNearBits == 0; });
}

} // namespace

/// A target that does not belong into a near list.
void TargetStore::insertLarger(TargetSet& set, std::uint32_t target) {
    switch (TargetShape::formOf(set.words[1])) {
    case Form::nearList:
        return leaveNearList(set, target);
    case Form::list:
        return insertInList(set, target);
    case Form::table:
        return insertInTable(set, target);
    case Form::pages:
        return insertInPages(set, target);
    }
}

void TargetStore::insertInList(TargetSet& set, std::uint32_t target) {
    const TargetShape shape = TargetShape::unpack(set.words[1]);
    FarTargetList list(m_blocks.at(set.words[0]));
    if (list.holds(target, shape.capacity() > FarTargetList::kPerUnit))
        return;
    if (set.count == shape.capacity())
        growList(set, target);
    else
        list.put(set.count++, target);
}

void TargetStore::insertInTable(TargetSet& set, std::uint32_t target) {
    if (target == 0) { // an empty place is marked by 0, so 0 itself is kept aside
        set.count += set.words[2] == 0 ? 1 : 0;
        set.words[2] = 1;
        return;
    }
    const TargetShape shape = TargetShape::unpack(set.words[1]);
    std::uint32_t* const place = findPlace(m_blocks.at(set.words[0]), shape.capacityBits, target);
    if (*place == target)
        return;
    *place = target;
    ++set.count;
    if (!isThreeQuarters(set.count, shape.capacity()))
        return;
    if (shape.capacityBits >= kLeastBitsForPages) {
        const TargetShape pages{Form::pages, bitsFor(countPages(set)), 0};
        const TargetShape larger{Form::table, shape.capacityBits + 1, 0};
        if (pages.units() < larger.units())
            return becomePages(set, pages.capacityBits);
    }
    growTable(set, shape.capacityBits + 1);
}

void TargetStore::insertInPages(TargetSet& set, std::uint32_t target) {
    std::uint32_t* const bits = findPage(set, target >> TargetShape::kPageBits);
    const std::uint32_t bit = 1U << (target & 31);
    std::uint32_t& word = bits[target >> 5 & (TargetShape::kPageWords - 1)];
    set.count += (word & bit) == 0 ? 1 : 0;
    word |= bit;
}

/// The bits of a page; a page that was not there is added empty.
std::uint32_t* TargetStore::findPage(TargetSet& set, std::uint32_t page) {
    TargetShape shape = TargetShape::unpack(set.words[1]);
    std::uint32_t* words = m_blocks.at(set.words[0]);
    std::uint32_t* place = findPlace(words, shape.capacityBits, page + 1);
    if (*place == 0) {
        if (isThreeQuarters(shape.usedPages + 1, shape.capacity())) {
            growPages(set);
            shape = TargetShape::unpack(set.words[1]);
            words = m_blocks.at(set.words[0]);
            place = findPlace(words, shape.capacityBits, page + 1);
        }
        *place = page + 1;
        ++shape.usedPages;
        set.words[1] = shape.pack();
    }
    return words + shape.capacity() + (place - words) * std::ptrdiff_t{TargetShape::kPageWords};
}

void TargetStore::orPage(TargetSet& set, std::uint32_t page, const std::uint32_t* bits) {
    std::uint32_t* const into = findPage(set, page);
    for (std::uint32_t word = 0; word < TargetShape::kPageWords; ++word) {
        set.count += static_cast<std::uint32_t>(__builtin_popcount(bits[word] & ~into[word]));
        into[word] |= bits[word];
    }
}

/// In the form that inserting one by one would have led to, or a smaller one.
TargetSet TargetStore::make(std::span<const std::uint32_t> ascending) {
    const auto count = static_cast<std::uint32_t>(ascending.size());
    if (count <= TargetShape::kInHandle) {
        TargetSet set{count, {}};
        std::copy(ascending.begin(), ascending.end(), set.words.begin());
        return set;
    }
    if (count <= TargetShape::kNearListMost && areNear(ascending))
        return makeNearList(ascending);
    if (count <= TargetShape::kListMost)
        return makeList(ascending);
    const TargetShape table{Form::table, std::max(bitsFor(count), kFirstTableBits), 0};
    if (table.capacityBits > kLeastBitsForPages) {
        const TargetShape pages{Form::pages, bitsFor(pagesIn(ascending)), 0};
        if (pages.units() < table.units())
            return makePages(ascending, pages.capacityBits);
    }
    return makeTable(ascending, table.capacityBits);
}

TargetSet TargetStore::makeNearList(std::span<const std::uint32_t> targets) {
    TargetSet set = listOf<std::uint16_t>(m_blocks, Form::nearList, targets);
    set.words[2] = targets[0] >> TargetShape::kNearBits;
    return set;
}

TargetSet TargetStore::makeList(std::span<const std::uint32_t> targets) {
    return listOf<std::uint32_t>(m_blocks, Form::list, targets);
}

TargetSet TargetStore::makeTable(
    std::span<const std::uint32_t> ascending, std::uint32_t capacityBits) {
    const TargetShape shape{Form::table, capacityBits, 0};
    const std::uint32_t block = m_blocks.allocate(shape);
    std::uint32_t* const words = m_blocks.at(block);
    std::fill_n(words, shape.capacity(), 0);
    const bool holdsZero = ascending[0] == 0;
    for (const std::uint32_t target : ascending.subspan(holdsZero ? 1 : 0))
        *findPlace(words, capacityBits, target) = target;
    return {static_cast<std::uint32_t>(ascending.size()), {block, shape.pack(), holdsZero}};
}

TargetSet TargetStore::makePages(
    std::span<const std::uint32_t> ascending, std::uint32_t capacityBits) {
    TargetShape shape{Form::pages, capacityBits, 0};
    const std::uint32_t block = m_blocks.allocate(shape);
    std::uint32_t* const words = m_blocks.at(block);
    std::fill_n(words, std::size_t{shape.units()} * TargetShape::kUnitWords, 0);
    std::uint32_t* bits = nullptr;
    std::uint32_t page = 0; // one more than the page's number, as it stands in the table
    for (const std::uint32_t target : ascending) {
        if ((target >> TargetShape::kPageBits) + 1 != page) {
            page = (target >> TargetShape::kPageBits) + 1;
            std::uint32_t* const place = findPlace(words, capacityBits, page);
            *place = page;
            ++shape.usedPages;
            bits = words + shape.capacity() +
                   (place - words) * std::ptrdiff_t{TargetShape::kPageWords};
        }
        bits[target >> 5 & (TargetShape::kPageWords - 1)] |= 1U << (target & 31);
    }
    return {static_cast<std::uint32_t>(ascending.size()), {block, shape.pack(), 0}};
}

TargetSet TargetStore::copy(const TargetSet& other, const TargetStore& store) {
    if (other.count <= TargetShape::kInHandle)
        return other;
    const TargetShape shape = TargetShape::unpack(other.words[1]);
    const std::uint32_t block = m_blocks.allocate(shape);
    std::copy_n(store.m_blocks.at(other.words[0]),
        std::size_t{shape.units()} * TargetShape::kUnitWords, m_blocks.at(block));
    return {other.count, {block, other.words[1], other.words[2]}};
}

void TargetStore::unite(TargetSet& set, const TargetSet& other, const TargetStore& store) {
    if (set.count < other.count && other.count > TargetShape::kNearListMost) {
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
    const bool bothInPages = set.count > TargetShape::kInHandle &&
                             other.count > TargetShape::kInHandle &&
                             TargetShape::unpack(set.words[1]).form == Form::pages &&
                             TargetShape::unpack(other.words[1]).form == Form::pages;
    if (!bothInPages) {
        store.forEach(other, [&](std::uint32_t target) { insert(set, target); });
        return;
    }
    const TargetShape shape = TargetShape::unpack(other.words[1]);
    const std::uint32_t* const words = store.m_blocks.at(other.words[0]);
    for (std::uint32_t i = 0; i < shape.capacity(); ++i) {
        if (words[i] != 0)
            orPage(set, words[i] - 1,
                words + shape.capacity() + std::size_t{i} * TargetShape::kPageWords);
    }
}

void TargetStore::release(TargetSet& set) {
    if (set.count > TargetShape::kInHandle)
        m_blocks.free(set.words[0], TargetShape::unpack(set.words[1]));
    set = TargetSet{};
}

std::vector<std::uint32_t> TargetStore::sorted(const TargetSet& set) const {
    std::vector<std::uint32_t> targets;
    targets.reserve(set.count);
    forEach(set, [&](std::uint32_t target) { targets.push_back(target); });
    std::sort(targets.begin(), targets.end());
    return targets;
}

/// Adds a new target to a handle that is full.
void TargetStore::leaveHandle(TargetSet& set, std::uint32_t target) {
    const std::array targets = {set.words[0], set.words[1], set.words[2], target};
    set = areNear(targets) ? makeNearList(targets) : makeList(targets);
}

/// Adds a new target of the same network to a near list that is full.
void TargetStore::growNearList(TargetSet& set, std::uint32_t target) {
    if (set.count == TargetShape::kNearListMost) {
        growTable(set, bitsFor(set.count + 1));
        return insertInTable(set, target);
    }
    growToTwoUnits(m_blocks, set, static_cast<std::uint16_t>(target));
}

/// Adds a target of another network to a near list.
void TargetStore::leaveNearList(TargetSet& set, std::uint32_t target) {
    if (set.count >= TargetShape::kListMost) {
        growTable(set, std::max(bitsFor(set.count + 1), kFirstTableBits));
        return insertInTable(set, target);
    }
    std::array<std::uint32_t, TargetShape::kListMost>
        targets; // NOLINT: filled as far as it is read
    std::uint32_t count = 0;
    forEach(set, [&](std::uint32_t each) { targets[count++] = each; });
    targets[count++] = target;
    release(set);
    set = makeList(std::span(targets).first(count));
}

/// Adds a new target to a list that is full.
void TargetStore::growList(TargetSet& set, std::uint32_t target) {
    if (set.count == TargetShape::kListMost) {
        growTable(set, kFirstTableBits);
        return insertInTable(set, target);
    }
    growToTwoUnits(m_blocks, set, target);
}

/// Moves a list or a table into a larger table.
void TargetStore::growTable(TargetSet& set, std::uint32_t capacityBits) {
    const TargetShape after{Form::table, capacityBits, 0};
    const std::uint32_t block = m_blocks.allocate(after);
    std::uint32_t* const words = m_blocks.at(block);
    std::fill_n(words, after.capacity(), 0);
    std::uint32_t holdsZero = 0;
    forEach(set, [&](std::uint32_t target) {
        if (target == 0)
            holdsZero = 1;
        else
            *findPlace(words, capacityBits, target) = target;
    });
    m_blocks.free(set.words[0], TargetShape::unpack(set.words[1]));
    set.words = {block, after.pack(), holdsZero};
}

void TargetStore::becomePages(TargetSet& set, std::uint32_t capacityBits) {
    const TargetShape after{Form::pages, capacityBits, 0};
    const std::uint32_t block = m_blocks.allocate(after);
    std::fill_n(m_blocks.at(block), std::size_t{after.units()} * TargetShape::kUnitWords, 0);
    TargetSet pages{1, {block, after.pack(), 0}};
    forEach(set, [&](std::uint32_t target) { insertInPages(pages, target); });
    pages.count -= 1; // it began at 1 so as not to look like a set in its handle
    m_blocks.free(set.words[0], TargetShape::unpack(set.words[1]));
    set = pages;
}

void TargetStore::growPages(TargetSet& set) {
    const TargetShape before = TargetShape::unpack(set.words[1]);
    const TargetShape after{Form::pages, before.capacityBits + 1, before.usedPages};
    const std::uint32_t block = m_blocks.allocate(after);
    std::uint32_t* const to = m_blocks.at(block);
    const std::uint32_t* const from = m_blocks.at(set.words[0]);
    std::fill_n(to, std::size_t{after.units()} * TargetShape::kUnitWords, 0);
    for (std::uint32_t i = 0; i < before.capacity(); ++i) {
        if (from[i] == 0)
            continue;
        std::uint32_t* const place = findPlace(to, after.capacityBits, from[i]);
        *place = from[i];
        std::copy_n(from + before.capacity() + std::size_t{i} * TargetShape::kPageWords,
            TargetShape::kPageWords,
            to + after.capacity() + (place - to) * std::ptrdiff_t{TargetShape::kPageWords});
    }
    m_blocks.free(set.words[0], before);
    set.words = {block, after.pack(), 0};
}

std::uint32_t TargetStore::countPages(const TargetSet& set) const {
    std::vector<std::uint32_t> pages;
    pages.reserve(set.count);
    forEach(set, [&](std::uint32_t target) { pages.push_back(target >> TargetShape::kPageBits); });
    std::sort(pages.begin(), pages.end());
    return static_cast<std::uint32_t>(std::unique(pages.begin(), pages.end()) - pages.begin());
}

} // namespace sweepscope
