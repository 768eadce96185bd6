// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/index_parts.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sweepscope {

namespace {

/// Of one reader. A program may often have no more than 1024 open files, and there is a reader a
/// thread.
constexpr std::size_t kMostOpenFiles = 24;

/// Bytes that all readers together may read ahead, unless that is less than a few segments: these
/// take less than the merged one does.
constexpr std::uint64_t kMostAhead = 16U << 20;
constexpr std::size_t kLeastAhead = 4;

} // namespace

IndexParts::Reader::Reader(
    const IndexParts& parts, std::vector<unsigned> numbers, std::size_t readers)
    : m_parts(parts)
    , m_numbers(std::move(numbers)) {
    if (parts.m_files.size() <= kMostOpenFiles) {
        m_open.resize(parts.m_files.size());
        return;
    }
    const std::uint64_t segment = parts.m_bytes / kSegments + 1;
    m_atOnce = std::max<std::size_t>(kMostAhead / readers / segment, kLeastAhead);
    m_ahead.resize(parts.m_files.size());
}

Result<IndexSegment> IndexParts::Reader::readFrom(std::size_t part, unsigned number) {
    if (m_open.empty())
        return readAhead(part, number);
    std::optional<IndexFile>& file = m_open[part];
    if (!file) {
        Result<IndexFile> opened = m_parts.m_files[part].open();
        if (!opened.ok())
            return opened.error();
        file.emplace(std::move(opened).value());
    }
    return file->readSegment(number, m_memory);
}

Result<IndexSegment> IndexParts::Reader::readAhead(std::size_t part, unsigned number) {
    const Part& from = m_parts.m_files[part];
    std::deque<Ahead>& ahead = m_ahead[part];
    while (!ahead.empty() && ahead.front().number != number)
        ahead.pop_front();
    if (ahead.empty()) {
        Result<IndexFile> file = from.open();
        if (!file.ok())
            return file.error();
        auto next = std::find(m_numbers.begin(), m_numbers.end(), number);
        for (; next != m_numbers.end() && ahead.size() < m_atOnce; ++next) {
            if (!from.shard.has(*next))
                continue;
            Result<PackedColumns> packed = file.value().readPacked(*next);
            if (!packed.ok())
                return packed.error();
            ahead.push_back({*next, std::move(packed).value()});
        }
    }
    assert(!ahead.empty()); // it is asked for what it was made for
    Result<IndexSegment> segment =
        IndexFile::unpack(from.path, from.reading, number, ahead.front().packed, m_memory);
    ahead.pop_front();
    return segment;
}

/// Parts are joined like the carries of a binary counter, so that each burst is moved only as often
/// as the number of parts can be halved.
Result<std::shared_ptr<IndexSegment>> IndexParts::Reader::read(unsigned number) {
    struct Heap {
        IndexSegment segment;
        std::size_t parts;
    };

    const Duration gap = m_parts.m_facts.baseGap;
    std::vector<Heap> heaps;
    const auto joinLast = [&] {
        Heap last = std::move(heaps.back());
        heaps.pop_back();
        heaps.back().segment = mergeSegments(std::move(heaps.back().segment), last.segment, gap);
        heaps.back().parts += last.parts;
    };
    for (std::size_t part = 0; part < m_parts.m_files.size(); ++part) {
        if (!m_parts.m_files[part].shard.has(number))
            continue;
        Result<IndexSegment> segment = readFrom(part, number);
        if (!segment.ok())
            return segment.error();
        heaps.push_back({std::move(segment).value(), 1});
        if (m_parts.m_files[part].baseGap < gap) // what its own gap kept apart may join now
            heaps.back().segment = mergeSegments(std::move(heaps.back().segment), {}, gap);
        while (heaps.size() > 1 && heaps[heaps.size() - 2].parts <= heaps.back().parts)
            joinLast();
    }
    if (heaps.empty())
        heaps.push_back({IndexSegment(), 0});
    while (heaps.size() > 1)
        joinLast();
    IndexSegment merged = std::move(heaps.front().segment);
    if (m_parts.m_fresh)
        merged = mergeSegments(std::move(merged), m_parts.m_fresh->index->segments[number], gap);
    return std::make_shared<IndexSegment>(std::move(merged));
}

} // namespace sweepscope
