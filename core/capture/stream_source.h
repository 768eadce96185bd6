// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/byte_source.h"
#include "capture/frame_source.h"
#include "capture/pcap_layout.h"
#include "capture/pcapng_layout.h"

#include <mutex>
#include <optional>
#include <string>

namespace sweepscope {

/// What a walk over some bytes of a stream came to.
struct StreamWalk {
    std::size_t taken = 0;  ///< bytes of whole records
    std::size_t needed = 0; ///< bytes that the record behind them needs, as far as that is known
    std::optional<Sentence> problem; ///< what ends the reading there
};

/// A capture out of a pipe or a compressed file: read from its front, under a lock, in blocks cut
/// at the ends of records. Subclasses know the records.
class StreamSource : public FrameSource {
public:
    /// `offset`: of the first byte of `bytes` in the unpacked file.
    StreamSource(std::unique_ptr<ByteSource> bytes, std::uint64_t offset);

    bool next(FrameBatch& batch) override;

    bool confirm(const BatchPlace&) override { return true; }

    void reread(FrameBatch&) override {}

    [[nodiscard]] const CaptureFormat& format() const override { return m_format; }

    [[nodiscard]] std::uint64_t bytesTaken() const override { return m_bytes->bytesTaken(); }

protected:
    virtual StreamWalk walk(ByteSpan bytes, std::vector<Frame>& frames) = 0;

    CaptureFormat m_format;

private:
    void readBlock(FrameBatch& batch);
    void finish(FrameBatch& batch, const StreamWalk& walk, const std::optional<Error>& failure);

    std::unique_ptr<ByteSource> m_bytes;
    std::mutex m_mutex;
    std::vector<std::uint8_t> m_rest; ///< the front of a record whose end was not there yet
    std::uint64_t m_offset;
    std::uint64_t m_sequence = 0;
    std::size_t m_wanted = 0; ///< bytes that the next block must at least hold
    bool m_ended = false;
};

/// Classic; `bytes` stands behind the file header.
class PcapStreamSource final : public StreamSource {
public:
    PcapStreamSource(
        std::unique_ptr<ByteSource> bytes, const PcapLayout& layout, const std::string& packing);

protected:
    StreamWalk walk(ByteSpan bytes, std::vector<Frame>& frames) override;

private:
    PcapLayout m_layout;
};

/// pcapng; `bytes` stands at the file's front.
class PcapngSource final : public StreamSource {
public:
    PcapngSource(std::unique_ptr<ByteSource> bytes, const std::string& packing);

protected:
    StreamWalk walk(ByteSpan bytes, std::vector<Frame>& frames) override;

private:
    PcapngWalker m_walker;
};

} // namespace sweepscope
