// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/target_store.h"

#include "base/hash.h"
#include "bursts/count_distinct.h"

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

/// The shape of a list of so many targets: whole blocks.
template <typename Number>
TargetShape listShape(TargetShape::Form form, std::uint32_t count) {
    const std::uint32_t places = std::max(count, TargetList<Number>::kCapacity);
    return {form, static_cast<std::uint32_t>(std::bit_width(places - 1))};
}

/// A new block with a list of targets in any order.
template <typename Number>
std::uint32_t listOf(
    TargetBlocks& blocks, const TargetShape& shape, std::span<const std::uint32_t> targets) {
    const std::uint32_t block = blocks.allocate(shape);
    TargetList<Number> list(blocks.at(block));
    std::uint32_t count = 0;
    for (const std::uint32_t target : targets)
        list.put(count++, static_cast<Number>(target));
    list.pad(count);
    return block;
}

constexpr TargetShape kNearHandleShape{TargetShape::Form::nearHandle, 0};

/// A set of one target, in all places of a near handle.
TargetSet makeSingle(std::uint32_t target) {
    const std::uint32_t two = target << TargetShape::kNearBits | (target & 0xffff);
    return {1, {kNearHandleShape.packNear(target), two, two, two, two, two, two}};
}

TargetSet makeNearHandle(std::span<const std::uint32_t> targets) {
    TargetSet set = makeSingle(targets[0]);
    NearHandle handle(set);
    for (const std::uint32_t target : targets.subspan(1))
        handle.put(set.count++, static_cast<std::uint16_t>(target));
    return set;
}

TargetSet makeHandle(std::span<const std::uint32_t> targets) {
    TargetSet set{static_cast<std::uint32_t>(targets.size()), {}};
    std::copy(targets.begin(), targets.end(), set.words.begin() + 1);
    return set;
}

TargetSet makeNearList(TargetBlocks& blocks, std::span<const std::uint32_t> targets) {
    const auto count = static_cast<std::uint32_t>(targets.size());
    const TargetShape shape = listShape<std::uint16_t>(TargetShape::Form::nearList, count);
    const std::uint32_t block = listOf<std::uint16_t>(blocks, shape, targets);
    return {count, {shape.packNear(targets[0]), block}};
}

TargetSet makeList(TargetBlocks& blocks, std::span<const std::uint32_t> targets) {
    const auto count = static_cast<std::uint32_t>(targets.size());
    const TargetShape shape = listShape<std::uint32_t>(TargetShape::Form::list, count);
    const std::uint32_t block = listOf<std::uint32_t>(blocks, shape, targets);
    return {count, {shape.pack(), block}};
}

TargetSet makePages(
    TargetBlocks& blocks, std::span<const std::uint32_t> ascending, std::uint32_t capacityBits) {
    const TargetShape shape{TargetShape::Form::pages, capacityBits};
    const std::uint32_t block = blocks.allocate(shape);
    std::uint32_t* const words = blocks.at(block);
    std::fill_n(words, std::size_t{shape.units()} * TargetShape::kUnitWords, 0);
    std::uint32_t* bits = nullptr;
    std::uint32_t usedPages = 0;
    std::uint32_t page = 0; // one more than the page's number, as it stands in the table
    for (const std::uint32_t target : ascending) {
        if ((target >> TargetShape::kPageBits) + 1 != page) {
            page = (target >> TargetShape::kPageBits) + 1;
            std::uint32_t* const place = findPlace(words, capacityBits, page);
            *place = page;
            ++usedPages;
            bits = words + shape.capacity() +
                   (place - words) * std::ptrdiff_t{TargetShape::kPageWords};
        }
        bits[target >> 5 & (TargetShape::kPageWords - 1)] |= 1U << (target & 31);
    }
    return {static_cast<std::uint32_t>(ascending.size()), {shape.pack(), block, usedPages}};
}

std::uint32_t countPages(const TargetStore& store, const TargetSet& set) {
    std::vector<std::uint32_t> pages;
    pages.reserve(set.count);
    store.forEach(
        set, [&](std::uint32_t target) { pages.push_back(target >> TargetShape::kPageBits); });
    return countDistinct(pages);
}

} // namespace

