// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/lz4_legacy.h"

#include <lz4.h>

#include <algorithm>
#include <vector>

namespace sweepscope {

namespace {

constexpr std::uint32_t kMagic = 0x184c2102;
constexpr std::size_t kMostUnpacked = 8U << 20;
constexpr std::size_t kMostPacked = LZ4_COMPRESSBOUND(kMostUnpacked);

class Lz4LegacyCodec final : public Codec {
public:
    Step run(ByteSpan in, std::span<std::uint8_t> out) override {
        Step step;
        while (step.problem == nullptr && step.produced < out.size()) {
            if (m_given < m_held)
                step.produced += give(out.subspan(step.produced));
            else if (step.consumed < in.size())
                step.consumed += take(in.subspan(step.consumed), step.problem);
            else
                break;
        }
        return step;
    }

    void beginMember() override {}

    [[nodiscard]] bool mayEndHere() const override {
        return m_hasBegun && m_field.empty() && m_packedBytes == 0;
    }

private:
    std::size_t give(std::span<std::uint8_t> out) {
        const std::size_t count = std::min(out.size(), m_held - m_given);
        std::copy_n(m_unpacked.begin() + static_cast<std::ptrdiff_t>(m_given), count, out.begin());
        m_given += count;
        return count;
    }

    /// Takes what belongs to the present field or block, and unpacks the block when it is whole.
    std::size_t take(ByteSpan in, const char*& problem) {
        std::vector<std::uint8_t>& into = m_packedBytes == 0 ? m_field : m_packed;
        const std::size_t wanted = m_packedBytes == 0 ? 4 : m_packedBytes;
        const std::size_t count = std::min(in.size(), wanted - into.size());
        into.insert(into.end(), in.begin(), in.begin() + static_cast<std::ptrdiff_t>(count));
        if (into.size() == wanted)
            problem = m_packedBytes == 0 ? takeField() : unpackBlock();
        return count;
    }

    /// Four bytes: the magic number, or the packed length of a block.
    const char* takeField() {
        const std::uint32_t value = readLittle32(m_field.data());
        m_field.clear();
        m_hasBegun = m_hasBegun || value == kMagic;
        if (value == kMagic)
            return nullptr;
        if (!m_hasBegun || value == 0 || value > kMostPacked)
            return "a block claims an impossible length";
        m_packedBytes = value;
        return nullptr;
    }

    const char* unpackBlock() {
        m_unpacked.resize(kMostUnpacked); // once: blocks may be as small as a byte
        // The library's interface has plain char.
        const int size = LZ4_decompress_safe(reinterpret_cast<const char*>(m_packed.data()),
            reinterpret_cast<char*>(m_unpacked.data()), static_cast<int>(m_packed.size()),
            static_cast<int>(m_unpacked.size()));
        m_held = static_cast<std::size_t>(std::max(size, 0));
        m_given = 0;
        m_packed.clear();
        m_packedBytes = 0;
        return size < 0 ? "the data is corrupt" : nullptr;
    }

    bool m_hasBegun = false;            ///< the magic number was there
    std::vector<std::uint8_t> m_field;  ///< what is there of the present four bytes
    std::size_t m_packedBytes = 0;      ///< of the present block; 0: a field comes
    std::vector<std::uint8_t> m_packed; ///< what is there of it
    std::vector<std::uint8_t> m_unpacked;
    std::size_t m_held = 0;  ///< bytes in it
    std::size_t m_given = 0; ///< of these, delivered
};

} // namespace

std::unique_ptr<Codec> makeLz4LegacyCodec() {
    return std::make_unique<Lz4LegacyCodec>();
}

} // namespace sweepscope
