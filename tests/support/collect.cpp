// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/collect.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <thread>

namespace sweepscope::tests {

namespace {

OwnedFrame owned(const Frame& frame) {
    return {
        frame.time, Bytes(frame.bytes, frame.bytes + frame.captured), frame.original, frame.link};
}

std::uint32_t originalOf(const OwnedFrame& frame) {
    return frame.original != 0 ? frame.original : static_cast<std::uint32_t>(frame.bytes.size());
}

std::string describe(const OwnedFrame& frame) {
    const std::size_t shown = std::min<std::size_t>(frame.bytes.size(), 40);
    return fmt::format("{} link {} captured {} original {} {:02x}", toIso8601(frame.time),
        frame.link.number, frame.bytes.size(), originalOf(frame),
        fmt::join(
            frame.bytes.begin(), frame.bytes.begin() + static_cast<std::ptrdiff_t>(shown), ""));
}

bool isSame(const OwnedFrame& a, const OwnedFrame& b) {
    return a.time == b.time && a.link == b.link && originalOf(a) == originalOf(b) &&
           a.bytes == b.bytes;
}

std::vector<FrameBatch> readByThreads(FrameSource& source, unsigned threads) {
    std::vector<FrameBatch> batches;
    std::mutex mutex;
    std::vector<std::jthread> running;
    for (unsigned i = 0; i < threads; ++i) {
        running.emplace_back([&] {
            FrameBatch batch;
            while (source.next(batch)) {
                const std::lock_guard lock(mutex);
                batches.push_back(std::move(batch));
                batch = {};
            }
        });
    }
    running.clear(); // joins
    std::sort(batches.begin(), batches.end(), [](const FrameBatch& a, const FrameBatch& b) {
        return a.place.sequence < b.place.sequence;
    });
    return batches;
}

} // namespace

Collected collect(FrameSource& source) {
    Collected result;
    result.cut = forEachFrame(source, [&](const Frame& frame) {
        result.frames.push_back(owned(frame));
        return true;
    });
    return result;
}

Collected collectByThreads(FrameSource& source, unsigned threads) {
    Collected result;
    for (FrameBatch& batch : readByThreads(source, threads)) {
        if (!source.confirm(batch.place))
            source.reread(batch);
        for (const Frame& frame : batch.frames)
            result.frames.push_back(owned(frame));
        result.cut = batch.cut;
        if (result.cut)
            break;
    }
    return result;
}

std::string differenceOf(
    const std::vector<OwnedFrame>& got, const std::vector<OwnedFrame>& expected) {
    const std::size_t common = std::min(got.size(), expected.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (!isSame(got[i], expected[i]))
            return fmt::format("frame {}:\n got      {}\n expected {}", i, describe(got[i]),
                describe(expected[i]));
    }
    if (got.size() != expected.size())
        return fmt::format("{} frames where {} were expected", got.size(), expected.size());
    return {};
}

} // namespace sweepscope::tests