/// Into a set that is not near, or not near to the target.
void TargetStore::insertFar(TargetSet& set, std::uint32_t target) {
    switch (TargetShape::formOf(set.shape())) {
    case Form::handle:
        return insertInHandle(set, target);
    case Form::nearHandle:
    case Form::nearList:
        return leaveNear(set, target);
    case Form::list:
        return insertInList(set, target);
    case Form::table:
        return insertInTable(set, target);
    case Form::pages:
        return insertInPages(set, target);
    }
}

void TargetStore::insertInHandle(TargetSet& set, std::uint32_t target) {
    if (set.count == 0) {
        set = makeSingle(target);
        return;
    }
    std::uint32_t* const targets = &set.words[1];
    if (std::find(targets, targets + set.count, target) != targets + set.count)
        return;
    if (set.count < TargetShape::kHandleMost) {
        targets[set.count++] = target;
        return;
    }
    std::array<std::uint32_t, TargetShape::kHandleMost + 1> all; // NOLINT: filled at once
    std::copy_n(targets, TargetShape::kHandleMost, all.begin());
    all.back() = target;
    set = makeList(m_blocks, all);
}

void TargetStore::insertInList(TargetSet& set, std::uint32_t target) {
    if (!putInto(FarTargetList(m_blocks.at(set.block())), target, set.count))
        leaveList(set, target);
}

