// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/byte_source.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace sweepscope {

namespace {

/// A queue of whole blocks between two threads: the unpacking thread fills them, the reader drains
/// them. Blocks are reused, so nothing is allocated once the queue has been full.
class ReadAhead final : public ByteSource {
public:
    explicit ReadAhead(std::unique_ptr<ByteSource> source)
        : m_source(std::move(source))
        , m_thread([this](const std::stop_token& stop) { fill(stop); }) {}

    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        if (m_currentTaken == m_current.size() && !takeBlock())
            return m_error ? Result<std::size_t>(*m_error) : Result<std::size_t>(0);
        const std::size_t count = std::min(into.size(), m_current.size() - m_currentTaken);
        std::copy_n(
            m_current.begin() + static_cast<std::ptrdiff_t>(m_currentTaken), count, into.begin());
        m_currentTaken += count;
        return count;
    }

    [[nodiscard]] std::uint64_t bytesTaken() const override { return m_source->bytesTaken(); }

private:
    using Block = std::vector<std::uint8_t>;
    static constexpr std::size_t kBlockBytes = std::size_t{256} * 1024;
    static constexpr std::size_t kMostBlocks = 16;

    /// The reader's side. False at the end.
    bool takeBlock() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_full.empty() || m_ended; });
        if (m_full.empty())
            return false;
        m_spare.push_back(std::exchange(m_current, std::move(m_full.front())));
        m_full.pop_front();
        m_currentTaken = 0;
        m_changed.notify_all();
        return true;
    }

    /// The unpacking side.
    void fill(const std::stop_token& stop) {
        while (std::optional<Block> block = spareBlock(stop)) {
            block->resize(kBlockBytes);
            const Result<std::size_t> got = readFully(*m_source, *block);
            const std::lock_guard lock(m_mutex);
            if (!got.ok())
                m_error = got.error();
            if (!got.ok() || got.value() == 0) {
                m_ended = true;
                m_changed.notify_all();
                return;
            }
            block->resize(got.value());
            m_full.push_back(std::move(*block));
            m_changed.notify_all();
        }
    }

    /// Waits until there is room in the queue. Nothing when asked to stop.
    std::optional<Block> spareBlock(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, stop, [this] { return m_full.size() < kMostBlocks; }))
            return std::nullopt;
        if (m_spare.empty())
            return Block();
        Block block = std::move(m_spare.back());
        m_spare.pop_back();
        return block;
    }

    std::unique_ptr<ByteSource> m_source;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Block> m_full;
    std::vector<Block> m_spare;
    bool m_ended = false;
    std::optional<Error> m_error;
    Block m_current; ///< the reader's alone
    std::size_t m_currentTaken = 0;
    std::jthread m_thread; // last: starts after everything above, joins before it goes
};

} // namespace

std::unique_ptr<ByteSource> readAhead(std::unique_ptr<ByteSource> source) {
    return std::make_unique<ReadAhead>(std::move(source));
}

} // namespace sweepscope
