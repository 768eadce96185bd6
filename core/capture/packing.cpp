// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/packing.h"

#include "capture/codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace sweepscope {

namespace {

class UnpackedBytes final : public ByteSource {
public:
    UnpackedBytes(std::unique_ptr<ByteSource> packed, Packing packing)
        : m_packed(std::move(packed))
        , m_codec(makeCodec(packing))
        , m_name(nameOf(packing))
        , m_input(kInputBytes) {}

    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        while (!m_failure && !m_hasEnded) {
            const std::size_t got = unpackSome(into);
            if (got > 0)
                return got;
        }
        return m_failure ? Result<std::size_t>(*m_failure) : Result<std::size_t>(0);
    }

    [[nodiscard]] std::uint64_t bytesTaken() const override { return m_packed->bytesTaken(); }

private:
    static constexpr std::size_t kInputBytes = std::size_t{128} * 1024;

    std::size_t unpackSome(std::span<std::uint8_t> into) {
        const bool hadInput = m_begin != m_end;
        if (!hadInput && !m_mayHoldOutput && !refill())
            return 0;
        if (m_isBetweenMembers && !beginMember())
            return 0;
        const Codec::Step step =
            m_codec->run(ByteSpan(m_input).subspan(m_begin, m_end - m_begin), into);
        m_begin += step.consumed;
        m_isBetweenMembers = step.hasEnded;
        // A full buffer may mean that there is more where this came from.
        m_mayHoldOutput = step.produced == into.size() && !step.hasEnded;
        if (step.problem != nullptr)
            fail(verbatim(step.problem));
        else if (hadInput && step.consumed == 0 && step.produced == 0 && !step.hasEnded)
            fail(say("it makes no progress"));
        return step.produced;
    }

    bool refill() {
        const Result<std::size_t> got = m_packed->read(m_input);
        if (!got.ok()) {
            m_failure = got.error();
            return false;
        }
        m_begin = 0;
        m_end = got.value();
        if (m_end == 0 && (m_isBetweenMembers || m_codec->mayEndHere()))
            m_hasEnded = true;
        else if (m_end == 0)
            fail(say("the file ends in the middle of it"));
        return m_end != 0;
    }

    /// Behind a member stands another, or padding of zeros as tapes and block writers leave it.
    bool beginMember() {
        const auto begin = m_input.begin() + static_cast<std::ptrdiff_t>(m_begin);
        const auto end = m_input.begin() + static_cast<std::ptrdiff_t>(m_end);
        const auto next = std::find_if(begin, end, [](std::uint8_t byte) { return byte != 0; });
        m_begin += static_cast<std::size_t>(next - begin);
        if (m_begin == m_end)
            return false;
        m_codec->beginMember();
        m_isBetweenMembers = false;
        return true;
    }

    void fail(Sentence why) {
        m_failure = Error{say("the %1 data is damaged before byte %2 of the file: %3",
            {{m_name}, {m_packed->bytesTaken() - (m_end - m_begin)}, {std::move(why)}})};
    }

    std::unique_ptr<ByteSource> m_packed;
    std::unique_ptr<Codec> m_codec;
    std::string_view m_name;
    std::vector<std::uint8_t> m_input; ///< from m_begin to m_end not yet unpacked
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    bool m_isBetweenMembers = false;
    bool m_mayHoldOutput = false;
    bool m_hasEnded = false;
    std::optional<Error> m_failure;
};

template <std::size_t size>
bool startsWith(ByteSpan bytes, const std::array<std::uint8_t, size>& magic) {
    return bytes.size() >= size && std::equal(magic.begin(), magic.end(), bytes.begin());
}

constexpr std::array<std::uint8_t, 2> kGzip = {0x1f, 0x8b};
constexpr std::array<std::uint8_t, 4> kZstd = {0x28, 0xb5, 0x2f, 0xfd};
constexpr std::array<std::uint8_t, 4> kLz4 = {0x04, 0x22, 0x4d, 0x18};
constexpr std::array<std::uint8_t, 4> kLz4Legacy = {0x02, 0x21, 0x4c, 0x18};
constexpr std::array<std::uint8_t, 6> kXz = {0xfd, '7', 'z', 'X', 'Z', 0x00};
constexpr std::array<std::uint8_t, 3> kBzip2 = {'B', 'Z', 'h'};

/// A skippable frame (RFC 8878, 3.1.2), as parallel writers put in front; zstd and lz4 share it.
bool isSkippableFrame(ByteSpan front) {
    return front.size() >= 4 && (front[0] & 0xf0) == 0x50 && front[1] == 0x2a && front[2] == 0x4d &&
           front[3] == 0x18;
}

} // namespace

std::string_view nameOf(Packing packing) {
    constexpr std::array<std::string_view, 7> kNames = {
        "", "gzip", "zstd", "lz4", "lz4 (legacy)", "xz", "bzip2"};
    return kNames[static_cast<std::size_t>(packing)];
}

Packing packingOf(ByteSpan front) {
    if (startsWith(front, kGzip))
        return Packing::gzip;
    if (startsWith(front, kZstd) || isSkippableFrame(front))
        return Packing::zstd;
    if (startsWith(front, kLz4))
        return Packing::lz4;
    if (startsWith(front, kLz4Legacy))
        return Packing::lz4Legacy;
    if (startsWith(front, kXz))
        return Packing::xz;
    return startsWith(front, kBzip2) ? Packing::bzip2 : Packing::none;
}

std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> packed, Packing packing) {
    return std::make_unique<UnpackedBytes>(std::move(packed), packing);
}

} // namespace sweepscope
