// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/stream_source.h"

#include "capture/cut_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {
constexpr std::size_t kBlockBytes = std::size_t{256} * 1024;
} // namespace

StreamSource::StreamSource(std::unique_ptr<ByteSource> bytes, std::uint64_t offset)
    : m_bytes(std::move(bytes))
    , m_offset(offset) {}

bool StreamSource::next(FrameBatch& batch) {
    batch.frames.clear();
    batch.cut.reset();
    const std::lock_guard lock(m_mutex);
    if (m_ended)
        return false;
    batch.place.sequence = m_sequence++;
    readBlock(batch);
    return !batch.frames.empty() || batch.cut.has_value() || !m_ended;
}

void StreamSource::readBlock(FrameBatch& batch) {
    const std::size_t kept = m_rest.size();
    batch.storage.resize(std::max(kBlockBytes, m_wanted));
    std::copy(m_rest.begin(), m_rest.end(), batch.storage.begin());
    const auto got = readFully(*m_bytes, std::span(batch.storage).subspan(kept));
    m_ended = !got.ok() || got.value() == 0;
    batch.storage.resize(kept + (got.ok() ? got.value() : 0));
    const StreamWalk walked = walk(batch.storage, batch.frames);
    finish(batch, walked, got.ok() ? std::nullopt : std::optional(got.error()));
}

void StreamSource::finish(
    FrameBatch& batch, const StreamWalk& walked, const std::optional<Error>& failure) {
    batch.place.begin = m_offset;
    batch.place.end = m_offset += walked.taken;
    m_rest.assign(
        batch.storage.begin() + static_cast<std::ptrdiff_t>(walked.taken), batch.storage.end());
    m_wanted = walked.needed;
    const auto cutFor = [&](Sentence reason) {
        batch.cut = Cut{batch.place.end, std::move(reason)};
    };
    if (walked.problem)
        cutFor(*walked.problem);
    else if (failure)
        cutFor(failure->sentence);
    else if (m_ended && !m_rest.empty())
        cutFor(cutShortText(std::max(walked.needed, m_rest.size() + 1) - m_rest.size()));
    m_ended = m_ended || batch.cut.has_value();
}

PcapStreamSource::PcapStreamSource(
    std::unique_ptr<ByteSource> bytes, const PcapLayout& layout, const std::string& packing)
    : StreamSource(std::move(bytes), layout.headerBytes)
    , m_layout(layout) {
    m_format = {layout.name + packing, layout.link, layout.snapLength};
}

StreamWalk PcapStreamSource::walk(ByteSpan bytes, std::vector<Frame>& frames) {
    const Walk walked = walkPcapRecords(m_layout, bytes, 0, bytes.size(), frames);
    if (walked.end == WalkEnd::impossible)
        return {walked.stoppedAt, 0, impossibleRecord(m_layout, bytes.data() + walked.stoppedAt)};
    return {walked.stoppedAt, walked.needed, {}};
}

PcapngSource::PcapngSource(std::unique_ptr<ByteSource> bytes, const std::string& packing)
    : StreamSource(std::move(bytes), 0) {
    m_format = {"pcapng" + packing, link::kEthernet, 0};
}

StreamWalk PcapngSource::walk(ByteSpan bytes, std::vector<Frame>& frames) {
    PcapngWalker::Outcome walked = m_walker.walk(bytes, frames);
    m_format.link = m_walker.firstLink();
    m_format.snapLength = m_walker.snapLength();
    return {walked.taken, walked.needed, std::move(walked.problem)};
}

} // namespace sweepscope