void TargetStore::insertInTable(TargetSet& set, std::uint32_t target) {
    if (target == 0) { // an empty place is marked by 0, so 0 itself is kept aside
        set.count += set.extra() == 0 ? 1 : 0;
        set.words[2] = 1;
        return;
    }
    const TargetShape shape = TargetShape::unpack(set.shape());
    std::uint32_t* const place = findPlace(m_blocks.at(set.block()), shape.capacityBits, target);
    if (*place == target)
        return;
    *place = target;
    ++set.count;
    if (!isThreeQuarters(set.count, shape.capacity()))
        return;
    if (shape.capacityBits >= kLeastBitsForPages) {
        const TargetShape pages{Form::pages, bitsFor(countPages(*this, set))};
        const TargetShape larger{Form::table, shape.capacityBits + 1};
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
    TargetShape shape = TargetShape::unpack(set.shape());
    std::uint32_t* words = m_blocks.at(set.block());
    std::uint32_t* place = findPlace(words, shape.capacityBits, page + 1);
    if (*place == 0) {
        if (isThreeQuarters(set.extra() + 1, shape.capacity())) {
            growPages(set);
            shape = TargetShape::unpack(set.shape());
            words = m_blocks.at(set.block());
            place = findPlace(words, shape.capacityBits, page + 1);
        }
        *place = page + 1;
        ++set.words[2];
    }
    return words + shape.capacity() + (place - words) * std::ptrdiff_t{TargetShape::kPageWords};
}

/// A list, however long, is smaller than a table and made without a search; or pages, where they
/// are smaller still.
TargetSet TargetStore::make(std::span<const std::uint32_t> ascending) {
    const auto count = static_cast<std::uint32_t>(ascending.size());
    if (count == 0)
        return {};
    const bool isNear = (ascending.front() ^ ascending.back()) >> TargetShape::kNearBits == 0;
    if (isNear && count <= TargetShape::kNearHandleMost)
        return makeNearHandle(ascending);
    if (!isNear && count <= TargetShape::kHandleMost)
        return makeHandle(ascending);
    const TargetShape list = isNear ? listShape<std::uint16_t>(Form::nearList, count)
                                    : listShape<std::uint32_t>(Form::list, count);
    if (count > TargetShape::kNearListMost) {
        const TargetShape pages{Form::pages, bitsFor(pagesIn(ascending))};
        if (pages.units() < list.units())
            return makePages(m_blocks, ascending, pages.capacityBits);
    }
    return isNear ? makeNearList(m_blocks, ascending) : makeList(m_blocks, ascending);
}

TargetSet TargetStore::copy(const TargetSet& other, const TargetStore& store) {
    TargetSet copied = other;
    if (!TargetShape::hasBlock(other))
        return copied;
    const TargetShape shape = TargetShape::unpack(other.shape());
    copied.words[1] = m_blocks.allocate(shape);
    std::copy_n(store.m_blocks.at(other.block()),
        std::size_t{shape.units()} * TargetShape::kUnitWords, m_blocks.at(copied.block()));
    return copied;
}

void TargetStore::freeBlock(const TargetSet& set) {
    if (TargetShape::hasBlock(set))
        m_blocks.free(set.block(), TargetShape::unpack(set.shape()));
}

void TargetStore::release(TargetSet& set) {
    freeBlock(set);
    set = TargetSet{};
}

std::vector<std::uint32_t> TargetStore::sorted(const TargetSet& set) const {
    std::vector<std::uint32_t> targets;
    targets.reserve(set.count);
    forEach(set, [&](std::uint32_t target) { targets.push_back(target); });
    std::sort(targets.begin(), targets.end());
    return targets;
}

/// Adds a target of the same network to a near handle or list that is full.
void TargetStore::leaveFullNear(TargetSet& set, std::uint32_t target) {
    if (TargetShape::hasBlock(set))
        return leaveList(set, target);
    growNearHandle(set);
    insertNear(set, target);
}

/// A list that begins with the words of a near handle.
void TargetStore::growNearHandle(TargetSet& set) {
    const TargetShape shape = listShape<std::uint16_t>(Form::nearList, 0);
    const std::uint32_t block = m_blocks.allocate(shape);
    std::copy(set.words.begin() + 1, set.words.end(), m_blocks.at(block));
    NearTargetList(m_blocks.at(block)).pad(TargetShape::kNearHandleMost);
    set.words[0] = shape.packNear(set.shape());
    set.words[1] = block;
}

/// Adds a target of another network to a near handle or list.
void TargetStore::leaveNear(TargetSet& set, std::uint32_t target) {
    if (set.count >= TargetShape::kListMost)
        return leaveList(set, target);
    std::array<std::uint32_t, TargetShape::kListMost>
        targets; // NOLINT: filled as far as it is read
    std::uint32_t count = 0;
    forEach(set, [&](std::uint32_t each) { targets[count++] = each; });
    targets[count++] = target;
    release(set);
    const auto all = std::span(targets).first(count);
    set = count <= TargetShape::kHandleMost ? makeHandle(all) : makeList(m_blocks, all);
}

/// Adds a new target to a list that is full, or not for it.
void TargetStore::leaveList(TargetSet& set, std::uint32_t target) {
    growTable(set, std::max(bitsFor(set.count + 1), kFirstTableBits));
    insertInTable(set, target);
}

/// Moves a list or a table into a larger table.
void TargetStore::growTable(TargetSet& set, std::uint32_t capacityBits) {
    const TargetShape after{Form::table, capacityBits};
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
    freeBlock(set);
    set.words = {after.pack(), block, holdsZero};
}

void TargetStore::becomePages(TargetSet& set, std::uint32_t capacityBits) {
    const TargetShape after{Form::pages, capacityBits};
    const std::uint32_t block = m_blocks.allocate(after);
    std::fill_n(m_blocks.at(block), std::size_t{after.units()} * TargetShape::kUnitWords, 0);
    TargetSet pages{0, {after.pack(), block, 0}};
    forEach(set, [&](std::uint32_t target) { insertInPages(pages, target); });
    freeBlock(set);
    set = pages;
}

void TargetStore::growPages(TargetSet& set) {
    const TargetShape before = TargetShape::unpack(set.shape());
    const TargetShape after{Form::pages, before.capacityBits + 1};
    const std::uint32_t block = m_blocks.allocate(after);
    std::uint32_t* const to = m_blocks.at(block);
    const std::uint32_t* const from = m_blocks.at(set.block());
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
    freeBlock(set);
    set.words = {after.pack(), block, set.extra()};
}

} // namespace sweepscope
